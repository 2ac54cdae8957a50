import { hash } from 'node:crypto'
import { expect, it } from 'vitest'
import { notices } from '../../../worker/contract/index.ts'
import { newCounty } from '../../support/county.ts'
import { crewOf, forSomebody } from '../../support/crew.ts'
import { acceptance, ask, idOf } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const seen = { privacy: '2026-11', sensitive: '2026-11' } as const
type Told = { ask: string[]; items: { id: string; kind: string; basis: string; giver: string; withdrawnAt: string | null }[] }

it('what is ticked with a request is kept, once; the next request asks for nothing', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const wang = await county.phone('wang-xiulan')
  const told = async () => (await wang.get('/own/consents')).body as unknown as Told
  expect(await told()).toEqual({ ask: ['privacy', 'sensitive'], items: [] })
  await wang.post('/requests', ask({ notices: seen }))
  const first = await told()
  expect(first.ask).toEqual([])
  expect(first.items.map(({ kind, basis, giver }) => [kind, basis, giver]).toSorted()).toEqual([['privacy', 'consent', 'self'], ['sensitive', 'consent', 'self']])
  await wang.post('/requests', ask({ notices: seen }))
  expect((await told()).items).toHaveLength(2)
  const old = await refused(county, 'input', () => wang.post('/requests', { ...ask(), notices: { privacy: '2020-01' } }))
  expect(old.problem.fields?.[0]?.label).toBe('个人信息告知')
})

it('nothing ticked holds up nothing: the notice is owed, and the caseworker is reminded until it is given', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const crew = await crewOf(county)
  const request = await crew.accepted({}, { told: undefined })
  const owed = async () => ((await crew.caseworker.get('/todo')).body.items as { kind: string; count: number; queue: string }[]).find(({ kind }) => kind === 'notice_owed')
  expect(await owed()).toMatchObject({ count: 1, queue: 'notice' })
  expect((await crew.caseworker.get('/requests?queue=notice')).body.items).toMatchObject([{ id: request }])
  expect((await crew.caseworker.get(`/requests/${request}`)).body.actions).toContain('giveNotice')
  expect((await crew.deputy.get(`/requests/${request}`)).body.actions).not.toContain('giveNotice')
  await repeatable(county, (body, key) => crew.caseworker.post(`/requests/${request}/notice`, body, key), { told: 'guardian' }, { told: 'self' })
  await journaled(county, 'requests.giveNotice', request, 't01-jingban')
  expect(await owed()).toBeUndefined()
  expect((await crew.caseworker.get(`/requests/${request}`)).body.actions).not.toContain('giveNotice')
  const rows = await county.rows('SELECT kind, basis, giver FROM consents WHERE person_id = (SELECT person_id FROM requests WHERE id = ?) ORDER BY kind, basis', request)
  expect(rows.map(({ kind, basis, giver }) => `${kind} ${basis} ${giver}`)).toEqual(['guardian consent guardian', 'privacy consent guardian', 'privacy emergency none'])
})

it('told at the acceptance, it is not owed', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  await crew.accepted({}, { told: 'self' })
  expect((await crew.caseworker.get('/requests?queue=notice')).body.items).toEqual([])
})

it('is given by the caseworker of a township where the person asked', async () => {
  const county = await newCounty()
  const [crew, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const request = await crew.accepted({}, { told: undefined })
  const path = `/requests/${request}/notice`
  await refused(county, 'post_required', () => crew.leader.post(path, { told: 'self' }))
  await refused(county, 'out_of_scope', () => there.caseworker.post(path, { told: 'self' }))
  await refused(county, 'not_found', () => crew.caseworker.post('/requests/req_0000000000000000/notice', { told: 'self' }))
  await refused(county, 'input', () => crew.caseworker.post(path, { told: 'dog' }))
  const filed = idOf(await crew.coordinator.post('/requests', forSomebody(crew.township)))
  expect((await crew.caseworker.post(`/requests/${filed}/acceptance`, acceptance({ told: 'guardian' }))).status).toBe(201)
})

it('the separate consent is taken back by the person alone, once; the notice stays', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [wang, li] = await Promise.all([county.phone('wang-xiulan'), county.phone('li-jianguo')])
  await wang.post('/requests', ask({ notices: seen }))
  const told = async () => (await wang.get('/own/consents')).body as unknown as Told
  const { items } = await told()
  const one = (kind: string) => `/own/consents/${items.find((item) => item.kind === kind)!.id}/withdrawal`
  await refused(county, 'not_found', () => li.post(one('sensitive'), {}))
  await refused(county, 'not_found', () => wang.post(one('privacy'), {}))
  await refused(county, 'not_found', () => wang.post('/own/consents/con_0000000000000000/withdrawal', {}))
  await repeatable(county, (body, key) => wang.post(one('sensitive'), body, key), {})
  await refused(county, 'consent_withdrawn', () => wang.post(one('sensitive'), {}))
  expect(await told()).toMatchObject({ ask: ['sensitive'] })
})

it('the schema knows each text by its hash: words that change are a new version', async () => {
  const county = await newCounty()
  const rows = await county.rows('SELECT kind, version, text_hash FROM notices ORDER BY kind, version')
  const texts = Object.entries(notices).flatMap(([kind, versions]) => Object.entries(versions).map(([version, text]) =>
    ({ kind, version, text_hash: hash('sha256', JSON.stringify(text)) })))
  expect(rows.map((row) => ({ ...row }))).toEqual(texts.toSorted((a, b) => a.kind.localeCompare(b.kind)))
  for (const { title, lines } of Object.values(notices).map((versions) => versions['2026-11']))
    for (const line of [title, ...lines]) expect(Math.max(...line.split(/[。:]/).map((part) => [...part].length)), line).toBeLessThanOrEqual(34)
})
