import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { LocalConnection } from './local-connection.ts'

export type Migration = { id: number; name: string; sha256: string; sql: string }

/** The hand-written migrations, in order. A file's name is a sentence: `0001-a-county-keeps-a-journal.sql`. */
export function migrations(folder = new URL('./migrations/', import.meta.url)): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file, index) => {
      const match = /^(\d{4})-([a-z-]+)\.sql$/.exec(file)
      if (!match || Number(match[1]) !== index + 1)
        throw new Error(`migration ${file}: expected ${index + 1} and a sentence`)
      const sql = readFileSync(new URL(file, folder), 'utf8')
      return {
        id: index + 1,
        name: (match[2] ?? '').replaceAll('-', ' '),
        sha256: createHash('sha256').update(sql).digest('hex'),
        sql,
      }
    })
}

/**
 * Every host starts here: brings a database file to this version, one transaction each. Throws when a migration that ran
 * was changed since, or when the database is newer than this code. Returns how many ran.
 */
export function migrate(path: string, now: Date, steps = migrations()): number {
  const connection = new LocalConnection(path, 'writer')
  try {
    // a killed process may have written a commit and not synced it: nobody is told of it before it is on disk
    connection.run({ sql: 'PRAGMA wal_checkpoint(TRUNCATE)', args: [] })
    // another process of this county may be bringing it up right now
    connection.exec('PRAGMA busy_timeout = 10000')
    connection.exec(`CREATE TABLE IF NOT EXISTS migrations (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, run_at TEXT NOT NULL) STRICT`)
    const done = connection.run({ sql: 'SELECT id, name, sha256 FROM migrations ORDER BY id', args: [] })
    if (done.length > steps.length)
      throw new Error(`database is newer: it ran ${done.length} migrations, this code has ${steps.length}`)
    done.forEach((row, index) => {
      if (row.sha256 !== steps[index]?.sha256)
        throw new Error(`migration ${row.id} (${row.name}) was changed after it ran`)
    })
    return steps.slice(done.length).filter((step) => runOne(connection, step, now)).length
  } finally {
    connection.close()
  }
}

/** False when another process has just run it. */
function runOne(connection: LocalConnection, step: Migration, now: Date): boolean {
  connection.exec('BEGIN IMMEDIATE')
  try {
    const ran = connection.run({ sql: 'SELECT 1 FROM migrations WHERE id = ?', args: [step.id] }).length > 0
    if (!ran) connection.exec(step.sql)
    if (!ran) record(connection, step, now)
    connection.exec('COMMIT')
    return !ran
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    const ofTheDisk = error instanceof Error && 'code' in error && /^SQLITE_(FULL|IOERR)/.test(String(error.code))
    if (ofTheDisk) throw error
    throw new Error(`migration ${step.id} (${step.name}) failed`, { cause: error })
  }
}

function record(connection: LocalConnection, { id, name, sha256 }: Migration, now: Date): void {
  connection.run({
    sql: 'INSERT INTO migrations (id, name, sha256, run_at) VALUES (?, ?, ?, ?)',
    args: [id, name, sha256, now.toISOString()],
  })
}
