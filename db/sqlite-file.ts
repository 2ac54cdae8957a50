import { DatabaseSync } from 'node:sqlite'

export type { DatabaseSync as SqliteFile, StatementSync as SqliteStatement } from 'node:sqlite'

/** A file through the SQLite that Node carries: rows come as arrays. Only what lies in `db` knows it. */
export function openSqlite(path: string, options: { timeout: number; readBigInts?: boolean; readOnly?: boolean }): DatabaseSync {
  return said(() => new DatabaseSync(path, { ...options, returnArrays: true }))
}

/** What SQLite refuses is thrown with SQLite's own name of it as `code`, as libSQL's clients do (`SQLITE_BUSY`). */
export function said<Answer>(ask: () => Answer): Answer {
  try {
    return ask()
  } catch (error) {
    throw named(error)
  }
}

/** The same, of rows that are read one by one. */
export function* saidOfEach<Row>(ask: () => Iterable<Row>): Generator<Row> {
  try {
    yield* ask()
  } catch (error) {
    throw named(error)
  }
}

function named(error: unknown): unknown {
  return error instanceof Error && 'errcode' in error ? Object.assign(error, { code: nameOf(Number(error.errcode)) }) : error
}

/** In the order of their numbers, sqlite.org/rescode.html. */
const names = [
  'OK', 'ERROR', 'INTERNAL', 'PERM', 'ABORT', 'BUSY', 'LOCKED', 'NOMEM', 'READONLY', 'INTERRUPT', 'IOERR', 'CORRUPT', 'NOTFOUND',
  'FULL', 'CANTOPEN', 'PROTOCOL', 'EMPTY', 'SCHEMA', 'TOOBIG', 'CONSTRAINT', 'MISMATCH', 'MISUSE', 'NOLFS', 'AUTH', 'FORMAT',
  'RANGE', 'NOTADB',
]
/** The second byte, where it tells a reader or an operator more. */
const further: Record<string, string[]> = {
  BUSY: ['', 'RECOVERY', 'SNAPSHOT', 'TIMEOUT'],
  IOERR: [
    '', 'READ', 'SHORT_READ', 'WRITE', 'FSYNC', 'DIR_FSYNC', 'TRUNCATE', 'FSTAT', 'UNLOCK', 'RDLOCK', 'DELETE', 'BLOCKED', 'NOMEM',
    'ACCESS', 'CHECKRESERVEDLOCK', 'LOCK', 'CLOSE', 'DIR_CLOSE', 'SHMOPEN', 'SHMSIZE', 'SHMLOCK', 'SHMMAP', 'SEEK', 'DELETE_NOENT',
    'MMAP',
  ],
  CONSTRAINT: [
    '', 'CHECK', 'COMMITHOOK', 'FOREIGNKEY', 'FUNCTION', 'NOTNULL', 'PRIMARYKEY', 'TRIGGER', 'UNIQUE', 'VTAB', 'ROWID', 'PINNED',
    'DATATYPE',
  ],
}

function nameOf(number: number): string {
  const primary = names[number & 0xff] ?? 'UNKNOWN'
  const more = further[primary]?.[number >> 8]
  return `SQLITE_${primary}${more ? `_${more}` : ''}`
}
