import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { LocalConnection } from '../../db/local-connection.ts'
import { verify } from '../../worker/oversight/verify.ts'
import { fundCode, newCounty } from '../support/county.ts'
import { acceptance, acceptedRequest, ask, decision, idOf } from '../support/steps.ts'

const fund = fundCode(1)

/** A county where one grant went all the way, closed so that its file is whole. */
async function livedCounty() {
  const county = await newCounty()
  const [wang, caseworker, leader, cashier, finance] = await Promise.all(
    ['wang-xiulan', 't01-jingban', 't01-fenguan', 't01-chuna', 't01-caizheng'].map((openid) => county.phone(openid)))
  const request = await acceptedRequest(wang!, caseworker!, ask(), acceptance())
  const grant = idOf(await leader!.post(`/requests/${request}/grant`, decision()), 'grantId')
  await cashier!.post(`/grants/${grant}/payouts/1/sending`, {})
  await cashier!.post(`/grants/${grant}/payouts/1/payment`, { bankSerial: 'TX-0001' })
  expect((await finance!.post(`/grants/${grant}/explanation/acceptance`, {})).status).toBe(201)
  expect(findings(county.path)).toEqual([])
  return county
}

const findings = (path: string) => verify(path).flatMap(({ check, bad }) => (bad === null ? [] : [`${check}: ${bad}`]))

/** As root on the server: the triggers are dropped, the change is made, the triggers are put back word for word. */
function tamper(path: string, table: string, sql: string) {
  const plain = new LocalConnection(path, 'writer')
  plain.exec('PRAGMA foreign_keys = OFF')
  const triggers = plain.run({ sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", args: [table] })
  for (const trigger of triggers) plain.exec(`DROP TRIGGER ${String(trigger.name)}`)
  plain.exec(sql)
  for (const trigger of triggers) plain.exec(String(trigger.sql))
  plain.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  plain.close()
}

const attacks: [string, string, string, RegExp][] = [
  ['an edited sum', 'entries', `UPDATE entries SET fen = fen + 1 WHERE fund_code = '${fund}' AND event = 'reserve'`, /fund F990101001 entry 3: was changed/],
  ['an edited day', 'entries', `UPDATE entries SET day = '2026-09-27' WHERE fund_code = '${fund}' AND event = 'paid'`, /fund F990101001 entry 5: was changed/],
  ['a deleted middle', 'entries', `DELETE FROM entries WHERE fund_code = '${fund}' AND event = 'send'`, /fund F990101001 entry 5: expected entry 4/],
  ['a cut tail', 'entries', `DELETE FROM entries WHERE fund_code = '${fund}' AND event = 'accept'`, /fund F990101001 awaiting|every balance/],
  ['two swapped', 'entries', `UPDATE entries SET seq = 900 WHERE fund_code = '${fund}' AND seq = 4; UPDATE entries SET seq = 4 WHERE fund_code = '${fund}' AND seq = 5; UPDATE entries SET seq = 5 WHERE fund_code = '${fund}' AND seq = 900`, /fund F990101001 entry 4/],
  ['an inserted one', 'entries', `INSERT INTO entries SELECT fund_code, 6.0 + 1, 'deposit', debit_place, 'cash.available', fen, NULL, day, at, made_by, NULL, 'CK', NULL, facts_hash, hash, hash, journal_id FROM entries WHERE fund_code = '${fund}' AND seq = 6`, /fund F990101001 entry 7/],
  ['an edited balance', 'balances', `UPDATE balances SET fen = fen + 1 WHERE fund_code = '${fund}' AND place = 'bank.available'`, /fund F990101001 bank.available/],
  ['an edited grant', 'grants', 'UPDATE grants SET approved_by = person_id', /grant LSJZ2026-001-00001-1/],
  ['an edited policy', 'policies', 'UPDATE policies SET small_cap_fen = 80000', /grant LSJZ2026-001-00001-1/],
  ['an edited explanation', 'filing_items', "UPDATE filing_items SET kind = 'RECEIPT'", /filing 1: its papers were changed/],
  ['an edited journal', 'journal', "UPDATE journal SET person_id = NULL WHERE chain = '990101001' AND seq = 5", /journal 990101001 row 5/],
  ['a name in plain text', 'persons', "UPDATE persons SET name_cipher = '王秀兰' WHERE name_cipher IS NOT NULL", /holds plain text/],
]

for (const [name, table, sql, names] of attacks) {
  it(`verify names the row after ${name}`, async () => {
    const county = await livedCounty()
    tamper(county.path, table, sql)
    expect(findings(county.path).join('\n')).toMatch(names)
  })
}

it('verify names a dropped trigger, a loosened move, a table that was added', async () => {
  for (const [sql, names] of [
    ['DROP TRIGGER entries_are_never_changed', /trigger entries_are_never_changed is missing/],
    ['DROP TRIGGER moves_are_never_changed; UPDATE moves SET dual = 0, checkers = \'\'', /trigger moves_are_never_changed is missing/],
    ['CREATE TABLE pocket (fen INTEGER) STRICT', /table pocket was added/],
  ] as const) {
    const county = await livedCounty()
    const plain = new LocalConnection(county.path, 'writer')
    plain.exec(sql)
    plain.close()
    expect(findings(county.path).join('\n')).toMatch(names)
  }
})

it('verify names the row after one byte of an entry is flipped in the file', async () => {
  const county = await livedCounty()
  await county.services.db.close()
  const bytes = readFileSync(county.path)
  const at = bytes.indexOf('TX-0001')
  expect(at).toBeGreaterThan(0)
  bytes[at + 6] = '2'.charCodeAt(0)
  writeFileSync(county.path, bytes)
  expect(findings(county.path).join('\n')).toMatch(/fund F990101001 entry 5: was changed|index/)
})
