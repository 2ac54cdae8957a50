import { onTestFinished } from 'vitest'
import type { Row, Value } from '../../worker/platform/index.ts'
import { LocalConnection } from '../../db/local-connection.ts'
import { actInsert } from './act.ts'
import type { TestCounty } from './county.ts'
import { fundCode } from './county.ts'

export type Changed = Record<string, Value>
/** `act`: in the name of an act of whoever now makes it. `first`: what else is changed before, as if by hand. */
export type PutBack = (change?: Changed, how?: { act?: boolean; first?: string }) => string | null

/**
 * Takes the fund's last entry out again: everything that was written beside it stands, the entry is still to come. Put back
 * as it was it is accepted; put back changed it is refused with a word. Nothing of an attempt stays.
 */
export function lastEntryTakenOut({ path }: TestCounty, fund = fundCode()): { row: Row; putBack: PutBack } {
  const plain = connected(path)
  const row = plain.run({ sql: 'SELECT * FROM entries WHERE fund_code = ? ORDER BY seq DESC LIMIT 1', args: [fund] })[0] ?? {}
  const loosened = loosen(plain, ['entries', 'balances'])
  plain.run({ sql: 'DELETE FROM entries WHERE fund_code = ? AND seq = ?', args: [fund, row.seq ?? 0] })
  plain.run({
    sql: `UPDATE balances SET seq = seq - 1, fen = fen + ?3 * (SELECT p.sign * iif(p.place = ?4, -1, 1) FROM places p WHERE p.place = balances.place)
      WHERE fund_code = ?1 AND seq = ?2`,
    args: [fund, row.seq ?? 0, row.fen ?? 0, row.debit_place ?? ''],
  })
  for (const sql of loosened) plain.exec(sql)
  return { row, putBack: (change, how) => attempt(plain, 'entries', { ...row, ...change }, how) }
}

/** The same with any row that stands alone and that was the last of its table to be written. */
export function lastRowTakenOut({ path }: TestCounty, table: string, when = "''"): { row: Row; putBack: PutBack } {
  const plain = connected(path)
  const key = plain.run({ sql: `SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`, args: [] }).map(({ name }) => String(name))
  const newest = [when, '(SELECT seq FROM journal WHERE id = journal_id)', ...key].map((column) => `${column} DESC`).join(', ')
  const row = plain.run({ sql: `SELECT * FROM ${table} ORDER BY ${newest} LIMIT 1`, args: [] })[0] ?? {}
  const loosened = loosen(plain, [table])
  plain.run({ sql: `DELETE FROM ${table} WHERE ${key.map((column) => `${column} = ?`).join(' AND ')}`, args: key.map((column) => row[column] ?? null) })
  for (const sql of loosened) plain.exec(sql)
  return { row, putBack: (change, how) => attempt(plain, table, { ...row, ...change }, how) }
}

/** Open for all attempts of a test. */
function connected(path: string): LocalConnection {
  const plain = new LocalConnection(path, 'writer')
  onTestFinished(() => plain.close())
  plain.exec('PRAGMA foreign_keys = OFF')
  return plain
}

function attempt(plain: LocalConnection, table: string, row: Row, { act = false, first = '' }: { act?: boolean; first?: string } = {}): string | null {
  plain.exec('BEGIN IMMEDIATE')
  try {
    if (first !== '') {
      const loosened = loosen(plain, [...new Set([...first.matchAll(/(?:INTO|UPDATE|DELETE FROM) (\w+)/g)].map(([, table]) => table ?? ''))])
      plain.exec(first)
      for (const sql of loosened) plain.exec(sql)
    }
    const whoever = Object.keys(row).find((column) => /^[a-z]+_by$/.test(column) && !['made_by', 'checked_by'].includes(column))
    const by = row.checked_by ?? row.made_by ?? row[whoever ?? '']
    const at = row.at ?? row[Object.keys(row).find((column) => /^[a-z]+_at$/.test(column)) ?? '']
    const done = actInsert(String(by), String(at))
    if (act) plain.run(done.statement)
    const whole = act ? { ...row, journal_id: done.id } : row
    const columns = Object.keys(whole)
    plain.run({ sql: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, args: Object.values(whole) })
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    if (plain.inTransaction) plain.exec('ROLLBACK')
  }
}

/** Drops the triggers of these tables; what puts them back. */
function loosen(plain: LocalConnection, tables: string[]): string[] {
  const triggers = tables.flatMap((table) => plain.run({ sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", args: [table] }))
  for (const { name } of triggers) plain.exec(`DROP TRIGGER ${String(name)}`)
  return triggers.map(({ sql }) => String(sql))
}
