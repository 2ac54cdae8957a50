import type { LocalConnection } from '../../db/local-connection.ts'
import type { Row, Value } from '../platform/index.ts'

/** What a check looks at: the county's file, opened to read. */
export type Books = {
  rows(sql: string, ...args: Value[]): Row[]
  each(sql: string, visit: (row: Row) => string | null): Verdict
  values(sql: string): Iterable<Value[]>
}
/**
 * `bad` names the first row that is wrong, or is null, `fund` whose it is; `count` is how many were looked at. `funds`: all
 * that have a wrong row, so that each of them can be stopped.
 */
export type Verdict = { count: number; bad: string | null; fund: string | null; funds?: string[] }
export type Check = { name: string; run(books: Books): Verdict }

/** The books of a connection that only reads. */
export function openBooks(connection: LocalConnection): Books {
  const rows = (sql: string, ...args: Value[]) => connection.run({ sql, args })
  const each = (sql: string, visit: (row: Row) => string | null): Verdict => {
    let count = 0
    const wrong: Wrong[] = []
    try {
      for (const row of connection.each(sql)) {
        count += 1
        const bad = visit(row)
        if (bad !== null) note(wrong, { bad, fund: fundOf(row) })
      }
    } catch (error) {
      if (wrong.length === 0) throw error
    }
    return verdict(count, wrong)
  }
  return { rows, each, values: (sql) => connection.eachValues(sql) }
}

type Wrong = { bad: string; fund: string | null }

/** The first, and the first of each other fund: a county full of wrong rows does not fill the memory. */
function note(wrong: Wrong[], row: Wrong): void {
  if (wrong.length === 0 || (row.fund !== null && !wrong.some(({ fund }) => fund === row.fund))) wrong.push(row)
}

function verdict(count: number, wrong: Wrong[]): Verdict {
  const [first] = wrong
  if (!first) return { count, bad: null, fund: null }
  return { count, ...first, funds: wrong.flatMap(({ fund }) => fund ?? []) }
}

/** A row with a `fund_code` is a row of that fund. */
const fundOf = (row: Row | undefined): string | null => (typeof row?.fund_code === 'string' ? row.fund_code : null)

/** A check that is one query: every row it returns is wrong; its `bad` column says which, its `fund_code` whose. */
export function noRows(name: string, sql: string): Check {
  return {
    name,
    run: (books) => {
      const wrong: Wrong[] = []
      for (const row of books.rows(`${sql} LIMIT 1000`)) note(wrong, { bad: String(row.bad), fund: fundOf(row) })
      return verdict(1, wrong)
    },
  }
}
