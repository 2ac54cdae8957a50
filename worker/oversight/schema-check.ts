import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LocalConnection } from '../../db/local-connection.ts'
import { migrate, migrations } from '../../db/migrate.ts'
import type { Books, Check, Verdict } from './finding.ts'

const made = `SELECT type || ' ' || name AS thing, coalesce(sql, '') AS sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY thing`
const chart = `SELECT 'place ' || place AS thing, sign || per AS sql FROM places
  UNION ALL SELECT 'move ' || event || ' ' || debit_place || ' ' || credit_place,
    json_array(per, via, channel, whole, paper, dual, makers, checkers, undo_makers, undo_checkers) FROM moves ORDER BY thing`

/** Tables, triggers, the chart of places and moves are what the migrations make: nothing dropped, changed or added. */
export const schemaIsWhole: Check = {
  name: 'the schema is what the migrations make',
  run: (books) => {
    const folder = mkdtempSync(join(tmpdir(), 'xianjiu-schema-'))
    try {
      const path = join(folder, 'fresh.db')
      migrate(path, new Date(0))
      const fresh = new LocalConnection(path, 'reader')
      const expected = [...fresh.run({ sql: made, args: [] }), ...fresh.run({ sql: chart, args: [] })]
      fresh.close()
      return compare(books, new Map(expected.map((row) => [String(row.thing), String(row.sql)])))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function compare(books: Books, expected: Map<string, string>): Verdict {
  const actual = new Map([...books.rows(made), ...books.rows(chart)].map((row) => [String(row.thing), String(row.sql)]))
  for (const [thing, sql] of expected) {
    if (!actual.has(thing)) return { count: actual.size, bad: `${thing} is missing`, fund: null }
    if (actual.get(thing) !== sql) return { count: actual.size, bad: `${thing} was changed`, fund: null }
  }
  const extra = [...actual.keys()].find((thing) => !expected.has(thing))
  return { count: actual.size, bad: extra ? `${extra} was added` : null, fund: null }
}

export const migrationsRan: Check = {
  name: 'the migrations that ran are these',
  run: (books) => {
    const ran = books.rows('SELECT id, name, sha256 FROM migrations ORDER BY id')
    const steps = migrations()
    const changed = ran.find((row, index) => row.sha256 !== steps[index]?.sha256)
    if (changed) return { count: ran.length, bad: `migration ${String(changed.id)} (${String(changed.name)})`, fund: null }
    return {
      count: ran.length,
      bad: ran.length === steps.length ? null : `${ran.length} of ${steps.length} migrations ran`,
      fund: null,
    }
  },
}

export const fileIsSound: Check = {
  name: 'the file is sound',
  run: (books) => {
    const said = books.rows('PRAGMA integrity_check(100)').map((row) => String(row.integrity_check))
    const [first] = said
    return { count: 1, bad: first === 'ok' ? null : (said.find(isDamage) ?? first ?? 'SQLite says nothing'), fund: null }
  },
}

/** Whether pages and indexes are broken, rather than a row that its own table would refuse. */
export const isDamage = (said: string): boolean => !/^(CHECK|NOT NULL|NULL value|non-unique|NUMERIC|TEXT value)/.test(said)

export const referencesLead: Check = {
  name: 'every reference leads somewhere',
  run: (books) => {
    const broken = books.rows('PRAGMA foreign_key_check')[0]
    const bad = broken
      ? `${String(broken.table)} row ${String(broken.rowid)} points at a missing ${String(broken.parent)}`
      : null
    return { count: 1, bad, fund: null }
  },
}
