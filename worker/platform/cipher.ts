import type { KeyObject } from 'node:crypto'
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync } from 'node:crypto'
import { randomPart } from './random-part.ts'

/** Field encryption for one county. `where` (`persons.phone:per_...`) binds a ciphertext to its cell. */
export type Cipher = {
  seal(text: string, where: string): string
  open(sealed: string, where: string): string
  sealBytes(bytes: Uint8Array, where: string): Uint8Array
  openBytes(sealed: Uint8Array, where: string): Uint8Array
  /** Keyed blind index: equal values meet, nothing can be read back. */
  index(kind: string, value: string): string
  /** HMAC with the key of the indexes: what is made of it is as lasting as they are. */
  mac(text: string): string
  /** HMAC of a request body, for idempotency: `k2:...`, one under each key, the sealing one first. */
  macs(text: string): string[]
}

/** `keys`: `k2:BASE64,k1:BASE64`, 32 bytes each; the first seals, all open. The index key comes from the oldest. */
export function fieldCipher(keys: string): Cipher {
  const roots = keys.split(',').map(rootKey)
  const ring = new Map(roots.map(({ kid, root }) => [kid, derive(root, 'field')]))
  const current = roots[0]?.kid ?? ''
  const oldest = roots.at(-1)?.root ?? Buffer.alloc(0)
  const indexKey = derive(oldest, 'index')
  const oldMac = derive(oldest, 'mac')
  const macKeys = roots.map(({ kid, root }) => ({ kid, key: derive(root, 'mac') }))
  const keyOf = (kid: string): KeyObject => {
    const key = ring.get(kid)
    if (!key) throw new Error(`no field key ${kid}`)
    return key
  }
  const sealBytes = (bytes: Uint8Array, where: string) => encrypt(keyOf(current), bytes, where)
  return {
    seal: (text, where) => `${current}:${sealBytes(Buffer.from(text), where).toString('base64')}`,
    open: (sealed, where) => {
      const colon = sealed.indexOf(':')
      return decrypt(keyOf(sealed.slice(0, colon)), Buffer.from(sealed.slice(colon + 1), 'base64'), where).toString()
    },
    sealBytes: (bytes, where) => Buffer.concat([Buffer.from(`${current}:`), sealBytes(bytes, where)]),
    openBytes: (sealed, where) => {
      const colon = sealed.indexOf(0x3a)
      return decrypt(
        keyOf(Buffer.from(sealed.subarray(0, colon)).toString()),
        Buffer.from(sealed.subarray(colon + 1)),
        where,
      )
    },
    index: (kind, value) => createHmac('sha256', indexKey).update(`${kind}:${value}`).digest('base64url'),
    mac: (text) => createHmac('sha256', oldMac).update(text).digest('base64url'),
    macs: (text) => macKeys.map(({ kid, key }) => `${kid}:${createHmac('sha256', key).update(text).digest('base64url')}`),
  }
}

function rootKey(part: string): { kid: string; root: Buffer } {
  const [kid = '', text = ''] = part.trim().split(':')
  const root = Buffer.from(text, 'base64')
  if (!/^k\d+$/.test(kid) || root.length !== 32) throw new Error('FIELD_KEYS 要写成 k1:BASE64,每把 32 字节')
  return { kid, root }
}

/** A KeyObject is made once: a Buffer key would be wrapped anew at each call, eight times slower (measured). */
function derive(key: Buffer, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `xianjiu/${purpose}`, 32)))
}

function encrypt(key: KeyObject, bytes: Uint8Array, where: string): Buffer {
  const iv = randomPart(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(where))
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: KeyObject, sealed: Buffer, where: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(where))
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
}
