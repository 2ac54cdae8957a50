import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { LocalConnection } from '../../db/local-connection.ts'
import { fundCode } from '../support/county.ts'
import { findings, livedCounty, tamper } from '../support/tamper.ts'

const fund = fundCode(1)

const attacks: [string, string, string, RegExp][] = [
  ['an edited sum', 'entries', `UPDATE entries SET fen = fen + 1 WHERE fund_code = '${fund}' AND event = 'reserve'`, /fund F990101001 entry 3: was changed/],
  ['an edited day', 'entries', `UPDATE entries SET day = '2026-09-27' WHERE fund_code = '${fund}' AND event = 'paid'`, /fund F990101001 entry 5: was changed/],
  ['a deleted middle', 'entries', `DELETE FROM entries WHERE fund_code = '${fund}' AND event = 'send'`, /fund F990101001 entry 5: expected entry 4/],
  ['a cut tail', 'entries', `DELETE FROM entries WHERE fund_code = '${fund}' AND event = 'accept'`, /fund F990101001 awaiting|every balance/],
  ['two swapped', 'entries', `UPDATE entries SET seq = 900 WHERE fund_code = '${fund}' AND seq = 4; UPDATE entries SET seq = 4 WHERE fund_code = '${fund}' AND seq = 5; UPDATE entries SET seq = 5 WHERE fund_code = '${fund}' AND seq = 900`, /fund F990101001 entry 4/],
  ['an inserted one', 'entries', `INSERT INTO entries SELECT fund_code, 6.0 + 1, voucher_year, voucher + 1, 'deposit', debit_place, 'cash.available', fen, NULL, NULL, day, at, made_by, NULL, 'CK', NULL, facts_hash, hash, hash, journal_id FROM entries WHERE fund_code = '${fund}' AND seq = 6`, /fund F990101001 entry 7/],
  ['an edited balance', 'balances', `UPDATE balances SET fen = fen + 1 WHERE fund_code = '${fund}' AND place = 'bank.available'`, /fund F990101001 bank.available/],
  ['an edited grant', 'grants', 'UPDATE grants SET approved_by = person_id', /grant LSJZ2026-001-00001-1/],
  ['an edited policy', 'policies', 'UPDATE policies SET small_cap_fen = 80000', /grant LSJZ2026-001-00001-1/],
  ['an edited explanation', 'filing_items', "UPDATE filing_items SET kind = 'RECEIPT'", /filing 1: its papers were changed/],
  ['an edited journal', 'journal', "UPDATE journal SET person_id = NULL WHERE chain = '990101001' AND seq = 5", /journal 990101001 row 5/],
  ['an edited person of a grant', 'grants', "UPDATE grants SET cause_code = 'FIRE'", /grants\.decide of gra_.*a row that it wrote was changed/],
  ['a moved due day', 'explanation_dues', "UPDATE explanation_dues SET due_on = '2027-10-12'", /due 2027-10-12/],
  ['an edited kin answer', 'acceptances', "UPDATE acceptances SET accepted_at = '2026-01-01T00:00:00.000Z'", /requests\.accept of req_/],
  ['a post held earlier', 'posts', "UPDATE posts SET from_at = '2000-01-01T00:00:00.000Z' WHERE kind = 'leader'", /county\.found of/],
  ['another confirmer', 'proposal_confirmations', 'UPDATE proposal_confirmations SET confirmed_by = (SELECT made_by FROM proposals LIMIT 1)', /fund\.confirm of pro_/],
  ['a receipt rewritten', 'receipts', "UPDATE receipts SET answer = '{}'", /a row that it wrote was changed/],
  ['a photo taken away', 'filing_items', 'DELETE FROM filing_items', /a row that it wrote was changed|its papers were changed/],
  ['a name in plain text', 'persons', "UPDATE persons SET name_cipher = '王秀兰' WHERE name_cipher IS NOT NULL", /holds plain text/],
]

for (const [name, table, sql, names] of attacks) {
  it(`verify names the row after ${name}`, async () => {
    const county = await livedCounty()
    tamper(county.path, table, sql)
    expect(findings(county.path).join('\n')).toMatch(names)
  })
}

it('verify names a move of which one column was changed, though every trigger stands again', async () => {
  for (const change of [
    "per = 'claim'", "via = 'case'", "channel = 'cash'", 'whole = 0', "paper = 'named'", "makers = ',leader,'", 'undo_makers = NULL, undo_checkers = NULL',
  ]) {
    const county = await livedCounty()
    tamper(county.path, 'moves', `UPDATE moves SET ${change} WHERE event = 'bounce' AND credit_place = 'awaiting'`)
    expect(findings(county.path).join('\n'), change).toMatch(/move bounce bank.held awaiting was changed/)
  }
})

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
