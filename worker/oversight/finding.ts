import type { LocalConnection } from '../../db/local-connection.ts'
import type { Row, Value } from '../platform/index.ts'

/** What a check looks at: the county's file, opened to read. */
export type Books = {
  rows(sql: string, ...args: Value[]): Row[]
  each(sql: string, visit: (row: Row) => string | null): Verdict
  values(sql: string): Iterable<Value[]>
}
/** `bad` names the first row that is wrong, or is null, `fund` whose it is; `count` is how many were looked at. */
export type Verdict = { count: number; bad: string | null; fund: string | null }
export type Check = { name: string; run(books: Books): Verdict }

/** The books of a connection that only reads. */
export function openBooks(connection: LocalConnection): Books {
  const rows = (sql: string, ...args: Value[]) => connection.run({ sql, args })
  const each = (sql: string, visit: (row: Row) => string | null): Verdict => {
    let count = 0
    for (const row of connection.each(sql)) {
      count += 1
      const bad = visit(row)
      if (bad !== null) return { count, bad, fund: fundOf(row) }
    }
    return { count, bad: null, fund: null }
  }
  return { rows, each, values: (sql) => connection.eachValues(sql) }
}

/** A row with a `fund_code` is a row of that fund. */
const fundOf = (row: Row | undefined): string | null => (typeof row?.fund_code === 'string' ? row.fund_code : null)

/** A check that is one query: every row it returns is wrong; its `bad` column says which, its `fund_code` whose. */
export function noRows(name: string, sql: string): Check {
  return {
    name,
    run: (books) => {
      const bad = books.rows(`${sql} LIMIT 1`)[0]
      return { count: 1, bad: bad ? String(bad.bad) : null, fund: fundOf(bad) }
    },
  }
}
