import type { Binds } from './connection.ts'
import { HranaConnection } from './connection.ts'
import { kindOf } from './kind.ts'
import type { Condition, StatementResult, WireError, WireRequest, WireResponse, WireStatement } from './protocol.ts'
import { fromWire, HranaError, wireError } from './protocol.ts'
import type { Turn } from './turn.ts'

/** What the streams of one file share. */
export type House = { path: string; idle: HranaConnection[]; turn: Turn; patienceMs: number }

type Ready = { sql: string; binds: Binds; wantRows: boolean }

const idleMax = 8
const storedMax = 256
const readOnly = () => new HranaError('SQLite error: attempt to write a readonly database', 'SQLITE_READONLY')
const pause = () => new Promise((resolve) => setTimeout(resolve, 15))

/**
 * One client's stream: a connection of its own, the SQL texts it stored, and the writer's turn for as long as it is in
 * a transaction that may write. So the writes of several streams never interleave.
 */
export class Stream {
  readonly #house: House
  readonly #connection: HranaConnection
  readonly #stored = new Map<number, string>()
  #hasTurn = false
  #tainted = false
  #onlyReads = false
  closed = false

  constructor(house: House) {
    this.#house = house
    this.#connection = house.idle.pop() ?? new HranaConnection(house.path)
  }

  async answer(request: WireRequest): Promise<WireResponse> {
    if (this.closed) throw new HranaError('the stream is closed', 'STREAM_CLOSED')
    try {
      return await this.#answer(request)
    } finally {
      if (!this.closed && !this.#connection.inTransaction) {
        this.#onlyReads = false
        this.#giveTurn()
      }
    }
  }

  /** Undoes what was not committed; the connection goes back for the next stream. */
  close(): void {
    if (this.closed) return
    this.closed = true
    if (this.#connection.inTransaction) this.#connection.script('ROLLBACK')
    if (this.#tainted || this.#house.idle.length >= idleMax) this.#connection.close()
    else this.#house.idle.push(this.#connection)
    this.#giveTurn()
  }

  async #answer(request: WireRequest): Promise<WireResponse> {
    const { type } = request
    switch (type) {
      case 'execute': {
        const ready = this.#ready(request.stmt)
        await this.#prepareFor([ready.sql])
        return { type, result: await this.#run(ready) }
      }
      case 'batch':
        return { type, result: await this.#batch(request.batch.steps) }
      case 'sequence': {
        const sql = this.#sql(request)
        await this.#prepareFor([sql], true)
        if (this.#onlyReads) throw readOnly()
        this.#connection.script(sql)
        return { type }
      }
      case 'describe':
        return { type, result: this.#connection.describe(this.#sql(request)) }
      case 'store_sql':
        if (this.#stored.size >= storedMax) throw new HranaError('too many stored SQL texts', 'SQL_STORE_TOO_LARGE')
        this.#stored.set(request.sql_id, request.sql)
        return { type }
      case 'close_sql':
        this.#stored.delete(request.sql_id)
        return { type }
      case 'get_autocommit':
        return { type, is_autocommit: !this.#connection.inTransaction }
      case 'close':
        this.close()
        return { type }
    }
  }

  async #batch(steps: { stmt: WireStatement; condition?: Condition | null }[]): Promise<unknown> {
    const all = steps.map(({ stmt, condition }) => ({ ready: this.#ready(stmt), condition }))
    await this.#prepareFor(all.map(({ ready }) => ready.sql))
    const results: (StatementResult | null)[] = []
    const errors: (WireError | null)[] = []
    const holds = (condition: Condition): boolean => {
      switch (condition.type) {
        case 'ok':
          return Boolean(results[condition.step])
        case 'error':
          return Boolean(errors[condition.step])
        case 'is_autocommit':
          return !this.#connection.inTransaction
        case 'not':
          return !holds(condition.cond)
        case 'and':
          return condition.conds.every(holds)
        case 'or':
          return condition.conds.some(holds)
      }
    }
    for (const { ready, condition } of all) {
      let result: StatementResult | null = null
      let refused: WireError | null = null
      try {
        if (!condition || holds(condition)) result = await this.#run(ready)
      } catch (error) {
        refused = wireError(error)
      }
      results.push(result)
      errors.push(refused)
    }
    return { step_results: results, step_errors: errors }
  }

  /** Outside a transaction a file locked by another process is asked again: nothing has happened yet. */
  async #run({ sql, binds, wantRows }: Ready): Promise<StatementResult> {
    const until = Date.now() + this.#house.patienceMs
    const kind = kindOf(sql)
    if (this.#onlyReads && kind.writes) throw readOnly()
    for (;;) {
      const alone = !this.#connection.inTransaction
      try {
        const result = this.#connection.run(kind.promisesToRead ? 'BEGIN' : sql, binds, wantRows)
        if (alone) this.#onlyReads = kind.promisesToRead
        return result
      } catch (error) {
        if (!alone || wireError(error).code !== 'SQLITE_BUSY' || Date.now() > until) throw error
        await pause()
      }
    }
  }

  async #prepareFor(sqls: string[], script = false): Promise<void> {
    const kinds = sqls.map(kindOf)
    if (kinds.some((kind) => kind.forbidden))
      throw new HranaError('ATTACH, DETACH and VACUUM are not served', 'SQL_BLOCKED')
    if (script || kinds.some((kind) => kind.tainting)) this.#tainted = true
    if (this.#hasTurn || !(script || kinds.some((kind) => kind.writes))) return
    if (!(await this.#house.turn.take(this.#house.patienceMs)))
      throw new HranaError('SQLite error: database is locked', 'SQLITE_BUSY')
    this.#hasTurn = true
  }

  #giveTurn(): void {
    if (!this.#hasTurn) return
    this.#hasTurn = false
    this.#house.turn.give()
  }

  #ready(statement: WireStatement): Ready {
    const { args, named_args: named } = statement
    if (args.length > 0 && named.length > 0)
      throw new HranaError('positional and named arguments at once', 'ARGS_INVALID')
    const binds =
      named.length > 0
        ? Object.fromEntries(named.map(({ name, value }) => [name, fromWire(value)]))
        : args.map(fromWire)
    return { sql: this.#sql(statement), binds, wantRows: statement.want_rows ?? true }
  }

  #sql({ sql, sql_id: id }: { sql?: string | null; sql_id?: number | null }): string {
    const text = sql ?? (id === null || id === undefined ? undefined : this.#stored.get(id))
    if (text === undefined) throw new HranaError('no SQL text, or an id that was not stored', 'SQL_NOT_FOUND')
    return text
  }
}
