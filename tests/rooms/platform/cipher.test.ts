import { createCipheriv, createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { canarySings, fieldCipher, newCanary } from '../../../worker/platform/index.ts'
import { sm } from '../../../worker/platform/suite.ts'

const key = (name: string, fill: number) => `${name}:${Buffer.alloc(32, fill).toString('base64')}`
const [k1, k2, s1] = [key('k1', 1), key('k2', 2), key('s1', 3)]
const where = 'persons.name:per_1'

it('SM4 and SM3 are those of GB/T 32907 and GB/T 32905', () => {
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex')
  expect(createCipheriv('sm4-ecb', block, null).update(block).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246')
  expect(createHash('sm3').update('abc').digest('hex')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  expect(createHash('sm3').update('abcd'.repeat(16)).digest('hex')).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
})

it('what 国密 seals is SM4 in counter mode under the first 16 bytes of its key', () => {
  const derived = sm.derive(Buffer.alloc(32, 3), 'field')
  const sealed = sm.encrypt(derived, Buffer.from('王秀兰的电话'), where)
  const counter = createCipheriv('sm4-ecb', derived.export().subarray(0, 16), null).setAutoPadding(false)
  const iv = sealed.subarray(0, 16)
  const next = Buffer.from(iv)
  next.writeUInt32BE((next.readUInt32BE(12) + 1) >>> 0, 12)
  const stream = counter.update(Buffer.concat([iv, next]))
  const words = sealed.subarray(16, -32)
  expect(Buffer.from(words.map((byte, index) => byte ^ (stream[index] ?? 0))).toString()).toBe('王秀兰的电话')
})

it.each([['AES', k1], ['国密', s1]])('%s: sealed for one cell, opened there and nowhere else, never twice the same, unchanged to the byte', (_, keys) => {
  const cipher = fieldCipher(keys)
  const sealed = cipher.seal('13900000001', where)
  expect(sealed.startsWith(`${keys.slice(0, 2)}:`)).toBe(true)
  expect(cipher.open(sealed, where)).toBe('13900000001')
  expect(cipher.seal('13900000001', where)).not.toBe(sealed)
  expect(() => cipher.open(sealed, 'persons.name:per_2')).toThrow()
  const bytes = Buffer.from(sealed.slice(3), 'base64')
  for (let place = 0; place < bytes.length; place += 1) {
    const bent = Buffer.from(bytes)
    bent[place] = (bent[place] ?? 0) ^ 1
    expect(() => cipher.open(`${sealed.slice(0, 3)}${bent.toString('base64')}`, where), String(place)).toThrow()
  }
  for (const cut of [0, 10, bytes.length - 1]) expect(() => cipher.open(`${sealed.slice(0, 3)}${bytes.subarray(0, cut).toString('base64')}`, where)).toThrow()
  const photo = cipher.sealBytes(Buffer.from([0, 1, 2, 255]), 'files:a')
  expect([...cipher.openBytes(photo, 'files:a')]).toEqual([0, 1, 2, 255])
  expect(cipher.index('phone', '1')).toBe(cipher.index('phone', '1'))
  expect(cipher.index('phone', '1')).not.toBe(cipher.index('name', '1'))
  expect(cipher.open(cipher.seal('', where), where)).toBe('')
})

it('both suites open side by side; the canary tells other keys, another order and another suite', () => {
  const old = fieldCipher(k1)
  const both = fieldCipher(`${s1},${k1}`)
  expect(both.open(old.seal('老数据', where), where)).toBe('老数据')
  expect(both.open(fieldCipher(s1).seal('新数据', where), where)).toBe('新数据')
  expect(both.seal('x', where).startsWith('s1:')).toBe(true)
  const canary = newCanary(old)
  expect([k1, `${s1},${k1}`, `${k2},${k1}`, s1, k2, `${k1},${s1}`].map((keys) => canarySings(fieldCipher(keys), canary))).toEqual([true, true, true, false, false, false])
  expect(() => old.open(fieldCipher(s1).seal('x', where), where)).toThrow('no field key s1')
  for (const wrong of ['x1:AAAA', 's1:c2hvcnQ=', '']) expect(() => fieldCipher(wrong)).toThrow('FIELD_KEYS 要写成')
})
