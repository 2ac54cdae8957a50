import { createHash } from 'node:crypto'
import type { Row, Statement, Value } from '../../db/database.ts'

/** What may lawfully change later (people, sessions, the end of a post, an emptied account, calendar, places), or is chained itself. */
const changing: Record<string, '*' | readonly string[]> = {
  persons: '*',
  texts: '*',
  sessions: '*',
  calendar_days: '*',
  county: '*',
  townships: '*',
  journal: '*',
  posts: ['until_at'],
  payees: ['holder_cipher', 'bank_cipher', 'account_cipher'],
}

const modulus = 1n << 256n

/** Whether the rows of this table are held by the journal. */
export function isKept(table: string): boolean {
  return changing[table] !== '*'
}

/** One row's share: SHA-256 of table, columns by name and values; the journal row's id is what they hang on, not part. */
export function rowShare(table: string, row: Row): bigint {
  const left = changing[table] ?? []
  const said = Object.entries(row).filter(([name, value]) => name !== 'journal_id' && value !== null && !left.includes(name))
  const digest = createHash('sha256').update(JSON.stringify([table, ...said.toSorted(([a], [b]) => (a < b ? -1 : 1))]))
  return BigInt(`0x${digest.digest('hex')}`)
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

type Insert = { table: string; columns: string[] }
const inserts = new Map<string, Insert | null>()

function shareOf({ sql, args }: Statement): bigint | null {
  const known = inserts.get(sql)
  const insert = known === undefined ? insertOf(sql) : known
  if (known === undefined) inserts.set(sql, insert)
  if (insert === null || !isKept(insert.table)) return null
  return rowShare(insert.table, Object.fromEntries(insert.columns.map((column, index) => [column, plain(args[index])])))
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
  if (isKept(table) && values.split(',').some((value) => value.trim() !== '?')) {
    throw new Error(`an insert must bind every column: ${sql.slice(0, 80)}`)
  }
  return { table, columns }
}

function plain(value: Value | undefined): Value {
  return typeof value === 'bigint' ? Number(value) : (value ?? null)
}
