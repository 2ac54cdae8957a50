import { expect, it } from 'vitest'
import type { DeskAsk, DeskLook } from '../../../worker/contract/index.ts'
import { deskQrPrefix } from '../../../worker/contract/index.ts'
import type { TestCounty } from '../../support/county.ts'
import { newCounty } from '../../support/county.ts'
import { Phone } from '../../support/phone.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const start = '2026-09-28T02:00:00.000Z'
const browser = { device: 'Edge,Windows' }

/** A browser that nobody has signed in at. */
const stranger = (county: TestCounty) => Phone.stranger((request) => county.app.fetch(request))
const asked = async (county: TestCounty) => (await stranger(county).post('/desk-sign-ins', browser)).body as unknown as DeskAsk
const look = (phone: Phone, proof: string) => phone.post('/desk-sign-ins/look', { proof })
const collected = async (county: TestCounty, { id, secret }: Pick<DeskAsk, 'id' | 'secret'>) =>
  (await stranger(county).post(`/desk-sign-ins/${id}/session`, { secret })).body as { state: string; session: { token: string } | null }
const after = (seconds: number) => new Date(Date.parse(start) + seconds * 1000)
const wrongCode = ({ code }: DeskAsk, n: number) => String((Number(code) + n) % 1_000_000).padStart(6, '0')

it.each(['qr', 'code'] as const)('the phone sees by %s which desk asks, lets it in, and the desk gets a session of its own', async (proof) => {
  const county = await newCounty(start)
  const finance = await county.phone('county-caizheng')
  const ask = await asked(county)
  expect(ask).toEqual({ id: expect.stringMatching(/^ask_/), secret: expect.stringMatching(/^[\w-]{43}$/), code: expect.stringMatching(/^\d{6}$/),
    qr: expect.stringMatching(new RegExp(`^${deskQrPrefix}[\\w-]{43}$`)), expiresAt: '2026-09-28T02:02:00.000Z' })
  expect(await collected(county, ask)).toEqual({ state: 'waiting', session: null })
  const seen = await repeatable(county, (body, key) => finance.post('/desk-sign-ins/look', body, key), { proof: ask[proof] })
  expect(seen.body).toEqual({ id: ask.id, device: 'Edge,Windows', askedAt: start, expiresAt: ask.expiresAt } satisfies DeskLook)
  await journaled(county, 'identity.lookAtDesk', ask.id, 'county-caizheng')
  county.setClock(after(30))
  await repeatable(county, (body, key) => finance.post(`/desk-sign-ins/${ask.id}/answer`, body, key), { answer: 'confirmed' })
  await journaled(county, 'identity.answerDesk', ask.id, 'county-caizheng')
  const { state, session } = await collected(county, ask)
  expect({ state, session }).toEqual({ state: 'open', session: { ...(await finance.get('/session')).body, token: expect.any(String) } })
  expect(session?.token).not.toBe(finance.token)
  const desk = Phone.signedIn((request) => county.app.fetch(request), 'county-caizheng', String(session?.token))
  expect((await desk.get('/sessions')).body.items).toMatchObject([{ surface: 'desk', device: 'Edge,Windows', here: true }, { surface: 'phone' }])
  expect(await collected(county, ask)).toEqual({ state: 'over', session: null })
  await desk.post('/session/end', {})
  expect((await finance.get('/session')).status).toBe(200)
})

it('a desk that the person does not know stays outside, and hears it', async () => {
  const county = await newCounty(start)
  const finance = await county.phone('county-caizheng')
  const ask = await asked(county)
  expect((await finance.post(`/desk-sign-ins/${ask.id}/answer`, { answer: 'refused' })).body).toEqual({ answer: 'refused', answeredAt: start })
  expect(await collected(county, ask)).toEqual({ state: 'refused', session: null })
  await refused(county, 'desk_ask_over', () => finance.post(`/desk-sign-ins/${ask.id}/answer`, { answer: 'confirmed' }))
  await refused(county, 'desk_code_wrong', () => look(finance, ask.qr))
})

it('it is over after two minutes, and a confirmation that nobody collects after one', async () => {
  const county = await newCounty(start)
  const finance = await county.phone('county-caizheng')
  const [early, late] = [await asked(county), await asked(county)]
  county.setClock(after(119))
  await finance.post(`/desk-sign-ins/${early.id}/answer`, { answer: 'confirmed' })
  expect((await collected(county, late)).state).toBe('waiting')
  county.setClock(after(120))
  expect((await collected(county, late)).state).toBe('over')
  await refused(county, 'desk_ask_over', () => finance.post(`/desk-sign-ins/${late.id}/answer`, { answer: 'confirmed' }))
  await refused(county, 'desk_code_wrong', () => look(finance, late.code))
  county.setClock(after(179))
  await refused(county, 'desk_ask_over', async () => {
    county.setClock(after(179.001))
    return stranger(county).post(`/desk-sign-ins/${early.id}/session`, { secret: early.secret })
  })
})

it('only the browser that asked collects; another secret or another ask learns nothing', async () => {
  const county = await newCounty(start)
  const finance = await county.phone('county-caizheng')
  const [mine, other] = [await asked(county), await asked(county)]
  await finance.post(`/desk-sign-ins/${mine.id}/answer`, { answer: 'confirmed' })
  expect((await collected(county, { id: mine.id, secret: other.secret })).state).toBe('over')
  expect((await collected(county, { id: mine.id, secret: mine.qr.slice(deskQrPrefix.length) })).state).toBe('over')
  expect((await collected(county, { id: other.id, secret: other.secret })).state).toBe('waiting')
  expect((await collected(county, mine)).state).toBe('open')
  const kept = JSON.stringify(await county.rows('SELECT * FROM desk_asks'))
  for (const word of [mine.secret, mine.qr.slice(deskQrPrefix.length), mine.code]) expect(kept).not.toContain(`"${word}"`)
})

