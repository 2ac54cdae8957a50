import { expect, it } from 'vitest'
import { LocalConnection } from '../../db/local-connection.ts'
import type { Value } from '../../worker/platform/index.ts'
import { verify } from '../../worker/oversight/verify.ts'
import { fundCode, newCounty } from '../support/county.ts'
import { acceptance, acceptedRequest, ask, decision } from '../support/steps.ts'

const fund = fundCode(1)
type Bend = Record<string, Value | { sql: string }>

/** A county with one grant, and plain SQL on its file: as whoever gets at the database without our program. */
async function attackedCounty() {
  const county = await newCounty()
  const [wang, caseworker, leader] = await Promise.all(['wang-xiulan', 't01-jingban', 't01-fenguan'].map((openid) => county.phone(openid)))
  const request = await acceptedRequest(wang!, caseworker!, ask(), acceptance())
  await leader!.post(`/requests/${request}/grant`, decision())
  const plain = new LocalConnection(county.path, 'writer')
  const one = (sql: string) => Object.values(plain.run({ sql, args: [] })[0] ?? {})[0] ?? null
  const personOf = (kind: string) => one(`SELECT person_id FROM posts WHERE kind = '${kind}' AND (township_code IS NULL OR township_code = '990101001')`)
  const photo = () => ['entries', 'balances', 'grants', 'payouts', 'journal', 'moves', 'places', 'funds', 'proposals'].map((table) =>
    JSON.stringify(plain.run({ sql: `SELECT * FROM ${table}`, args: [] })))
  return { county, plain, one, personOf, photo }
}

/** A right entry: the cashier pays 1.00 yuan of cash back into the bank. Each attack bends one thing of it. */
function entry(one: (sql: string) => Value, personOf: (kind: string) => Value, bend: Bend = {}, verb = 'INSERT') {
  const row: Bend = {
    fund_code: fund, seq: Number(one(`SELECT max(seq) + 1 FROM entries WHERE fund_code = '${fund}'`)), event: 'deposit', debit_place: 'bank.available',
    credit_place: 'cash.available', fen: 100, payout_id: null, day: '2026-09-28', at: '2026-09-28T02:00:00.000Z', made_by: personOf('cashier'),
    checked_by: null, paper: 'CK-0001', undoes: null, facts_hash: 'a'.repeat(64),
    prev: one(`SELECT hash FROM entries WHERE fund_code = '${fund}' ORDER BY seq DESC LIMIT 1`), hash: 'b'.repeat(64),
    journal_id: one('SELECT id FROM journal LIMIT 1'), ...bend,
  }
  const names = Object.keys(row)
  const values = names.map((name) => { const cell = row[name]!; return typeof cell === 'object' && cell !== null ? cell.sql : '?' })
  const args = names.flatMap((name) => { const cell = row[name]!; return typeof cell === 'object' && cell !== null ? [] : [cell] })
  return { sql: `${verb} INTO entries (${names.join(', ')}) VALUES (${values.join(', ')})`, args }
}

