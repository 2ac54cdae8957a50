import type { Row, Statement, Value } from './database.ts'
import { bound } from './database.ts'
import type { SqliteFile, SqliteStatement } from './sqlite-file.ts'
import { openSqlite, said, saidOfEach } from './sqlite-file.ts'

/** More texts than the program has; a caller who makes up his own cannot fill the memory behind SQLite. */
export const preparedMax = 500

/**
 * SQLite's memory behind a statement is let go when the statement is collected, but the collector does not see it. The
 * weight it sees makes it come in time: 120,000 made-up texts end at 207 MB instead of 607 (measured).
 */
type Prepared = { statement: SqliteStatement; columns: string[] | null; weight: ArrayBuffer }
const weightBytes = 16 * 1024

/** One connection to a file, with the statements it used last kept prepared. Synchronous; never shared between writers. */
export class LocalConnection {
  readonly #open: () => SqliteFile
  readonly #prepared = new Map<string, Prepared>()
  #sqlite: SqliteFile

  constructor(path: string, role: 'writer' | 'reader') {
    this.#open = () => opened(path, role)
    this.#sqlite = this.#open()
  }

  /** How many statements are kept. */
  get kept(): number {
    return this.#prepared.size
  }

  get inTransaction(): boolean {
    return this.#sqlite.isOpen && this.#sqlite.isTransaction
  }

  run(statement: Statement): Row[] {
    const { columns, values } = this.values(statement)
    return values.map((row) => named(columns, row))
  }

  /** The same, as arrays beside their column names. */
  values({ sql, args }: Statement): { columns: string[]; values: Value[][] } {
    const { statement, columns } = this.#prepare(sql)
    const binds = args.map(bound)
    if (columns) return { columns, values: said(() => statement.all(...binds)) as unknown as Value[][] }
    said(() => statement.run(...binds))
    return { columns: [], values: [] }
  }

  /** Row by row, for what does not fit into memory. */
  *each(sql: string): Generator<Row> {
    const { columns } = this.#prepare(sql)
    for (const row of this.eachValues(sql)) yield named(columns ?? [], row)
  }

  /** The same, as arrays: half the time for what looks at every row there is. */
  eachValues(sql: string): Iterable<Value[]> {
    const { statement } = this.#prepare(sql)
    return saidOfEach(() => statement.iterate() as unknown as Iterable<Value[]>)
  }

  exec(sql: string): void {
    said(() => this.#sqlite.exec(sql))
  }

  close(): void {
    this.#prepared.clear()
    if (this.#sqlite.isOpen) this.#sqlite.close()
  }

  /** Forgets everything but the file. What was in a transaction is undone. */
  reopen(): void {
    const anew = this.#open()
    this.close()
    this.#sqlite = anew
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql)
    // who was used last matters only where one has to go
    if (known && this.#prepared.size === preparedMax) {
      this.#prepared.delete(sql)
      this.#prepared.set(sql, known)
    }
    if (known) return known
    const statement = said(() => this.#sqlite.prepare(sql))
    const names = statement.columns().map(({ name }) => name)
    const columns = names.length > 0 ? names : null
    const prepared = { statement, columns, weight: new ArrayBuffer(weightBytes) }
    this.#prepared.set(sql, prepared)
    const [longestUnused] = this.#prepared.keys()
    if (this.#prepared.size > preparedMax && longestUnused !== undefined) this.#prepared.delete(longestUnused)
    return prepared
  }
}

/**
 * WAL and synchronous=FULL: an answer after COMMIT survives a power cut (DESIGN 4). Opening waits for a process that is
 * just putting the file in order; later waits are the queue's, which does not block the program.
 */
function opened(path: string, role: 'writer' | 'reader'): SqliteFile {
  const sqlite = openSqlite(path, { timeout: 2_000 })
  // a savepoint's undo pages stay in memory, in small pieces: five hundredths less (bench/README.md)
  const own = role === 'reader' ? 'PRAGMA query_only = ON' : 'PRAGMA temp_store = MEMORY'
  said(() =>
    sqlite.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536;
       PRAGMA busy_timeout = 5; ${own}`,
    ),
  )
  return sqlite
}

function named(columns: readonly string[], values: readonly Value[]): Row {
  const row: Row = {}
  for (let index = 0; index < columns.length; index += 1) row[columns[index] ?? ''] = values[index] ?? null
  return row
}
