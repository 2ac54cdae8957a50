import Sqlite from 'libsql'
import type { SqlValue, StatementResult } from './protocol.ts'
import { HranaError, toWire } from './protocol.ts'

type Prepared = { statement: Sqlite.Statement; reader: boolean }
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
  readonly #sqlite: Sqlite.Database
  readonly #prepared = new Map<string, Prepared>()

  constructor(path: string) {
    this.#sqlite = new Sqlite(path, { timeout: 5 })
    this.#sqlite.defaultSafeIntegers(true)
    this.#sqlite.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384',
    )
  }

  get inTransaction(): boolean {
    return this.#sqlite.inTransaction
  }

  run(sql: string, binds: Binds, wantRows: boolean): StatementResult {
    const { statement, reader } = this.#prepare(sql)
    if (!reader) {
      const { changes, lastInsertRowid } = statement.run(binds)
      return { cols: [], rows: [], affected_row_count: changes, last_insert_rowid: this.#rowid(lastInsertRowid) }
    }
    const rows = statement.all(binds) as SqlValue[][]
    const cols = columnsOf(statement)
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
    this.#sqlite.exec(sql)
  }

  /** SQLite's own program for a statement names its parameters and says whether it opens a write. */
  describe(sql: string): Description {
    const { statement, reader } = this.#prepare(sql)
    const isExplain = /^\s*explain\b/i.test(sql)
    const steps = isExplain ? [] : (this.#sqlite.prepare(`EXPLAIN ${sql}`).raw(true).all([]) as SqlValue[][])
    const params = new Map<number, string>()
    for (const [, opcode, p1, , , p4] of steps) if (opcode === 'Variable') params.set(Number(p1), String(p4 ?? ''))
    const count = Math.max(0, ...params.keys())
    return {
      params: Array.from({ length: count }, (_, index) => ({ name: params.get(index + 1) || null })),
      cols: reader ? columnsOf(statement) : [],
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
    const statement = this.#sqlite.prepare(sql)
    const reader = statement.reader
    if (reader) statement.raw(true)
    if (this.#prepared.size >= preparedMax) this.#prepared.clear()
    this.#prepared.set(sql, { statement, reader })
    return { statement, reader }
  }

  /** The driver rounds a large rowid; SQLite does not. */
  #rowid(rowid: number | bigint): string {
    return Number.isSafeInteger(rowid) ? String(rowid) : String(this.#scalar('SELECT last_insert_rowid()'))
  }

  #scalar(sql: string): SqlValue {
    const [row] = this.#prepare(sql).statement.all([]) as SqlValue[][]
    return row?.[0] ?? null
  }
}

function columnsOf(statement: Sqlite.Statement): { name: string; decltype: string | null }[] {
  return statement.columns().map(({ name, type }) => ({ name, decltype: type }))
}