const payout = { sql: '(SELECT id FROM payouts LIMIT 1)' }
const person = (kind: string) => ({ sql: `(SELECT person_id FROM posts WHERE kind = '${kind}' AND (township_code IS NULL OR township_code = '990101001') LIMIT 1)` })
const bends: Record<string, Bend> = {
  'no fen': { fen: 0 }, 'negative fen': { fen: -1 }, 'half a fen': { fen: { sql: '0.5' } }, 'a whole real': { fen: { sql: '100.0' } }, 'a text': { fen: '100' },
  'a word': { fen: 'NaN' }, 'infinity': { fen: { sql: '9e999' } }, 'null fen': { fen: null }, 'a blob': { fen: { sql: "x'64'" } }, 'two to the 53': { fen: 2n ** 53n },
  'more than there is': { fen: 800_001 }, 'the largest integer': { fen: 2n ** 63n - 1n },
  'another seq': { seq: 99_999 }, 'seq again': { seq: 1 }, 'seq zero': { seq: 0 }, 'seq null': { seq: null }, 'another prev': { prev: 'c'.repeat(64) }, 'no prev': { prev: '' },
  'a short hash': { hash: 'abc' }, 'a null hash': { hash: null }, 'no facts': { facts_hash: '' },
  'unknown fund': { fund_code: 'F000000000' }, 'unknown event': { event: 'gift' }, 'unknown place': { debit_place: 'pocket' }, 'both the same place': { debit_place: 'cash.available' },
  'the pair turned round': { debit_place: 'cash.available', credit_place: 'bank.available' }, 'out of thin air': { credit_place: 'county' },
  'into a claim': { debit_place: 'claimed' }, 'straight to cleared': { debit_place: 'cleared' }, 'event of another pair': { event: 'withdraw' },
  'allocation by one person': { event: 'allocate', debit_place: 'bank.available', credit_place: 'county', made_by: person('county_finance') },
  'allocation checked by its maker': { event: 'allocate', credit_place: 'county', made_by: person('county_finance'), checked_by: person('county_finance') },
  'allocation by the township': { event: 'allocate', credit_place: 'county', checked_by: person('county_finance') },
  'allocation checked by the auditor': { event: 'allocate', credit_place: 'county', made_by: person('county_finance'), checked_by: person('auditor') },
  'a day that is none': { day: '2026-02-30' }, 'a day in words': { day: 'yesterday' }, 'a null day': { day: null }, 'an instant without zone': { at: '2026-09-28 02:00' },
  'nobody': { made_by: null }, 'somebody unknown': { made_by: 'per_nobody' }, 'an applicant': { made_by: { sql: "(SELECT person_id FROM requests LIMIT 1)" } },
  'the leader as cashier': { made_by: person('deputy_leader') },
  'a cashier of another township': { made_by: { sql: "(SELECT person_id FROM posts WHERE kind = 'cashier' AND township_code = '990101002')" } },
  'no paper': { paper: null }, 'a journal row that is none': { journal_id: 'jrn_none' }, 'no journal row': { journal_id: null },
  'a payout where none belongs': { payout_id: payout },
  'a second reserve': { event: 'reserve', debit_place: 'bank.held', credit_place: 'bank.available', fen: 50_000, payout_id: payout, made_by: person('deputy_leader'), paper: null },
  'a reserve of another sum': { event: 'reserve', debit_place: 'bank.held', credit_place: 'bank.available', fen: 49_999, payout_id: payout, made_by: person('deputy_leader'), paper: null },
  'a release without cancellation': { event: 'release', debit_place: 'bank.available', credit_place: 'bank.held', fen: 50_000, payout_id: payout, made_by: person('deputy_leader'), paper: null },
  'paid before it was sent': { event: 'paid', debit_place: 'awaiting', credit_place: 'bank.sent', fen: 50_000, payout_id: payout },
  'paid as cash though a transfer': { event: 'paid', debit_place: 'awaiting', credit_place: 'cash.held', fen: 50_000, payout_id: payout, checked_by: person('caseworker') },
  'sent by the approver': { event: 'send', debit_place: 'bank.sent', credit_place: 'bank.held', fen: 50_000, payout_id: payout, made_by: person('deputy_leader'), paper: null },
  'part of a payout sent': { event: 'send', debit_place: 'bank.sent', credit_place: 'bank.held', fen: 1, payout_id: payout, paper: null },
  'a payout through another fund': { event: 'send', fund_code: fundCode(2), debit_place: 'bank.sent', credit_place: 'bank.held', fen: 50_000, payout_id: payout, paper: null },
  'accepted without explanation': { event: 'accept', debit_place: 'cleared', credit_place: 'awaiting', fen: 50_000, payout_id: payout, checked_by: person('finance_reviewer'), paper: null },
  'an undo of nothing': { event: 'undo', credit_place: 'county', debit_place: 'bank.available', undoes: 500, paper: null, checked_by: person('finance_reviewer') },
  'an undo by one person': { event: 'undo', debit_place: 'county', credit_place: 'bank.available', fen: 8_000_000, undoes: 1, paper: null, made_by: person('finance_reviewer') },
  'an undo of another sum': { event: 'undo', debit_place: 'county', credit_place: 'bank.available', fen: 1, undoes: 1, paper: null, made_by: person('finance_reviewer'), checked_by: person('leader') },
  'an undo of a reserve': { event: 'undo', debit_place: 'bank.available', credit_place: 'bank.held', fen: 50_000, undoes: 3, paper: null, made_by: person('finance_reviewer'), checked_by: person('leader') },
}

