import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { routes } from '../../worker/app.ts'
import { fieldLabels, problems } from '../../worker/contract/index.ts'
import type { ProblemCode } from '../../worker/contract/index.ts'
import type { TestCounty } from './county.ts'
import type { Reply } from './phone.ts'

/** How many rows every table holds. A refused attempt's journal row is counted by itself. */
export async function rowCounts(county: TestCounty): Promise<Record<string, number>> {
  const tables = await county.rows(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN ('journal') ORDER BY name",
  )
  const counts = await county.rows(
    [
      ...tables.map(({ name }) => `SELECT '${String(name)}' AS name, count(*) AS n FROM "${String(name)}"`),
      "SELECT 'journal.' || outcome, count(*) FROM journal GROUP BY outcome",
      "SELECT 'fen.' || place, sum(fen) FROM balances GROUP BY place",
    ].join(' UNION ALL '),
  )
  return { 'journal.refused': 0, ...Object.fromEntries(counts.map(({ name, n }) => [String(name), Number(n)])) }
}

/** What any route may answer beside its own problems. */
const anywhere: readonly ProblemCode[] = [
  'signed_out',
  'input',
  'body_unreadable',
  'body_too_large',
  'key_missing',
  'key_reused',
]

/** The act is refused with this code and leaves nothing behind but, for a 403, one journal row that says so. */
export async function refused(county: TestCounty, code: ProblemCode, act: () => Promise<Reply>): Promise<Reply> {
  const { 'journal.refused': before, ...rows } = await rowCounts(county)
  const reply = await act()
  const { status, rules } = problems[code]
  expect(reply.problem).toMatchObject({ code, status, rules, type: `urn:xianjiu:problem:${code}` })
  expect(reply.status).toBe(status)
  expect(reply.headers.get('content-type')).toContain('application/problem+json')
  for (const field of reply.problem.fields ?? []) expectChinese(field)
  const line = county.logged.at(-1)
  const route = routes.find(({ method, path }) => method === line?.method && `/api${path}` === line.path)
  expect([...anywhere, ...(route?.problems ?? [])], `problems of ${route?.action}`).toContain(code)
  const { 'journal.refused': after, ...rowsAfter } = await rowCounts(county)
  expect(rowsAfter).toEqual(rows)
  expect(Number(after) - Number(before)).toBe(status === 403 ? 1 : 0)
  if (status === 403) {
    const tried = await county.rows(
      "SELECT 1 FROM journal WHERE outcome = 'refused' AND problem = ? AND person_id IS NOT NULL",
      code,
    )
    expect(tried.length).toBeGreaterThan(0)
  }
  return reply
}

/** A person reads label and message: Chinese, and no English word in them. */
export function expectChinese({ field, label, message }: { field: string; label: string; message: string }): void {
  // what was sent is quoted at the end of these two
  const words = message.replace(/(不认识的内容:|不能写成 ).*/s, '$1').replace(/JPG|PNG|WebP|MB|Excel|WPS|xlsx?/g, '')
  expect(words, field).toMatch(/\p{Script=Han}/u)
  expect(words, field).not.toMatch(/[a-zA-Z]/)
  expect(Object.values(fieldLabels), field).toContain(label)
}

/** The journal says who did what to which thing (D-09), and the row is the newest of its chain. */
export async function journaled(county: TestCounty, action: string, object: string, openid: string): Promise<void> {
  const index = county.services.cipher.index('openid', `${county.services.wechat.appId}:${openid}`)
  const rows = await county.rows(
    `SELECT j.outcome, j.problem, p.openid_index = ?3 AS mine FROM journal j LEFT JOIN persons p ON p.id = j.person_id
     WHERE j.action = ?1 AND j.object = ?2 ORDER BY j.seq DESC LIMIT 1`,
    action,
    object,
    index,
  )
  expect(rows, `${action} ${object}`).toEqual([{ outcome: 'done', problem: null, mine: 1 }])
}

/** Sent again with the same key: the same answer and nothing new. The same key for something else: key_reused. */
export async function repeatable<Body>(
  county: TestCounty,
  send: (body: Body, key: string) => Promise<Reply>,
  body: Body,
  other?: Body,
): Promise<Reply> {
  const key = randomUUID()
  const first = await send(body, key)
  expect(first.status, JSON.stringify(first.body)).toBeLessThan(300)
  expect(first.headers.get('idempotent-replayed')).toBeNull()
  const before = await rowCounts(county)
  const again = await send(body, key)
  expect({ status: again.status, body: again.body }).toEqual({ status: first.status, body: first.body })
  expect(again.headers.get('idempotent-replayed')).toBe('true')
  expect(await rowCounts(county)).toEqual(before)
  if (other !== undefined) await refused(county, 'key_reused', () => send(other, key))
  return first
}
