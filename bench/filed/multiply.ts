import { DatabaseSync } from 'node:sqlite'
import type { Lived } from './life.ts'
import type { Slots } from './pattern.ts'
import { patternOf } from './pattern.ts'
import { rehash } from './rehash.ts'
import type { Row, Template } from './template.ts'
import { templateOf } from './template.ts'

const spanMs = 5 * 3_600_000

/** Copies every case `times` times, round the townships, later and later; balances and chains go on where they ended. */
export function multiply(path: string, lived: readonly Lived[], times: number): void {
  const db = new DatabaseSync(path, { enableForeignKeyConstraints: false })
  db.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA temp_store = MEMORY')
  const templates = lived.map((one) => templateOf(db, one))
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${String(name)}`)
  const insert = inserter(db)
  const stepMs = Math.max(1, Math.floor(spanMs / Math.max(1, times)))
  db.exec('BEGIN')
  for (let n = 1; n <= times; n += 1)
    for (const template of templates) {
      const slots = template.slots(n, n * stepMs)
      for (const row of copied(template, slots)) insert(row)
    }
  for (const template of templates) spend(db, template, BigInt(times))
  for (const { sql } of triggers) db.exec(String(sql))
  db.exec('COMMIT; PRAGMA journal_mode = WAL')
  db.close()
}

function copied(template: Template, slots: Slots): Row[] {
  const rows = template.rows.map(({ table, columns, cells }) => ({ table, columns, values: cells.map((cell) => patternOf(cell, slots)) }))
  return rehash(template, rows)
}

function inserter(db: DatabaseSync): (row: Row) => void {
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  return ({ table, columns, values }) => {
    const known = prepared.get(table)
    const statement = known ?? db.prepare(`INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`)
    if (!known) prepared.set(table, statement)
    statement.run(...values)
  }
}

/** What the copies took out of the fund. */
function spend(db: DatabaseSync, { fundCode, fen, lastReserve }: Template, times: bigint): void {
  db.prepare("UPDATE balances SET fen = fen - ?, seq = ? WHERE fund_code = ? AND place = 'bank.available'").run(
    fen * times,
    lastReserve,
    fundCode,
  )
}
