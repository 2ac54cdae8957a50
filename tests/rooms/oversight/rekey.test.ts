import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createApp } from '../../../worker/app.ts'
import { rekeyCounty } from '../../../worker/host/rekey.ts'
import { beginRekeying, resealBatch } from '../../../worker/oversight/rekey.ts'
import { sealed } from '../../../worker/oversight/sealed.ts'
import { sealedIsReadable } from '../../../worker/oversight/sealed-check.ts'
import { verify } from '../../../worker/oversight/verify.ts'
import { canarySings, fieldCipher, sha256 } from '../../../worker/platform/index.ts'
import { fieldKeys } from '../../support/county.ts'
import { everythingHappened } from '../../support/everything.ts'
import { Phone } from '../../support/phone.ts'
import { crewOf } from '../../support/crew.ts'
import { ask, idOf, pixel } from '../../support/steps.ts'

const newKey = `k2:${Buffer.alloc(32, 8).toString('base64')}`
const both = `${newKey},${fieldKeys}`
const badOf = (report: { check: string; bad: string | null }[]) => report.filter(({ bad }) => bad !== null)

async function lived() {
  const { county, crew } = await everythingHappened()
  const photo = idOf(await crew.caseworker.photo(Uint8Array.from([...pixel, 9])), 'evidenceId')
  return { county, crew, photo, services: { ...county.services, cipher: fieldCipher(both) } }
}

it('a lived-in county is sealed anew: only the new key opens it, everybody is found, and every book still fits', async () => {
  const { county, crew, photo, services } = await lived()
  const request = idOf(await crew.coordinator.post('/requests', ask({ name: '李建国', idNumber: '990101198501010010', phone: '13900000055', onBehalf: { relation: 'neighbour' }, village: '河口村' })))
  const key = 'rekeyed-2026-09-28'
  const before = await crew.coordinator.post('/requests', ask(), key)
  const done = await rekeyCounty(services, both, county.dataDir, () => {})
  expect(done).toMatchObject({ kid: 'k2', photos: expect.any(Number) })
  expect(done.rows).toBeGreaterThan(200)

  const alone = fieldCipher(newKey)
  expect(badOf(verify(county.path))).toEqual([])
  expect(sealedIsReadable(county.path, () => alone).bad).toBeNull()
  expect(sealedIsReadable(county.path, () => fieldCipher(fieldKeys)).bad).toMatch(/another key/)
  const [row] = await county.rows('SELECT canary FROM county')
  expect([newKey, fieldKeys, both].map((keys) => canarySings(fieldCipher(keys), String(row?.canary)))).toEqual([true, false, false])
  for (const file of readdirSync(join(county.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()))
    expect(sha256(alone.openBytes(readFileSync(join(file.parentPath, file.name)), `files:${file.name}`))).toBe(file.name)

  // the same people sign in, read what they wrote, and are found by number, telephone and name
  const app = createApp({ services: () => ({ ...county.services, cipher: alone }), checkAnswers: true })
  const anew = await crewOf({ ...county, phone: (openid) => Phone.signIn((call) => app.fetch(call), openid) })
  expect((await anew.caseworker.get(`/requests/${request}`)).body).toMatchObject({ name: '李建国', story: ask().story })
  expect((await anew.caseworker.get(`/evidence/${photo}`)).status).toBe(200)
  const people = await county.rows('SELECT person_id FROM requests WHERE id = ?', request)
  const again = idOf(await anew.coordinator.post('/requests', ask({ name: '李建国', idNumber: '990101198501010010', onBehalf: { relation: 'neighbour' } })))
  expect(await county.rows('SELECT person_id FROM requests WHERE id = ?', again)).toEqual(people)
  // a key of before the change still answers with what it answered then
  const replayed = await anew.coordinator.post('/requests', ask(), key)
  expect([replayed.body, replayed.headers.get('idempotent-replayed')]).toEqual([before.body, 'true'])
  expect(badOf(verify(county.path))).toEqual([])
})

it('broken off it goes on; meanwhile nobody writes, and another key is not begun', async () => {
  const { county, crew, services } = await lived()
  const keys = { to: fieldCipher(newKey), kid: 'k2' }
  const rekeying = await beginRekeying(services, 'k2')
  expect(await resealBatch(services, keys, rekeying, 'persons')).toBeGreaterThan(10)
  const refused = await crew.coordinator.post('/requests', ask())
  expect([refused.status, refused.problem.code]).toEqual([503, 'behind'])
  const third = `k3:${Buffer.alloc(32, 6).toString('base64')},${both}`
  await expect(rekeyCounty({ ...services, cipher: fieldCipher(third) }, third, county.dataDir, () => {})).rejects.toThrow('请把 k2 放在 FIELD_KEYS 最前面')
  const told: string[] = []
  await rekeyCounty(services, both, county.dataDir, (line) => told.push(line))
  expect(told.some((line) => line.startsWith('texts'))).toBe(true)
  expect(badOf(verify(county.path))).toEqual([])
  expect(sealedIsReadable(county.path, () => fieldCipher(newKey)).bad).toBeNull()
  expect((await county.rows('SELECT to_key FROM rekeyings r JOIN rekeying_ends e ON e.rekeying_id = r.id ORDER BY 1')).map((row) => row.to_key)).toEqual(['k1', 'k2', 'k2'])
})

it('the end is not written while a cell is left that another key opens, and no account is said otherwise in the meantime', async () => {
  const { county, services } = await lived()
  const rekeying = await beginRekeying(services, 'k2')
  const copy = `${county.path}.copy`
  copyFileSync(county.path, copy)
  await expect(county.services.db.write([], () => ({ answer: 0, statements: [{ sql:
    "INSERT INTO rekeying_ends (rekeying_id, rows, photos, ended_at, journal_id) SELECT id, 0, 0, began_at, journal_id FROM rekeyings WHERE id = ?", args: [rekeying.id] }] }))).rejects.toThrow(/^behind$/)
  await expect(county.services.db.write([], () => ({ answer: 0, statements: [{ sql: "UPDATE payees SET said_hash = hex(zeroblob(32))", args: [] }] }))).rejects.toThrow(/^append_only$/)
})

it('every sealed column of the schema is one that a new key seals anew', async () => {
  const { county } = await lived()
  const columns = await county.rows(
    `SELECT t.name || '.' || c.name AS cell FROM pragma_table_list t JOIN pragma_table_info(t.name) c
     WHERE t.type = 'table' AND t.schema = 'main' AND (c.name LIKE '%cipher' AND c.type = 'TEXT') ORDER BY 1`,
  )
  expect(columns.map(({ cell }) => cell)).toEqual(sealed.map(({ table, column }) => `${table}.${column}`).toSorted())
})

it('from AES to 国密 and nothing else: the same command, another letter', async () => {
  const { county } = await lived()
  const keys = `s2:${Buffer.alloc(32, 4).toString('base64')},${fieldKeys}`
  const done = await rekeyCounty({ ...county.services, cipher: fieldCipher(keys) }, keys, county.dataDir, () => {})
  expect(done.kid).toBe('s2')
  expect(badOf(verify(county.path))).toEqual([])
  expect(sealedIsReadable(county.path, () => fieldCipher(keys.split(',')[0]!)).bad).toBeNull()
})
