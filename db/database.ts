import type { LibSQLDatabase } from 'drizzle-orm/libsql/driver-core'

/** What a statement may bind. Whole numbers are bound as integers; a fraction is refused (DESIGN 3). */
export type Value = string | number | bigint | null
export type Statement = { sql: string; args: Value[] }
export type Row = Record<string, Value>

/** What a write becomes once its facts are known. */
export type Plan<Answer> = { statements: Statement[]; answer: Answer }

/**
 * The one way to the database, whichever host. `write` reads the facts and runs the plan as one transaction:
 * on Node inside the request's savepoint, on Workers as one read and one guarded batch.
 */
export type Database = {
  /** Typed reads. Never sees an unfinished write. */
  reader: LibSQLDatabase
  read(statements: Statement[]): Promise<Row[][]>
  write<Answer>(facts: Statement[], plan: (rows: Row[][]) => Plan<Answer>): Promise<Answer>
  close(): Promise<void>
}

export const statement = (sql: string, ...args: Value[]): Statement => ({ sql, args })

/** A JS number would be bound as REAL and land in hashes and JSON as `500.0`. */
export function bound(value: Value): string | bigint | null {
  if (typeof value !== 'number') return value
  if (!Number.isSafeInteger(value)) throw new TypeError(`not a whole number: ${value}`)
  return BigInt(value)
}
