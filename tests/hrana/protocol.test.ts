import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client/web'
import { expect, onTestFinished, test } from 'vitest'
import type { HranaOptions } from '../../db/hrana.ts'
import { hrana } from '../../db/hrana.ts'
import { ProblemError, refusalOf } from '../../worker/platform/index.ts'
import { outsideProgram } from '../support/outside.ts'

type Reply = { baton: string | null; results: { error?: { code: string } }[]; code?: string }

async function served(options: HranaOptions = {}, authToken?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'xianjiu-hrana-'))
  const house = hrana(join(folder, 'one.db'), options)
  const asked: Request[] = []
  const fetch = (request: Request) => {
    asked.push(request.clone())
    return house.handle(request)
  }
  const client = createClient({ url: 'http://one.test', fetch, ...(authToken ? { authToken } : {}) })
  onTestFinished(async () => {
    client.close()
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const pipeline = async (body: unknown) => {
    const response = await house.handle(new Request('http://one.test/v2/pipeline', { method: 'POST', body: JSON.stringify(body) }))
    return { status: response.status, body: (await response.json()) as Reply }
  }
  return { house, client, asked, pipeline, path: join(folder, 'one.db') }
}

const counter = `CREATE TABLE counter (id INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT; INSERT INTO counter VALUES (1, 0);
  CREATE TRIGGER counter_is_capped BEFORE UPDATE ON counter WHEN NEW.n > 100 BEGIN SELECT RAISE(ABORT, 'small_cap'); END`
const begin = { type: 'execute', stmt: { sql: 'BEGIN IMMEDIATE' } }
const close = { type: 'close' }

test('every kind of value arrives as it left, 64 bits exact', async () => {
  const { client, house } = await served()
  const big = createClient({ url: 'http://one.test', intMode: 'bigint', fetch: (request: Request) => house.handle(request) })
  const { rows } = await big.execute({
    sql: 'SELECT ? AS whole, ? AS part, ? AS words, ? AS bytes, ? AS none, typeof(?1) AS kind',
    args: [9_223_372_036_854_775_807n, 1.5, '先救', new Uint8Array([0, 255, 7]).buffer, null],
  })
  expect(rows[0]).toMatchObject({ whole: 9_223_372_036_854_775_807n, part: 1.5, words: '先救', none: null, kind: 'integer' })
  expect([...new Uint8Array(rows[0]?.bytes as ArrayBuffer)]).toEqual([0, 255, 7])
  expect((await client.execute({ sql: 'SELECT :a + @b AS sum', args: { a: 40n, b: 2n } })).rows[0]?.sum).toBe(42)
})

test('a write says how many rows and which one', async () => {
  const { client, asked } = await served()
  await client.executeMultiple('CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT)')
  const one = await client.execute("INSERT INTO things VALUES (9223372036854775806, 'x')")
  expect([one.rowsAffected, one.lastInsertRowid]).toEqual([1, 9_223_372_036_854_775_806n])
  const returned = await client.execute("INSERT INTO things (id, name) VALUES (1, 'y'), (2, 'z') RETURNING name")
  expect([returned.rowsAffected, returned.rows.map((row) => row.name)]).toEqual([2, ['y', 'z']])
  expect((await client.execute('SELECT name FROM things')).columnTypes).toEqual(['TEXT'])
  expect(asked).toHaveLength(4)
})

test('a batch is one round trip and one transaction; its refusal keeps the word and undoes everything', async () => {
  const { client, asked } = await served()
  await client.executeMultiple(counter)
  await client.batch(['UPDATE counter SET n = n + 1', 'UPDATE counter SET n = n + 1'], 'write')
  asked.length = 0
  const refused = await client.batch(['UPDATE counter SET n = 50', 'UPDATE counter SET n = 101'], 'write').catch((error: unknown) => error)
  expect(asked).toHaveLength(1)
  expect((refused as Error).message).toMatch(/small_cap$/)
  expect((refused as { code: string }).code).toBe('SQLITE_CONSTRAINT')
  expect(refusalOf(refused)).toMatchObject({ code: 'small_cap' })
  expect(refusalOf(refused)).toBeInstanceOf(ProblemError)
  const [rows] = await client.batch(['SELECT n FROM counter'], 'read')
  expect(rows?.rows[0]?.n).toBe(2)
  await expect(client.batch(['UPDATE counter SET n = 3'], 'read')).rejects.toThrow(/readonly/)
})

test('twenty interactive transactions at once give an exact result', async () => {
  const { client } = await served()
  await client.executeMultiple(counter)
  await Promise.all(Array.from({ length: 20 }, async () => {
    const transaction = await client.transaction('write')
    const { rows } = await transaction.execute('SELECT n FROM counter')
    await transaction.execute({ sql: 'UPDATE counter SET n = ?', args: [BigInt(Number(rows[0]?.n) + 1)] })
    await transaction.commit()
  }))
  expect((await client.execute('SELECT n FROM counter')).rows[0]?.n).toBe(20)
})

test('a rolled back transaction leaves nothing and gives the turn on', async () => {
  const { client } = await served()
  await client.executeMultiple(counter)
  const transaction = await client.transaction('write')
  await transaction.execute('UPDATE counter SET n = 9')
  const waiting = client.execute('UPDATE counter SET n = n + 1')
  await transaction.rollback()
  await waiting
  expect((await client.execute('SELECT n FROM counter')).rows[0]?.n).toBe(1)
})

test('a stream nobody comes back to is undone after its time, and its baton is dead', async () => {
  const { client, pipeline } = await served({ streamMs: 60 })
  await client.executeMultiple(counter)
  const { body } = await pipeline({ baton: null, requests: [begin, { type: 'execute', stmt: { sql: 'UPDATE counter SET n = 9' } }] })
  await client.execute('UPDATE counter SET n = n + 1')
  expect((await client.execute('SELECT n FROM counter')).rows[0]?.n).toBe(1)
  const late = await pipeline({ baton: body.baton, requests: [{ type: 'execute', stmt: { sql: 'COMMIT' } }] })
  expect([late.status, late.body.code]).toEqual([400, 'STREAM_EXPIRED'])
})

test('a baton is good once', async () => {
  const { pipeline } = await served()
  const first = await pipeline({ requests: [begin] })
  const second = await pipeline({ baton: first.body.baton, requests: [{ type: 'get_autocommit' }] })
  expect(second.body.results[0]).toMatchObject({ type: 'ok', response: { is_autocommit: false } })
  expect((await pipeline({ baton: first.body.baton, requests: [close] })).status).toBe(400)
  expect((await pipeline({ baton: second.body.baton, requests: [close] })).body.baton).toBeNull()
})

test('a turn that does not come in time is busy, not lost', async () => {
  const { client, pipeline } = await served({ patienceMs: 40 })
  await client.executeMultiple(counter)
  const { body } = await pipeline({ requests: [begin] })
  const refused = await client.batch(['UPDATE counter SET n = 5'], 'write').catch((error: unknown) => error)
  expect(refusalOf(refused)).toMatchObject({ code: 'busy' })
  await pipeline({ baton: body.baton, requests: [close] })
  await client.batch(['UPDATE counter SET n = n + 1'], 'write')
  expect((await client.execute('SELECT n FROM counter')).rows[0]?.n).toBe(1)
})

test('a file locked by another program is waited for, or busy; afterwards no acknowledged write is lost', async () => {
  const { client, path } = await served({ patienceMs: 150 })
  await client.executeMultiple(counter)
  const outside = outsideProgram(path)
  await outside.run('BEGIN IMMEDIATE')
  const refused = await client.batch(['UPDATE counter SET n = 50'], 'write').catch((error: unknown) => error)
  expect(refusalOf(refused)).toMatchObject({ code: 'busy' })
  const waiting = client.batch(['UPDATE counter SET n = n + 1'], 'write')
  await outside.run('COMMIT')
  await waiting
  await client.execute('UPDATE counter SET n = n + 1')
  expect(await outside.run('SELECT n FROM counter')).toEqual([{ n: 2 }])
})

test('conditions, stored texts and descriptions', async () => {
  const { client, pipeline } = await served()
  await client.executeMultiple(counter)
  const step = (sql: string, condition?: unknown) => ({ stmt: { sql }, ...(condition ? { condition } : {}) })
  const { body } = await pipeline({
    requests: [
      { type: 'batch', batch: { steps: [
        step('SELECT 1'), step('SELEC'), step('SELECT 3', { type: 'and', conds: [{ type: 'ok', step: 0 }, { type: 'error', step: 1 }] }),
        step('SELECT 4', { type: 'not', cond: { type: 'or', conds: [{ type: 'is_autocommit' }] } }),
      ] } },
      { type: 'store_sql', sql_id: 7, sql: "UPDATE counter SET n = :n WHERE id = ?2 AND '?9' <> ? AND n <> :n" },
      { type: 'describe', sql_id: 7 }, { type: 'close_sql', sql_id: 7 }, { type: 'describe', sql_id: 7 },
      { type: 'describe', sql: 'SELECT n FROM counter' }, close,
    ],
  })
  expect(body.results[0]).toMatchObject({ response: { result: {
    step_results: [{ rows: [[{ type: 'integer', value: '1' }]] }, null, { rows: [[{ type: 'integer', value: '3' }]] }, null],
    step_errors: [null, { code: 'SQLITE_ERROR' }, null, null],
  } } })
  expect(body.results[2]).toMatchObject({ response: { result: { params: [{ name: ':n' }, { name: '?2' }, { name: null }], is_readonly: false } } })
  expect(body.results[4]?.error?.code).toBe('SQL_NOT_FOUND')
  expect(body.results[5]).toMatchObject({ response: { result: { cols: [{ name: 'n', decltype: 'INTEGER' }], is_readonly: true } } })
})

test('only this file, only with the token, only pipelines', async () => {
  const { house, client } = await served({ token: 'secret-token' }, 'secret-token')
  const stranger = createClient({ url: 'http://one.test', fetch: (request: Request) => house.handle(request), authToken: 'guess' })
  await expect(stranger.execute('SELECT 1')).rejects.toThrow(/wrong token/)
  await expect(client.execute("ATTACH '/tmp/other.db' AS other")).rejects.toThrow(/not served/)
  await expect(client.executeMultiple("SELECT 1; /* x */ VACUUM INTO '/tmp/copy.db'")).rejects.toThrow(/not served/)
  expect((await client.execute("SELECT 'attach' AS word")).rows[0]?.word).toBe('attach')
  const ask = async (path: string, init?: RequestInit) =>
    (await house.handle(new Request(`http://one.test${path}`, { headers: { authorization: 'Bearer secret-token' }, ...init }))).status
  expect(await ask('/health')).toBe(200)
  expect(await ask('/v3/pipeline', { method: 'POST' })).toBe(404)
  expect(await ask('/v2/pipeline', { method: 'POST', body: '{}' })).toBe(400)
})

test('a pragma of one stream does not reach the next', async () => {
  const { client } = await served()
  await client.executeMultiple('PRAGMA foreign_keys = OFF')
  await client.execute('PRAGMA foreign_keys = OFF')
  expect((await client.execute('PRAGMA foreign_keys')).rows[0]?.foreign_keys).toBe(1)
})
