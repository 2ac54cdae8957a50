import { expect, it } from 'vitest'
import { verify } from '../../worker/oversight/verify.ts'
import { attackedCounty, attackedFund as fund } from '../support/attack.ts'
import { engines, Refused } from '../support/engines.ts'
import { pixel } from '../support/steps.ts'

const rewrites = [
  ...['entries', 'grants', 'payouts', 'journal', 'requests', 'acceptances', 'filings', 'explanations', 'evidence', 'funds', 'places', 'moves', 'policies', 'receipts', 'households', 'household_changes', 'payees', 'calendar_days']
    .flatMap((table) => [`DELETE FROM ${table}`, `UPDATE ${table} SET $first = 'another'`]),
  'UPDATE entries SET fen = fen + 1', "UPDATE entries SET day = '2026-01-01'", 'UPDATE entries SET hash = hash', 'DELETE FROM balances', 'UPDATE balances SET fen = fen + 1',
  'UPDATE balances SET fen = 0', 'UPDATE balances SET seq = seq + 1, fen = fen + 1', "UPDATE balances SET place = 'cash.available'",
  `INSERT INTO balances VALUES ('${fund}', 'bank.unknown', '', 5, 0)`, `REPLACE INTO balances VALUES ('${fund}', 'bank.available', '', 0, 0)`,
  `INSERT OR REPLACE INTO balances VALUES ('${fund}', 'bank.available', '', 99999999, 1)`,
  `INSERT INTO balances VALUES ('${fund}', 'bank.available', '', 7, 1) ON CONFLICT DO UPDATE SET fen = 7`,
  "INSERT INTO places VALUES ('pocket', 1, 'fund')", "INSERT INTO moves VALUES ('gift', 'cash.available', 'county', 'fund', 'order', NULL, 0, 'none', 0, '*', '', NULL, NULL)",
  "INSERT OR REPLACE INTO moves VALUES ('allocate', 'bank.available', 'county', 'fund', 'order', NULL, 0, 'none', 0, '*', '', NULL, NULL)", 'UPDATE moves SET dual = 0', 'UPDATE grants SET fen = 1', "UPDATE grants SET track = 'urgent'",
  'REPLACE INTO grants SELECT * FROM grants', 'REPLACE INTO payouts SELECT * FROM payouts', 'REPLACE INTO journal SELECT * FROM journal', 'REPLACE INTO funds SELECT * FROM funds',
  'REPLACE INTO acceptances SELECT * FROM acceptances', 'UPDATE posts SET kind = \'leader\'', 'UPDATE posts SET until_at = NULL', 'DELETE FROM posts', 'REPLACE INTO posts SELECT * FROM posts',
  'UPDATE calendar_days SET working = 1 - working WHERE official = 1', 'UPDATE calendar_days SET official = 0',
  "UPDATE calendar_days SET day = '2040-01-01', official = 1 WHERE official = 0", 'REPLACE INTO calendar_days SELECT * FROM calendar_days',
  'UPDATE household_changes SET household_id = household_id', "UPDATE household_changes SET relation = '邻居'",
  'REPLACE INTO household_changes SELECT * FROM household_changes', 'REPLACE INTO payees SELECT * FROM payees',
  "UPDATE payees SET account_cipher = 'another', account_index = 'another'", 'UPDATE payees SET set_at = set_by',
  'UPDATE policies SET small_cap_fen = 1', 'UPDATE proposals SET fen = 1', 'DELETE FROM proposal_confirmations', 'REPLACE INTO proposals SELECT * FROM proposals',
]

it.each(engines)(`$name: ${rewrites.length} rewrites of what is written are refused by a rule, and change nothing`, async (engine) => {
  const { county, leader, plain, photo, one } = await attackedCounty(engine)
  await leader.photo(pixel)
  const before = await photo()
  for (const rewrite of rewrites) {
    const [, , table] = /(UPDATE) (\w+) SET \$first/.exec(rewrite) ?? []
    const sql = rewrite.replace('$first', String(table && (await one(`SELECT name FROM pragma_table_info('${table}')`))))
    const refusal = await plain.run(sql).catch((error: unknown) => error)
    expect.soft(refusal, sql).toBeInstanceOf(Refused)
    expect.soft(String(refusal), sql).not.toMatch(/no such|syntax|columns but|values for/)
    expect(await photo(), sql).toEqual(before)
  }
  await plain.close()
  expect(verify(county.path).filter(({ bad }) => bad !== null)).toEqual([])
})

it('the engines are not one SQLite under three names', async () => {
  const versions = engines.map(async (engine) => {
    const { one } = await attackedCounty(engine)
    return String(await one('SELECT sqlite_version()'))
  })
  expect(new Set(await Promise.all(versions)).size).toBe(2)
})