it('the unbent entry is accepted, so every refusal below is for its bend', async () => {
  const { plain, one, personOf } = await attackedCounty()
  plain.run(entry(one, personOf))
  expect(one(`SELECT fen FROM balances WHERE fund_code = '${fund}' AND place = 'cash.available'`)).toBe(799_900)
  expect(() => plain.run(entry(one, personOf))).toThrow(/paper_used/)
  plain.close()
})

it(`${Object.keys(bends).length} bent entries, each with six ways to insert, move nothing`, async () => {
  const { plain, one, personOf, photo } = await attackedCounty()
  const before = photo()
  for (const [name, bend] of Object.entries(bends)) {
    for (const verb of ['INSERT', 'REPLACE', 'INSERT OR IGNORE', 'INSERT OR FAIL', 'INSERT OR REPLACE', 'INSERT OR ROLLBACK']) {
      try { plain.run(entry(one, personOf, bend, verb)) } catch { /* refused aloud; IGNORE refuses silently */ }
      expect(photo(), `${verb}: ${name}`).toEqual(before)
    }
  }
  plain.close()
})

const rewrites = [
  ...['entries', 'grants', 'payouts', 'journal', 'requests', 'acceptances', 'filings', 'explanations', 'evidence', 'funds', 'places', 'moves', 'policies', 'receipts', 'households']
    .flatMap((table) => [`DELETE FROM ${table}`, `UPDATE ${table} SET rowid = rowid`]),
  'UPDATE entries SET fen = fen + 1', "UPDATE entries SET day = '2026-01-01'", 'UPDATE entries SET hash = hash', 'DELETE FROM balances', 'UPDATE balances SET fen = fen + 1',
  'UPDATE balances SET fen = 0', 'UPDATE balances SET seq = seq + 1, fen = fen + 1', "UPDATE balances SET place = 'cash.available'",
  `INSERT INTO balances VALUES ('${fund}', 'bank.unknown', '', 5, 0)`, `REPLACE INTO balances VALUES ('${fund}', 'bank.available', '', 0, 0)`,
  `INSERT OR REPLACE INTO balances VALUES ('${fund}', 'bank.available', '', 99999999, 1)`,
  `INSERT INTO balances VALUES ('${fund}', 'bank.available', '', 7, 1) ON CONFLICT DO UPDATE SET fen = 7`,
  "INSERT INTO places VALUES ('pocket', 1, 'fund')", "INSERT INTO moves VALUES ('gift', 'cash.available', 'county', NULL, 0, '*', '')",
  "INSERT OR REPLACE INTO moves VALUES ('allocate', 'bank.available', 'county', NULL, 0, '*', '')", 'UPDATE moves SET dual = 0', 'UPDATE grants SET fen = 1', "UPDATE grants SET track = 'urgent'",
  'REPLACE INTO grants SELECT * FROM grants', 'REPLACE INTO payouts SELECT * FROM payouts', 'REPLACE INTO journal SELECT * FROM journal', 'REPLACE INTO funds SELECT * FROM funds',
  'REPLACE INTO acceptances SELECT * FROM acceptances', 'UPDATE posts SET kind = \'leader\'', 'UPDATE posts SET until_at = NULL', 'DELETE FROM posts', 'REPLACE INTO posts SELECT * FROM posts',
  'UPDATE policies SET small_cap_fen = 1', 'UPDATE proposals SET fen = 1', 'DELETE FROM proposal_confirmations', 'REPLACE INTO proposals SELECT * FROM proposals',
]

it(`${rewrites.length} rewrites of what is written change nothing`, async () => {
  const { county, plain, photo } = await attackedCounty()
  const before = photo()
  for (const sql of rewrites) {
    try { plain.exec(sql) } catch { /* refused aloud */ }
    expect(photo(), sql).toEqual(before)
  }
  plain.close()
  expect(verify(county.path).filter(({ bad }) => bad !== null)).toEqual([])
})
