import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'
import { LocalConnection } from '../../db/local-connection.ts'
import { migrate, migrations } from '../../db/migrate.ts'
import * as schema from '../../db/schema/index.ts'
import { causeCodes, events, places } from '../../worker/contract/index.ts'

const fresh = () => {
  const path = join(mkdtempSync(join(tmpdir(), 'xianjiu-schema-')), 'county.db')
  migrate(path, new Date(0))
  return path
}

it('drizzle describes every table as the migrations make it: names, columns, null, type', () => {
  const connection = new LocalConnection(fresh(), 'reader')
  const real = connection.run({ sql: `
    SELECT t.name AS "table", json_group_array(json_array(c.name, iif(c.type = 'TEXT', 'text', 'integer'), iif(c."notnull" OR c.pk, 1, 0))) AS columns
    FROM pragma_table_list t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.schema = 'main' AND t.name NOT LIKE 'sqlite_%' AND t.name <> 'migrations'
    GROUP BY t.name ORDER BY t.name`, args: [] })
  const described = Object.values(schema).filter((table) => is(table, SQLiteTable)).map((table) => ({
    table: getTableName(table),
    columns: JSON.stringify(Object.values(getTableColumns(table)).map((column) => [column.name, column.dataType === 'string' ? 'text' : 'integer', column.notNull || column.primary ? 1 : 0])),
  }))
  expect(described.toSorted((a, b) => a.table.localeCompare(b.table))).toEqual(real)
  connection.close()
})

it('every table is STRICT, and the chart holds the words of the contract', () => {
  const connection = new LocalConnection(fresh(), 'reader')
  const loose = connection.run({ sql: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'", args: [] })
  expect(loose).toEqual([])
  const chart = connection.run({ sql: 'SELECT place FROM places', args: [] }).map((row) => row.place)
  expect(chart.toSorted()).toEqual(places.toSorted())
  const moves = connection.run({ sql: 'SELECT DISTINCT event FROM moves', args: [] }).map((row) => row.event)
  expect(moves.toSorted()).toEqual(events.toSorted())
  expect(new Set(causeCodes).size).toBe(causeCodes.length)
  connection.close()
})

it('a migration runs once, may not change afterwards, and an older program refuses a newer database', () => {
  const path = fresh()
  expect(migrate(path, new Date(0))).toBe(0)
  const [first, ...rest] = migrations()
  expect(() => migrate(path, new Date(0), [{ ...first!, sha256: 'f'.repeat(64) }, ...rest])).toThrow(/was changed after it ran/)
  expect(() => migrate(path, new Date(0), [first!])).toThrow(/database is newer/)
})

it('a migration that fails leaves nothing behind', () => {
  const path = fresh()
  const copy = `${path}.before`
  copyFileSync(path, copy)
  const broken = { id: 99, name: 'breaks half way', sha256: '0', sql: 'CREATE TABLE half (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1);' }
  expect(() => migrate(path, new Date(0), [...migrations(), broken])).toThrow(/breaks half way/)
  const connection = new LocalConnection(path, 'reader')
  expect(connection.run({ sql: "SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'", args: [] })[0]?.n).toBe(0)
  connection.close()
})

it('migration files are sentences, numbered without a gap', () => {
  expect(migrations().map(({ id }) => id)).toEqual(migrations().map((_, index) => index + 1))
  const folder = mkdtempSync(join(tmpdir(), 'xianjiu-names-'))
  writeFileSync(join(folder, '0002-a-gap.sql'), readFileSync(new URL('../../db/migrations/0001-a-county-keeps-a-journal.sql', import.meta.url)))
  expect(() => migrations(new URL(`file://${folder}/`))).toThrow(/expected 1/)
})
