import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf, done, forSomebody } from '../../support/crew.ts'
import { acceptance, ask, decision, idOf, payee } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const asked = { code: 'EPIDEMIC', reason: '疫情反复,家里又隔离' } as const
const yes = { consent: true, reason: '情况属实,同意' }

async function start() {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [crew, office] = await Promise.all([crewOf(county), county.phone('county-jiuzhu')])
  return { county, crew, office }
}

it('the township asks, the county consents: each with who, when and why, once', async () => {
  const { county, crew, office } = await start()
  const request = await crew.accepted()
  const path = `/requests/${request}/exceptions`
  const reply = await repeatable(county, (body, key) => crew.caseworker.post(path, body, key), asked, { ...asked, reason: '别的理由' })
  expect(reply.body).toEqual({ id: request, n: 1, askedAt: '2026-09-28T02:00:00.000Z', stands: false })
  await journaled(county, 'requests.askException', request, 't01-jingban')
  await refused(county, 'exception_asked', () => crew.deputy.post(path, asked))
  expect((await office.get('/requests?queue=county')).body.items).toMatchObject([{ id: request }])
  expect((await office.get('/todo')).body.items).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'county_turn', count: 1 })]))
  const answered = await repeatable(county, (body, key) => office.post(`${path}/1/answer`, body, key), yes, { ...yes, consent: false })
  expect(answered.body).toEqual({ id: request, n: 1, consent: true, answeredAt: '2026-09-28T02:00:00.000Z' })
  await journaled(county, 'requests.answerException', request, 'county-jiuzhu')
  await refused(county, 'exception_answered', () => office.post(`${path}/1/answer`, yes))
  await refused(county, 'not_found', () => office.post(`${path}/2/answer`, yes))
  expect((await office.get('/requests?queue=county')).body.items).toEqual([])
  const view = (await crew.deputy.get(`/requests/${request}`)).body
  expect(view.exceptions).toMatchObject([{ n: 1, code: 'EPIDEMIC', reason: asked.reason, stands: true, answer: { consent: true, reason: yes.reason } }])
  expect((await (await county.phone('county-shenji')).get(`/requests/${request}`)).body.exceptions).toMatchObject([{ reason: null, answer: { reason: null } }])
})

it('what the county does not consent to does not stand, and may be asked again', async () => {
  const { crew, office } = await start()
  const request = await crew.accepted()
  const path = `/requests/${request}/exceptions`
  await done(crew.caseworker.post(path, asked))
  await done(office.post(`${path}/1/answer`, { consent: false, reason: '材料不够' }))
  expect((await crew.deputy.get(`/requests/${request}`)).body.exceptions).toMatchObject([{ stands: false, answer: { consent: false } }])
  expect((await done(crew.deputy.post(path, asked))).body.n).toBe(2)
})

it('is asked for what is accepted and open, by its officers, never for one’s own', async () => {
  const { county, crew, office } = await start()
  const there = await crewOf(county, 2)
  const fresh = idOf(await crew.coordinator.post('/requests', forSomebody(crew.township)))
  await refused(county, 'request_not_accepted', () => crew.caseworker.post(`/requests/${fresh}/exceptions`, asked))
  const { request } = await crew.granted()
  await refused(county, 'already_granted', () => crew.caseworker.post(`/requests/${request}/exceptions`, asked))
  const other = await crew.accepted()
  await refused(county, 'post_required', () => crew.cashier.post(`/requests/${other}/exceptions`, asked))
  await refused(county, 'out_of_scope', () => there.caseworker.post(`/requests/${other}/exceptions`, asked))
  await done(crew.caseworker.post(`/requests/${other}/exceptions`, { ...asked, code: 'STILL_IN_NEED' }))
  await refused(county, 'exception_answered', () => office.post(`/requests/${other}/exceptions/1/answer`, yes))
  await done(crew.caseworker.post(`/requests/${other}/exceptions`, asked))
  await done(crew.caseworker.post(`/requests/${other}/refusal`, { code: 'NOT_URGENT', facts: '伤势轻微', reason: '不属于急难' }))
  await refused(county, 'request_not_open', () => crew.caseworker.post(`/requests/${other}/exceptions`, { ...asked, code: 'SHARED_PAYEE' }))
  await refused(county, 'request_not_open', () => office.post(`/requests/${other}/exceptions/2/answer`, yes))
  const county_ = await crew.accepted()
  await done(crew.caseworker.post(`/requests/${county_}/escalation`, { code: 'OTHER', reason: '情况特殊' }))
  await refused(county, 'county_turn', () => crew.caseworker.post(`/requests/${county_}/exceptions`, asked))
  const own = idOf(await crew.leader.post('/requests', ask({ phone: '13900000077' })))
  await done(crew.caseworker.post(`/requests/${own}/acceptance`, acceptance({ payee: undefined })))
  await refused(county, 'beneficiary', () => crew.leader.post(`/requests/${own}/exceptions`, asked))
})

it('an account that two households were paid to takes a third one’s money only with the county’s consent (N-42)', async () => {
  const { county, crew, office } = await start()
  const account = { payee: { ...payee, account: '6217009955000000001' } }
  const granted = async () => {
    const request = await crew.accepted({}, account)
    return { request, decide: () => crew.deputy.post(`/requests/${request}/grant`, decision()) }
  }
  for (const _ of [1, 2]) await done((await granted()).decide())
  const third = await granted()
  const view = (await crew.deputy.get(`/requests/${third.request}`)).body
  expect(view.actions).toContain('askException')
  expect(view.decision).toMatchObject({ blockers: [{ code: 'payee_shared', rules: ['N-42'] }] })
  await refused(county, 'payee_shared', third.decide)
  await done(crew.caseworker.post(`/requests/${third.request}/exceptions`, { code: 'SHARED_PAYEE', reason: '都住在福利院,统一代管' }))
  await refused(county, 'payee_shared', third.decide)
  await done(office.post(`/requests/${third.request}/exceptions/1/answer`, yes))
  expect((await third.decide()).status).toBe(201)
  const fourth = await granted()
  expect((await crew.deputy.post(`/requests/${fourth.request}/grant`, decision({ channel: 'cash' }))).status).toBe(201)
})
