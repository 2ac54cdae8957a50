import { hash } from 'node:crypto'
import type { Statement, Value } from '../../db/database.ts'

/** What may lawfully change later (people, sessions, the end of a post, an emptied account, calendar, places), or is chained itself. */
const changing: Record<string, '*' | readonly string[]> = {
  persons: '*',
  near_names: '*',
  texts: '*',
  sessions: '*',
  pins: '*',
  calendar_days: '*',
  county: '*',
  townships: '*',
  journal: '*',
  posts: ['until_at'],
  // what they say is held by `said_hash`, which no new key changes
  payees: ['holder_cipher', 'bank_cipher', 'account_cipher', 'salt_cipher', 'account_index', 'holder_index'],
}

const modulus = 1n << 256n

/** Whether the rows of this table are held by the journal. */
export function isKept(table: string): boolean {
  return changing[table] !== '*'
}

/** The columns of a table that a row's share covers, in the order in which it covers them. */
export function keptColumns(table: string, columns: readonly string[]): string[] {
  const left = changing[table] ?? []
  return columns.filter((name) => name !== 'journal_id' && !left.includes(name)).toSorted()
}

/** One row's share: SHA-256 of table, columns and values; the journal row's id is what it hangs on, not part of it. */
export function rowShare(table: string, kept: readonly string[], row: Readonly<Record<string, Value>>): bigint {
  return cellsShare(table, kept, kept.map((name) => row[name] ?? null))
}

/** The same of bare cells, in the order of their names. */
export function cellsShare(table: string, kept: readonly string[], cells: readonly Value[]): bigint {
  const said: unknown[] = [table]
  for (const [index, name] of kept.entries()) {
    const cell = cells[index] ?? null
    if (cell !== null) said.push(name, cell)
  }
  return BigInt(`0x${hash('sha256', JSON.stringify(said))}`)
}

/** Shares are summed: the order in which a change wrote its rows does not matter, each row does. */
export function sumOfShares(shares: Iterable<bigint>): string {
  let sum = 0n
  for (const share of shares) sum += share
  return (sum % modulus).toString(16).padStart(64, '0')
}

/** What a journal row keeps of its change: every kept row that these statements insert (D-09, after-hash). */
export function rowsHash(statements: readonly Statement[]): string {
  return sumOfShares(statements.flatMap((one) => shareOf(one) ?? []))
}

/** `at`: where the argument of each kept column stands. */
type Insert = { table: string; kept: string[]; at: number[] }
const inserts = new Map<string, Insert | null>()

function shareOf({ sql, args }: Statement): bigint | null {
  const known = inserts.get(sql)
  const insert = known === undefined ? insertOf(sql) : known
  if (known === undefined) inserts.set(sql, insert)
  if (insert === null) return null
  return cellsShare(insert.table, insert.kept, insert.at.map((place) => plain(args[place])))
}

/** Only inserts that bind every column can be held; anything else that writes a kept table is a bug. */
function insertOf(sql: string): Insert | null {
  const match = /^\s*INSERT INTO (\w+) \(([^)]*)\)\s*VALUES \(([^)]*)\)\s*$/.exec(sql)
  if (!match) {
    if (/^\s*(INSERT|REPLACE|DELETE)\b/.test(sql)) throw new Error(`an insert must bind every column: ${sql.slice(0, 80)}`)
    return null
  }
  const [, table = '', names = '', values = ''] = match
  const columns = names.split(',').map((name) => name.trim())
  if (!isKept(table)) return null
  if (values.split(',').some((value) => value.trim() !== '?')) {
    throw new Error(`an insert must bind every column: ${sql.slice(0, 80)}`)
  }
  const kept = keptColumns(table, columns)
  return { table, kept, at: kept.map((name) => columns.indexOf(name)) }
}

function plain(value: Value | undefined): Value {
  return typeof value === 'bigint' ? Number(value) : (value ?? null)
}
