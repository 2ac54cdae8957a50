import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import type { Env } from '../../worker/edge/env.ts'
import host from '../../worker/index.ts'
import { printed } from './support/log.ts'
import { worker } from './support/worker.ts'


const ask = (path: string, change: Partial<Record<keyof Env, unknown>> = {}) =>
  host.fetch(new Request(`http://county.test${path}`), { ...env, ...change } as Env)
const problemOf = async (response: Response) => {
  const { code } = (await response.json()) as { code: string }
  return [response.status, response.headers.get('content-type')?.split(';')[0], code]
}
const busy = [503, 'application/problem+json', 'busy']
const behind = [503, 'application/problem+json', 'behind']

test('a database that has not run every migration is behind', async () => {
  expect(await problemOf(await ask('/api/townships', { LIBSQL_URL: 'http://behind.county.test' }))).toEqual(behind)
  expect(await problemOf(await ask('/api/townships', { LIBSQL_URL: 'http://empty.county.test' }))).toEqual(behind)
  expect((await ask('/api/townships', { LIBSQL_URL: 'http://one.county.test' })).status).toBe(200)
})

test('wrong settings are named in the log and nowhere else', async () => {
  expect(await problemOf(await ask('/api/townships', { LIBSQL_URL: 'not a url', WECHAT_SECRET: undefined, FILES: {} }))).toEqual(behind)
  expect(printed()).toMatch(/LIBSQL_URL.*WECHAT_SECRET.*FILES/)
  expect(await problemOf(await ask('/api/townships', { FIELD_KEYS: 'k1:c2hvcnQ=' }))).toEqual(behind)
  expect(printed()).toMatch(/FIELD_KEYS/)
  expect(printed()).not.toMatch(/not a url|c2hvcnQ/)
})

test('keys of another county are noticed before anything is read with them', async () => {
  const FIELD_KEYS = `k1:${btoa('thirty-two bytes of another town')}`
  expect(await problemOf(await ask('/api/townships', { FIELD_KEYS, LIBSQL_URL: 'http://one.county.test' }))).toEqual(behind)
  expect(printed()).toMatch(/FIELD_KEYS 不是这个县的密钥/)
})

test('a database out of reach, or a refused token, is busy', async () => {
  expect(await problemOf(await ask('/api/townships', { LIBSQL_URL: 'http://nobody.test' }))).toEqual(busy)
  expect(await problemOf(await ask('/api/townships', { LIBSQL_AUTH_TOKEN: 'another' }))).toEqual(busy)
  expect(printed()).toMatch(/"did":"asked the database","status":401/)
})

test('live without a database, ready when a write is read back', async () => {
  expect((await ask('/healthz', { LIBSQL_URL: undefined })).status).toBe(200)
  expect((await worker(new Request('http://county.test/readyz'))).status).toBe(200)
  expect((await ask('/readyz', { LIBSQL_URL: 'http://nobody.test' })).status).toBe(503)
})

test('the desk comes from the assets with the headers of every page', async () => {
  const asked: string[] = []
  const ASSETS = { fetch: async (request: Request) => {
    asked.push(new URL(request.url).pathname)
    return new Response('desk', { headers: { 'content-type': 'text/html' } })
  } }
  const page = await ask('/desk/assets/desk.js', { ASSETS })
  expect([page.status, asked, page.headers.get('x-content-type-options')]).toEqual([200, ['/assets/desk.js'], 'nosniff'])
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect((await ask('/', { ASSETS })).headers.get('location')).toBe('http://county.test/desk/')
  expect((await ask('/desk/')).status).toBe(404)
})

test('nobody of a demo is known here', async () => {
  expect(await problemOf(await ask('/api/demo/people'))).toEqual([404, 'application/problem+json', 'demo_only'])
})
