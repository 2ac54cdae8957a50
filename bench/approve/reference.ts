import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import type { Statement, Value } from '../../db/database.ts'
import type { Recorded } from './record.ts'

/** The first tenth of each side warms up: statements are prepared, code is compiled. It is not counted. */
export const warmShare = 0.1

/** Approvals per second of the recorded statements, in a process of its own. */
export async function bareSql(dataDir: string, log: string): Promise<number> {
  return Number(
    execFileSync(process.execPath, ['--no-warnings', fileURLToPath(import.meta.url), dataDir, log], {
      encoding: 'utf8',
    }),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(String(replay(process.argv[2]!, process.argv[3]!)))

function replay(dataDir: string, file: string): number {
  const { sessions, log } = JSON.parse(readFileSync(file, 'utf8')) as { sessions: Recorded[]; log: Recorded[] }
  const db = new DatabaseSync(join(dataDir, 'county.db'))
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY')
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  const prepare = (sql: string) => prepared.get(sql) ?? prepared.set(sql, db.prepare(sql)).get(sql)!
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')]
  const one = ({ facts, statements }: Recorded): void => {
    begin.run()
    for (const fact of facts) prepare(fact.sql).all(...binds(fact))
    for (const statement of statements) prepare(statement.sql).run(...binds(statement))
    // the two chain links of an approval: journal row and entry
    for (const link of statements.slice(0, 2)) createHash('sha256').update(JSON.stringify(link.args)).digest('hex')
    commit.run()
  }
  const warm = Math.floor(log.length * warmShare)
  sessions.forEach(one)
  log.slice(0, warm).forEach(one)
  const from = performance.now()
  log.slice(warm).forEach(one)
  return (log.length - warm) / ((performance.now() - from) / 1000)
}

function binds({ args }: Statement): (string | bigint | null)[] {
  return args.map((value: Value) => (typeof value === 'number' ? BigInt(value) : value))
}
