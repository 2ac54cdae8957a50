import { expect, it, onTestFinished } from 'vitest'
import { LocalConnection } from '../../db/local-connection.ts'
import { problems } from '../../worker/contract/index.ts'
import { everythingHappened } from '../support/everything.ts'

/** What may change: people and their words, sessions, asks of desks that nobody answered, PINs, posts that end, cards that are emptied, days that become official, the lease. */
const changing = ['county', 'townships', 'probes', 'persons', 'near_names', 'texts', 'posts', 'sessions', 'desk_asks', 'pins', 'payees', 'calendar_days', 'balances', 'leases', 'migrations']

it('every other table refuses UPDATE of any column, DELETE and REPLACE in plain SQL, with nothing but its own triggers', async () => {
  const { county } = await everythingHappened()
  const plain = new LocalConnection(county.path, 'writer')
  onTestFinished(() => plain.close())
  plain.exec('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON')
  const names = (sql: string) => plain.run({ sql, args: [] }).map(({ name }) => String(name))
  const tables = names("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .filter((table) => !changing.includes(table))
  const said = (sql: string) => {
    plain.exec('BEGIN IMMEDIATE')
    try {
      plain.run({ sql, args: [] })
      return 'done'
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    } finally {
      if (plain.inTransaction) plain.exec('ROLLBACK')
    }
  }
  const wrong = tables.flatMap((table) => {
    const columns = names(`SELECT name FROM pragma_table_info('${table}')`)
    const changed = [`DELETE FROM ${table}`, ...columns.map((column) => `UPDATE ${table} SET ${column} = ${column}`)]
    return [
      ...(plain.run({ sql: `SELECT 1 FROM ${table} LIMIT 1`, args: [] }).length === 0 ? [`${table} is empty`] : []),
      ...changed.filter((sql) => said(sql) !== 'append_only'),
      ...[`REPLACE INTO ${table} SELECT * FROM ${table}`].filter((sql) => !(said(sql) in problems)),
    ]
  })
  expect(tables.length).toBeGreaterThan(35)
  expect(wrong).toEqual([])
})