it('two taps of the desk at once are one session', async () => {
  const county = await newCounty(start)
  const finance = await county.phone('county-caizheng')
  const ask = await asked(county)
  await finance.post(`/desk-sign-ins/${ask.id}/answer`, { answer: 'confirmed' })
  const replies = await Promise.all([1, 2, 3].map(() => stranger(county).post(`/desk-sign-ins/${ask.id}/session`, { secret: ask.secret })))
  expect(replies.filter(({ body }) => body.state === 'open')).toHaveLength(1)
  expect(await county.rows('SELECT 1 FROM sessions WHERE desk_ask_id = ?', ask.id)).toHaveLength(1)
})

it('digits are not guessed: five wrong ones lock the person, not others, and say how long', async () => {
  const county = await newCounty(start)
  const [finance, other] = [await county.phone('county-caizheng'), await county.phone('county-jiuzhu')]
  const ask = await asked(county)
  for (let n = 1; n <= 5; n += 1) {
    county.setClock(after(n))
    await refused(county, 'desk_code_wrong', () => look(finance, wrongCode(ask, n)))
  }
  county.setClock(after(61))
  const locked = await refused(county, 'too_many_tries', () => look(finance, ask.code))
  expect(locked.problem).toMatchObject({ title: '试错太多,请 14 分钟后再试', waitSeconds: 840 })
  expect(locked.headers.get('retry-after')).toBe('840')
  await refused(county, 'too_many_tries', () => finance.post(`/desk-sign-ins/${ask.id}/answer`, { answer: 'confirmed' }))
  expect((await look(other, ask.code)).status).toBe(200)
  county.setClock(after(15 * 60 + 1))
  const fresh = await asked(county)
  expect((await look(finance, fresh.code)).status).toBe(200)
})

it('who holds no post has no desk; what is neither code nor digits is said so; an ask that never was is not found', async () => {
  const county = await newCounty(start)
  const [wang, finance] = [await county.phone('wang-xiulan'), await county.phone('county-caizheng')]
  const ask = await asked(county)
  await refused(county, 'post_required', () => look(wang, ask.qr))
  await refused(county, 'post_required', () => wang.post(`/desk-sign-ins/${ask.id}/answer`, { answer: 'confirmed' }))
  expect((await refused(county, 'input', () => look(finance, 'https://example.com'))).problem.fields).toEqual([
    { field: 'proof', label: '登录码', message: '请扫工作台上的码,或写 6 位数字' }])
  await refused(county, 'not_found', () => finance.post('/desk-sign-ins/ask_0000000000000000/answer', { answer: 'confirmed' }))
})

it('asks are swept when they ran out, but for those that somebody answered; a flood is refused', async () => {
  const county = await newCounty(start)
  const finance = await county.phone('county-caizheng')
  const answered = await asked(county)
  await finance.post(`/desk-sign-ins/${answered.id}/answer`, { answer: 'refused' })
  for (let n = 1; n < 200; n += 1) expect((await stranger(county).post('/desk-sign-ins', browser)).status).toBe(201)
  const flood = await refused(county, 'busy', () => stranger(county).post('/desk-sign-ins', browser))
  expect(flood.headers.get('retry-after')).toBe('2')
  county.setClock(after(120))
  const last = await asked(county)
  expect((await county.rows('SELECT id FROM desk_asks ORDER BY asked_at')).map(({ id }) => id)).toEqual([answered.id, last.id])
})

it('the schema alone: no session without a confirmation, for another person, on a phone, or twice', async () => {
  const county = await newCounty(start)
  const [finance, other] = [await county.phone('county-caizheng'), await county.phone('county-jiuzhu')]
  const ask = await asked(county)
  const open = async (phone: Phone, surface: string, n: number) => {
    const { id } = (await phone.get('/session')).body.person as { id: string }
    return county.services.db.write([], () => ({ answer: undefined, statements: [{ sql:
      `INSERT INTO sessions (token_hash, id, person_id, surface, created_at, last_seen_at, expires_at, desk_ask_id, journal_id)
       SELECT 'hash' || ?3, 'ses' || ?3, ?1, ?2, at, at, '2026-09-28T03:00:00.000Z', ?4, id FROM journal WHERE person_id = ?1 ORDER BY seq DESC LIMIT 1`,
      args: [id, surface, n, ask.id] }] }))
  }
  await expect(open(finance, 'desk', 1)).rejects.toThrow('desk_ask_over')
  await finance.post(`/desk-sign-ins/${ask.id}/answer`, { answer: 'confirmed' })
  await expect(open(other, 'desk', 2)).rejects.toThrow('desk_ask_over')
  await expect(open(finance, 'phone', 3)).rejects.toThrow('desk_ask_over')
  await open(finance, 'desk', 4)
  await expect(open(finance, 'desk', 5)).rejects.toThrow('desk_ask_over')
  const answer = (who: string) => county.services.db.write([], () => ({ answer: undefined, statements: [{ sql:
    `INSERT INTO desk_answers (ask_id, answer, answered_by, answered_at, journal_id)
     SELECT ?1, 'confirmed', person_id, at, id FROM journal WHERE person_id = (SELECT person_id FROM sessions s JOIN persons p ON p.id = s.person_id
       WHERE p.openid_index = ?2 LIMIT 1) ORDER BY seq DESC LIMIT 1`, args: [next.id, county.services.cipher.index('openid', `${county.services.wechat.appId}:${who}`)] }] }))
  const next = await asked(county)
  await county.phone('wang-xiulan')
  await expect(answer('wang-xiulan')).rejects.toThrow('post_required')
  await answer('county-jiuzhu')
})
