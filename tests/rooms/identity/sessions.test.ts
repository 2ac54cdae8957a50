import { expect, it } from 'vitest'
import type { OpenSession, Officer } from '../../../worker/contract/index.ts'
import type { TestCounty } from '../../support/county.ts'
import { newCounty } from '../../support/county.ts'
import { ask } from '../../support/steps.ts'
import { Phone } from '../../support/phone.ts'
import { journaled, refused } from '../../support/traces.ts'

const start = '2026-09-28T02:00:00.000Z'

/** Somebody at a desk: the same way in, but the room is shared. */
async function deskOf(county: TestCounty, openid: string): Promise<Phone> {
  const door = (request: Request) => county.app.fetch(request)
  const body = { code: `demo-${openid}`, surface: 'desk', device: 'Chrome, Windows' }
  return Phone.signedIn(door, openid, String((await Phone.stranger(door).post('/sessions', body)).body.token))
}
const sessionsOf = async (phone: Phone) => (await phone.get('/sessions')).body.items as OpenSession[]
const personOf = async (phone: Phone) => ((await phone.get('/session')).body.person as { id: string }).id

it('a desk left alone for 15 minutes is signed out; one that is read from is not, until twelve hours are over', async () => {
  const county = await newCounty(start)
  const [left, used] = await Promise.all([deskOf(county, 'county-caizheng'), deskOf(county, 'county-jiuzhu')])
  for (let minutes = 14; minutes < 12 * 60; minutes += 14) {
    county.setClock(new Date(Date.parse(start) + minutes * 60_000))
    expect((await used.get('/funds/F990101001')).status, `${minutes}`).toBe(200)
  }
  expect((await left.get('/session')).problem.code).toBe('signed_out')
  await refused(county, 'signed_out', () => left.post('/session/end', {}))
  county.setClock('2026-09-28T14:00:00.000Z')
  expect((await used.get('/session')).problem.code).toBe('signed_out')
})

it('the fifteenth minute is one too many, the last moment before it is not', async () => {
  const county = await newCounty(start)
  const [early, late] = await Promise.all([deskOf(county, 'county-caizheng'), deskOf(county, 'county-jiuzhu')])
  county.setClock('2026-09-28T02:14:59.999Z')
  expect((await early.get('/session')).status).toBe(200)
  county.setClock('2026-09-28T02:15:00.000Z')
  expect((await late.get('/session')).problem.code).toBe('signed_out')
  expect((await early.get('/session')).status).toBe(200)
})

it('a phone signs in again by itself, so it is not sent away for being quiet', async () => {
  const county = await newCounty(start)
  const wang = await county.phone('wang-xiulan')
  county.setClock('2026-09-28T13:59:59.000Z')
  expect((await wang.get('/session')).status).toBe(200)
})

it('being seen is noted at most once a minute: by changes, at a desk by reading too, on a phone not by reading', async () => {
  const county = await newCounty(start)
  const [wang, desk] = [await county.phone('wang-xiulan'), await deskOf(county, 'county-jiuzhu')]
  const seen = async (phone: Phone) => (await sessionsOf(phone)).find(({ here }) => here)?.lastSeenAt
  county.setClock('2026-09-28T02:00:59.000Z')
  await wang.post('/requests', ask())
  expect([await seen(desk), await seen(wang)]).toEqual([start, start])
  county.setClock('2026-09-28T02:01:00.000Z')
  await desk.get('/todo')
  expect([await seen(desk), await seen(wang)]).toEqual(['2026-09-28T02:01:00.000Z', start])
  await wang.post('/requests', ask())
  expect(await seen(wang)).toBe('2026-09-28T02:01:00.000Z')
})

it('I see where I am signed in, newest first, and end one of them; nobody ends another’s', async () => {
  const county = await newCounty(start)
  const phone = await county.phone('county-caizheng')
  county.setClock('2026-09-28T02:05:00.000Z')
  const [desk, other] = [await deskOf(county, 'county-caizheng'), await county.phone('li-jianguo')]
  const [first, second] = await sessionsOf(phone)
  expect(first).toEqual({ id: expect.stringMatching(/^ses_/), surface: 'desk', device: 'Chrome, Windows',
    signedInAt: '2026-09-28T02:05:00.000Z', lastSeenAt: '2026-09-28T02:05:00.000Z', here: false })
  expect(second).toMatchObject({ surface: 'phone', signedInAt: start, here: true })
  await refused(county, 'not_found', () => other.post(`/sessions/${first?.id}/end`, {}))
  expect((await phone.post(`/sessions/${first?.id}/end`, {})).body).toEqual({ endedAt: '2026-09-28T02:05:00.000Z' })
  await journaled(county, 'identity.endSession', String(first?.id), 'county-caizheng')
  expect((await desk.get('/session')).problem.code).toBe('signed_out')
  expect(await sessionsOf(phone)).toHaveLength(1)
  await refused(county, 'not_found', () => phone.post(`/sessions/${first?.id}/end`, {}))
})

