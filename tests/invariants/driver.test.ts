import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client/web'
import { expect, it, onTestFinished } from 'vitest'
import { hrana } from '../../db/hrana.ts'
import { LocalConnection } from '../../db/local-connection.ts'
import { textsAreReadable } from '../../worker/oversight/text-check.ts'
import { openBooks } from '../../worker/oversight/finding.ts'
import { outsideProgram } from '../support/outside.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'xianjiu-driver-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** A connection to a file with one table. */
function things(path = join(folder(), 'things.db')) {
  const connection = new LocalConnection(path, 'writer')
  onTestFinished(() => connection.close())
  connection.exec('CREATE TABLE IF NOT EXISTS things (id INTEGER PRIMARY KEY, name TEXT UNIQUE CHECK (name <> \'\'), n INTEGER) STRICT')
  const run = (sql: string, ...args: (string | number | bigint)[]) => connection.run({ sql, args })
  return { path, connection, run }
}

const codeOf = (ask: () => unknown): string => {
  try {
    ask()
  } catch (error) {
    return String((error as { code?: string }).code)
  }
  return 'done'
}

it('a text that is not UTF-8 ends nobody: it is read with a mark in it, and the check of texts names its row', async () => {
  const { path, run, connection } = things()
  run("INSERT INTO things VALUES (7, CAST(x'e58588ffe69591' AS TEXT), 1)")
  expect(run('SELECT name FROM things')).toEqual([{ name: '先\uFFFD救' }])
  expect([...connection.each('SELECT name FROM things')]).toEqual([{ name: '先\uFFFD救' }])
  expect(textsAreReadable.run(openBooks(connection)).bad).toMatch(/^things .*cannot be read/)
  const house = hrana(path)
  const client = createClient({ url: 'http://one.test', fetch: (request: Request) => house.handle(request) })
  expect((await client.execute('SELECT name FROM things')).rows[0]?.name).toBe('先\uFFFD救')
  client.close()
  await house.close()
})

it('a closed connection refuses what it is asked, and lets go of the file', () => {
  const { path, connection, run } = things()
  run('BEGIN EXCLUSIVE')
  connection.close()
  connection.close()
  expect(connection.inTransaction).toBe(false)
  expect(() => run('SELECT 1')).toThrow(/not open/)
  expect(() => [...connection.each('SELECT 1')]).toThrow(/not open/)
  things(path).run("INSERT INTO things VALUES (1, 'x', 1)")
})

it("SQLite's own name of a refusal is its code", async () => {
  const { path, connection, run } = things()
  connection.exec("CREATE TRIGGER t BEFORE INSERT ON things WHEN NEW.n > 100 BEGIN SELECT RAISE(ABORT, 'small_cap'); END")
  run("INSERT INTO things VALUES (1, 'x', 1)")
  expect(() => run("INSERT INTO things VALUES (2, 'y', 101)")).toThrow(expect.objectContaining({ message: 'small_cap', code: 'SQLITE_CONSTRAINT_TRIGGER' }))
  expect(codeOf(() => run("INSERT INTO things VALUES (2, 'x', 1)"))).toBe('SQLITE_CONSTRAINT_UNIQUE')
  expect(codeOf(() => run("INSERT INTO things VALUES (2, '', 1)"))).toBe('SQLITE_CONSTRAINT_CHECK')
  expect(codeOf(() => run('SELEC'))).toBe('SQLITE_ERROR')
  const reader = new LocalConnection(path, 'reader')
  onTestFinished(() => reader.close())
  expect(codeOf(() => reader.run({ sql: 'DELETE FROM things', args: [] }))).toBe('SQLITE_READONLY')
  const outside = outsideProgram(path)
  await outside.run('BEGIN IMMEDIATE')
  expect(codeOf(() => run('BEGIN IMMEDIATE'))).toBe('SQLITE_BUSY')
  await outside.run('COMMIT')
  connection.exec('PRAGMA max_page_count = 1')
  expect(codeOf(() => run("INSERT INTO things VALUES (2, ?, 1)", 'y'.repeat(100_000)))).toBe('SQLITE_FULL')
  expect(codeOf(() => things(join(folder(), 'nowhere', 'x.db')))).toBe('SQLITE_CANTOPEN')
  const notes = join(folder(), 'notes.db')
  writeFileSync(notes, 'no database, but a letter long enough to be looked at'.repeat(40))
  expect(codeOf(() => things(notes))).toBe('SQLITE_NOTADB')
})

it('a whole number is an integer, a large one is exact or refused, and a text may hold anything', () => {
  const { run } = things()
  run('INSERT INTO things VALUES (1, ?, ?)', 'a\0b', 500)
  expect(run('SELECT typeof(n) AS kind, n, name FROM things')).toEqual([{ kind: 'integer', n: 500, name: 'a\0b' }])
  expect(() => run('UPDATE things SET n = ?', 0.5)).toThrow(TypeError)
  run('UPDATE things SET n = ?', 9_007_199_254_740_993n)
  expect(run('SELECT CAST(n AS TEXT) AS n FROM things')).toEqual([{ n: '9007199254740993' }])
  expect(() => run('SELECT n FROM things')).toThrow(RangeError)
})

it('rows that nobody reads to the end hold nothing open, and the same statement is good again', () => {
  const { path, connection, run } = things()
  for (const n of [1, 2, 3]) run('INSERT INTO things VALUES (?1, ?2, ?1)', n, `name ${n}`)
  const reader = new LocalConnection(path, 'reader')
  onTestFinished(() => reader.close())
  for (const row of reader.each('SELECT id FROM things ORDER BY id')) if (row.id === 1) break
  expect(run('PRAGMA wal_checkpoint(TRUNCATE)')).toMatchObject([{ busy: 0, log: 0 }])
  expect([...reader.eachValues('SELECT id FROM things ORDER BY id')]).toEqual([[1], [2], [3]])
  expect(connection.inTransaction).toBe(false)
})
