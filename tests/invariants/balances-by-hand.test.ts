import { expect, it, onTestFinished } from 'vitest'
import { LocalConnection } from '../../db/local-connection.ts'
import { everythingHappened } from '../support/everything.ts'
import { paper } from '../support/afterwards.ts'
import { crewOf, done } from '../support/crew.ts'

const [first, second] = ['F990101001', 'F990101002']

/** The first fund's last entry stands and its balances have not followed yet: as between the entry and the trigger behind it. */
async function unmoved(order: 'receipts' | 'grant') {
  const { county, crew } = await everythingHappened()
  const there = await crewOf(county, 2)
  if (order === 'receipts') for (const of of [there, crew]) await done(of.cashier.post(`/funds/${of.fund}/receipts`, { amountFen: 100, bankSerial: paper(), reason: '不明来款' }))
  const grant = order === 'grant' ? (await crew.granted()).grant : ''
  const plain = new LocalConnection(county.path, 'writer')
  onTestFinished(() => plain.close())
  const [entry] = plain.run({ sql: 'SELECT seq, fen FROM entries WHERE fund_code = ? ORDER BY seq DESC LIMIT 1', args: [first] })
  const seq = Number(entry?.seq)
  const triggers = plain.run({ sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('balances', 'entries')", args: [] })
  plain.exec('PRAGMA foreign_keys = OFF')
  const loosely = (sql: string) => {
    for (const { name } of triggers) plain.exec(`DROP TRIGGER ${String(name)}`)
    plain.exec(sql)
    for (const trigger of triggers) plain.exec(String(trigger.sql))
  }
  const said = (sql: string, before = '') => {
    plain.exec('BEGIN IMMEDIATE')
    try {
      if (before) loosely(before)
      plain.run({ sql, args: [] })
      return plain.run({ sql: 'SELECT changes() AS n', args: [] })[0]?.n === 1 ? 'done' : 'nothing'
    } catch (error) {
      return String((error as Error).message)
    } finally {
      if (plain.inTransaction) plain.exec('ROLLBACK')
    }
  }
  return { plain, seq, fen: Number(entry?.fen), grant, said, loosely }
}

it('a balance starts at nothing, before any entry, once', async () => {
  const { said, loosely } = await unmoved('receipts')
  const start = (place: string, fen: number, seq: number, verb = 'INSERT') => said(`${verb} INTO balances (fund_code, place, key, fen, seq) VALUES ('${first}', '${place}', 'of nobody', ${fen}, ${seq})`)
  expect(start('overdue', 0, 0)).toBe('done')
  expect([start('overdue', 1, 0), start('overdue', 0, 1), start('overdue', 0, -1)]).toEqual(['append_only', 'append_only', 'append_only'])
  loosely(`INSERT INTO balances (fund_code, place, key, fen, seq) VALUES ('${first}', 'overdue', 'of nobody', 5, 1)`)
  expect([start('overdue', 0, 0), start('overdue', 0, 0, 'REPLACE')]).toEqual(['append_only', 'append_only'])
  expect(start('awaiting', 0, 0)).toBe('done')
  expect(said(`INSERT INTO balances (fund_code, place, key, fen, seq) VALUES ('${second}', 'overdue', 'of nobody', 0, 0)`)).toBe('done')
  expect(said(`INSERT INTO balances (fund_code, place, key, fen, seq) VALUES ('${first}', 'overdue', 'of another', 0, 0)`)).toBe('done')
})

it('a balance moves with the last entry of its fund, at its place, by its fen, once', async () => {
  const { seq, fen, said, loosely } = await unmoved('receipts')
  loosely(`DELETE FROM balances WHERE fund_code = '${first}' AND place IN ('bank.unknown', 'suspense');
    INSERT INTO balances VALUES ('${first}', 'bank.unknown', '', 0, 0), ('${first}', 'suspense', '', 0, 0)`)
  const set = (change: string, place = 'bank.unknown', before = '') => said(`UPDATE balances SET ${change} WHERE fund_code = '${first}' AND place = '${place}' AND key = ''`, before)
  const right = `seq = ${seq}, fen = fen + ${fen}`
  expect([set(right), set(right, 'suspense')]).toEqual(['done', 'done'])
  const bent = {
    'a fen more': set(`seq = ${seq}, fen = fen + ${fen + 1}`),
    'the other way': set(`seq = ${seq}, fen = fen - ${fen}`, 'bank.unknown', `UPDATE balances SET fen = 1000 WHERE fund_code = '${first}' AND place = 'bank.unknown'`),
    'nothing but the number': set(`seq = ${seq}`),
    'by no entry': set(`fen = fen + ${fen}`),
    'by the entry to come': set(`seq = ${seq + 1}, fen = fen + ${fen}`),
    'by the entry before': set(`seq = ${seq - 1}, fen = fen + ${fen}`),
    'at a place that it does not touch': set(right, 'bank.available'),
    twice: set(right, 'bank.unknown', `UPDATE balances SET seq = ${seq} WHERE fund_code = '${first}' AND place = 'bank.unknown'`),
    'by an entry that is not the last': set(right, 'bank.unknown', `UPDATE entries SET seq = ${seq + 7} WHERE fund_code = '${first}' AND seq = ${seq - 1}`),
    'another place becomes it': said(`UPDATE balances SET place = 'bank.unknown', ${right} WHERE fund_code = '${first}' AND place = 'cash.available'`,
      `DELETE FROM balances WHERE fund_code = '${first}' AND place = 'bank.unknown'`),
    'another fund becomes it': said(`UPDATE balances SET fund_code = '${first}', seq = ${seq}, fen = fen + ${fen} WHERE fund_code = '${second}' AND place = 'bank.unknown'`,
      `DELETE FROM balances WHERE fund_code = '${first}' AND place = 'bank.unknown'; UPDATE balances SET seq = 0 WHERE fund_code = '${second}' AND place = 'bank.unknown'`),
  }
  expect(Object.fromEntries(Object.entries(bent).filter(([, word]) => word !== 'append_only'))).toEqual({})
})

it('the balance of a payout moves with that payout’s entry, and of no other', async () => {
  const { seq, fen, grant, said, loosely } = await unmoved('grant')
  loosely(`UPDATE balances SET fen = 0, seq = 0 WHERE key = '${grant}.1'; INSERT INTO balances VALUES ('${first}', 'bank.held', 'of nobody', 0, 0)`)
  const set = (change: string, key: string, before = '') => said(`UPDATE balances SET ${change} WHERE fund_code = '${first}' AND place = 'bank.held' AND key = '${key}'`, before)
  const right = `seq = ${seq}, fen = fen + ${fen}`
  expect(set(right, `${grant}.1`)).toBe('done')
  expect(set(right, 'of nobody')).toBe('append_only')
  expect(set(`key = '${grant}.1', ${right}`, 'of nobody', `DELETE FROM balances WHERE key = '${grant}.1'`)).toBe('append_only')
})