it('signing out everywhere ends phone and desk at once, and nobody else’s', async () => {
  const county = await newCounty(start)
  const [phone, other] = [await county.phone('county-caizheng'), await county.phone('county-jiuzhu')]
  const desk = await deskOf(county, 'county-caizheng')
  const person = await personOf(phone)
  expect((await desk.post('/session/end-everywhere', {})).status).toBe(200)
  await journaled(county, 'identity.endEverywhere', person, 'county-caizheng')
  for (const one of [phone, desk]) expect((await one.get('/session')).problem.code).toBe('signed_out')
  expect((await other.get('/session')).status).toBe(200)
})

it('the security administrator sees who holds posts and signs an officer out everywhere', async () => {
  const county = await newCounty(start)
  const [cashier, admin] = [await county.phone('t01-chuna'), await county.phone('county-anquan')]
  const person = await personOf(cashier)
  const found = async () => ((await admin.get('/officers')).body.items as Officer[]).find(({ personId }) => personId === person)
  expect(await found()).toMatchObject({ name: expect.any(String), sessionCount: 1, posts: [{ kind: 'cashier', townshipCode: '990101001', area: '青山镇' }] })
  await refused(county, 'not_found', () => admin.post('/officers/per_0000000000000000/sessions/end', {}))
  expect((await admin.post(`/officers/${person}/sessions/end`, {})).status).toBe(200)
  await journaled(county, 'identity.endSessionsOf', person, 'county-anquan')
  expect((await cashier.get('/session')).problem.code).toBe('signed_out')
  expect(await found()).toMatchObject({ sessionCount: 0 })
  await county.dismiss('t01-chuna')
  expect(await found()).toBeUndefined()
})

it('the schema alone: no session comes back, lengthens or changes hands, and none is opened in another’s name', async () => {
  const county = await newCounty(start)
  const [wang, li] = [await county.phone('wang-xiulan'), await county.phone('li-jianguo')]
  const [mine, his] = [await personOf(wang), await personOf(li)]
  await wang.post('/session/end', {})
  const write = (sql: string, ...args: (string | null)[]) => county.services.db.write([], () => ({ answer: undefined, statements: [{ sql, args }] }))
  for (const set of ['ended_at = NULL', "ended_at = '2026-09-28T03:00:00.000Z'"])
    await expect(write(`UPDATE sessions SET ${set} WHERE person_id = ?`, mine), set).rejects.toThrow('append_only')
  for (const set of [
    "last_seen_at = '2026-09-28T01:00:00.000Z'", "expires_at = '2026-09-30T02:00:00.000Z'", `person_id = '${mine}'`, "surface = 'desk'",
    "token_hash = 'another'", "id = 'ses_another'", "device = 'another'", "created_at = '2026-09-28T01:00:00.000Z'", 'journal_id = (SELECT min(id) FROM journal)',
  ]) await expect(write(`UPDATE sessions SET ${set} WHERE person_id = ?`, his), set).rejects.toThrow(/append_only|CHECK/)
  const open = (person: string, hours: number) => write(
    `INSERT INTO sessions (token_hash, id, person_id, surface, created_at, last_seen_at, expires_at, journal_id)
     SELECT ?1 || ?2, 'ses_' || ?2, ?1, 'phone', at, at, strftime('%Y-%m-%dT%H:%M:%fZ', at, ?2 || ' hours'), id
     FROM journal WHERE action = 'identity.signIn' AND person_id = ?3 ORDER BY at DESC LIMIT 1`, person, String(hours), his)
  await write('UPDATE county SET demo = 0')
  await expect(open(mine, 12)).rejects.toThrow('append_only')
  await expect(open(his, 13)).rejects.toThrow('append_only')
  await open(his, 12)
})

it('administrators stand apart: from each other and from every business post, but for posts that are over', async () => {
  const county = await newCounty(start)
  for (const [openid, kind, township] of [
    ['county-xitong', 'security_admin', null], ['county-anquan', 'audit_admin', null], ['county-shenjiguanli', 'county_finance', null],
    ['t01-jingban', 'system_admin', null], ['county-xitong', 'caseworker', '990101001'],
  ] as const) await expect(county.appoint(openid, kind, township), `${openid} ${kind}`).rejects.toThrow('administrators_apart')
  await county.appoint('t01-jingban', 'finance_reviewer', '990101001')
  const write = (sql: string, ...args: string[]) => county.services.db.write([], () => ({ answer: undefined, statements: [{ sql, args }] }))
  const [admin] = await county.rows("SELECT person_id FROM posts WHERE kind = 'system_admin'")
  await county.dismiss('county-xitong')
  await write(`INSERT INTO posts (id, person_id, kind, township_code, from_at, journal_id)
    SELECT 'pos_later', ?1, 'security_admin', NULL, max(until_at), min(journal_id) FROM posts WHERE person_id = ?1`, String(admin?.person_id))
})
