import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { LocalConnection } from '../../../db/local-connection.ts'
import { fieldKeys } from '../../support/county.ts'

const program = fileURLToPath(new URL('../../../worker/verify.ts', import.meta.url))

/** `npm run verify` on a folder: how it ended and what it said. */
export function verified(dataDir: string): { code: number | null; found: string[]; complained: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', program, '--data', dataDir], {
    env: { PATH: process.env.PATH, FIELD_KEYS: fieldKeys }, encoding: 'utf8',
  })
  const found = stdout.split('\n').filter((line) => line.startsWith('BAD '))
  return { code: status, found, complained: stderr + stdout.split('\n').filter((line) => /^ +at /.test(line)).join('\n') }
}

/** Changes one byte of a file: `change` says how. */
export function flip(path: string, at: number, change: (byte: number) => number): void {
  const bytes = readFileSync(path)
  bytes[at] = change(bytes[at] ?? 0)
  writeFileSync(path, bytes)
}

/** What no hash covers, because it changes lawfully: counters of the machine, who is signed in, the calendar, addresses. */
const passing = new Set(['sessions', 'session_limits', 'desk_asks', 'probes', 'leases', 'rounds', 'migrations', 'county', 'townships', 'calendar_days', 'posts'])

/** Reads every row of a file as bytes, by the statements that a whole file gave; null where SQLite cannot. */
export function rowsOf(path: string, statements: Map<string, string>): Map<string, string | null> {
  return new Map([...statements].map(([table, sql]) => {
    try {
      const connection = new LocalConnection(path, 'reader')
      try {
        return [table, connection.run({ sql, args: [] }).map((row) => Object.values(row).map(hex).join()).join('\n')]
      } finally {
        connection.close()
      }
    } catch {
      return [table, null]
    }
  }))
}

const hex = (cell: unknown): string => (cell === null ? 'null' : Buffer.from(cell as Uint8Array).toString('hex'))

/** For each table that matters, how all of it is read as bytes. */
export function statementsOf(path: string): Map<string, string> {
  const connection = new LocalConnection(path, 'reader')
  const tables = connection.run({ sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", args: [] }).map(({ name }) => String(name))
  const statements = tables.filter((table) => !passing.has(table)).map((table) => {
    const columns = connection.run({ sql: 'SELECT name FROM pragma_table_info(?)', args: [table] }).map(({ name }) => `CAST(${String(name)} AS BLOB) AS ${String(name)}`)
    // a balance that came to nothing is nobody's
    return [table, `SELECT ${columns.join(', ')} FROM ${table} NOT INDEXED${table === 'balances' ? ' WHERE fen <> 0' : ''}`] as const
  })
  connection.close()
  return new Map(statements)
}
