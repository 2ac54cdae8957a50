import type { SqliteFile, SqliteStatement } from '../sqlite-file.ts'
import { openSqlite, said } from '../sqlite-file.ts'
import { paramsOf } from './kind.ts'
import type { SqlValue, StatementResult } from './protocol.ts'
import { HranaError, toWire } from './protocol.ts'

type Prepared = { statement: SqliteStatement; cols: Description['cols'] }
export type Binds = SqlValue[] | Record<string, SqlValue>
export type Description = {
  params: { name: string | null }[]
  cols: { name: string; decltype: string | null }[]
  is_explain: boolean
  is_readonly: boolean
}

const preparedMax = 500

/** One connection as a stream uses it: every 64-bit integer exact, rows as the wire wants them. Synchronous. */
export class HranaConnection {
  readonly #sqlite: SqliteFile
  readonly #prepared = new Map<string, Prepared>()

  constructor(path: string) {
    this.#sqlite = openSqlite(path, { timeout: 5, readBigInts: true })
    this.script('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384')
  }

  get inTransaction(): boolean {
    return this.#sqlite.isTransaction
  }

  run(sql: string, binds: Binds, wantRows: boolean): StatementResult {
    const { statement, cols } = this.#prepare(sql)
    if (cols.length === 0) {
      const { changes, lastInsertRowid } = said(() => (Array.isArray(binds) ? statement.run(...binds) : statement.run(binds)))
      return { cols, rows: [], affected_row_count: Number(changes), last_insert_rowid: String(lastInsertRowid) }
    }
    const rows = said(() => rowsOf(statement, binds))
    const affected = /\breturning\b/i.test(sql) ? Number(this.#scalar('SELECT changes()')) : 0
    const rowid = affected > 0 ? String(this.#scalar('SELECT last_insert_rowid()')) : null
    return {
      cols,
      rows: wantRows ? rows.map((row) => row.map(toWire)) : [],
      affected_row_count: affected,
      last_insert_rowid: rowid,
    }
  }

  /** Several statements in one text, without their rows. */
  script(sql: string): void {
    said(() => this.#sqlite.exec(sql))
  }

  /** SQLite's own program for a statement says whether it opens a write. */
  describe(sql: string): Description {
    const { cols } = this.#prepare(sql)
    const isExplain = /^\s*explain\b/i.test(sql)
    const steps = isExplain ? [] : rowsOf(this.#prepare(`EXPLAIN ${sql}`).statement, [])
    return {
      params: paramsOf(sql).map((name) => ({ name })),
      cols,
      is_explain: isExplain,
      is_readonly: !steps.some(([, opcode, , p2]) => opcode === 'Transaction' && p2 !== 0n),
    }
  }

  close(): void {
    this.#prepared.clear()
    this.#sqlite.close()
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql)
    if (known) return known
    if (!/\S/.test(sql)) throw new HranaError('SQL string does not contain any statement', 'SQL_NO_STATEMENT')
    const statement = said(() => this.#sqlite.prepare(sql))
    const cols = statement.columns().map(({ name, type }) => ({ name, decltype: type }))
    if (this.#prepared.size >= preparedMax) this.#prepared.clear()
    this.#prepared.set(sql, { statement, cols })
    return { statement, cols }
  }

  #scalar(sql: string): SqlValue {
    const [row] = rowsOf(this.#prepare(sql).statement, [])
    return row?.[0] ?? null
  }
}

function rowsOf(statement: SqliteStatement, binds: Binds): SqlValue[][] {
  return (Array.isArray(binds) ? statement.all(...binds) : statement.all(binds)) as unknown as SqlValue[][]
}
