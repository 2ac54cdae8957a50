import { expect, it } from 'vitest'
import { routes } from '../../../worker/app.ts'
import type { JournalPage } from '../../../worker/contract/index.ts'
import { journalLabels, problems } from '../../../worker/contract/index.ts'
import { newCounty } from '../../support/county.ts'
import { crewOf, forSomebody } from '../../support/crew.ts'
import { everythingHappened } from '../../support/everything.ts'
import { decision, idOf } from '../../support/steps.ts'

async function busyCounty(start = '2026-09-28T02:00:00.000Z') {
  const county = await newCounty(start)
  const crew = await crewOf(county)
  const admin = await county.phone('county-shenjiguanli')
  const ask = async (query = '') => (await admin.get(`/journal${query}`)).body as unknown as JournalPage
  return { county, crew, admin, ask }
}

it('tells who did what, newest first, with what was refused and why', async () => {
  const { county, crew, ask } = await busyCounty()
  const request = await crew.accepted()
  county.setClock('2026-09-28T02:01:00.000Z')
  expect((await crew.cashier.post(`/requests/${request}/grant`, decision())).status).toBe(403)
  county.setClock('2026-09-28T02:02:00.000Z')
  const grant = idOf(await crew.deputy.post(`/requests/${request}/grant`, decision()), 'grantId')
  const { items } = await ask()
  const [granted, refused] = items
  const accepted = items.find(({ action }) => action === 'requests.accept')
  expect(granted).toMatchObject({ action: 'grants.decide', object: grant, outcome: 'done', post: 'deputy_leader', area: '青山镇', problem: null, at: '2026-09-28T02:02:00.000Z' })
  expect(refused).toMatchObject({ action: 'grants.decide', outcome: 'refused', problem: 'post_required', problemTitle: problems.post_required.title })
  expect(accepted).toMatchObject({ action: 'requests.accept', outcome: 'done', post: 'caseworker' })
})

it('is asked by act, outcome, day and person, page by page, and the filters go together', async () => {
  const { county, crew, ask } = await busyCounty('2026-09-28T15:50:00.000Z')
  await crew.accepted()
  county.setClock('2026-09-28T16:10:00.000Z')
  const request = await crew.accepted()
  const acts = await ask('?action=requests.accept')
  expect(acts.items.map(({ at }) => at.slice(11, 16))).toEqual(['16:10', '15:50'])
  expect((await ask('?action=requests.accept&onDay=2026-09-28')).items.map(({ id }) => id)).toEqual([acts.items[1]?.id])
  const caseworker = acts.items[0]?.personId ?? ''
  expect(new Set((await ask(`?personId=${caseworker}`)).items.map(({ personId }) => personId))).toEqual(new Set([caseworker]))
  await crew.cashier.post(`/requests/${request}/grant`, decision())
  expect((await ask('?outcome=refused')).items.map(({ problem }) => problem)).toEqual(['post_required'])
  const first = await ask('?action=requests.accept&limit=1')
  expect((await ask(`?action=requests.accept&limit=1&after=${first.next}`)).items.map(({ id }) => id)).toEqual([acts.items[1]?.id])
})

it('an officer acts under the full name, everybody else stands masked, and no word of a case is in it', async () => {
  const { county, crew, admin } = await busyCounty()
  const wang = await county.phone('wang-xiulan')
  await wang.post('/requests', forSomebody(crew.township, { onBehalf: undefined, story: '灶房着火', phone: '13955500077' }))
  const text = JSON.stringify((await admin.get('/journal')).body)
  expect(text).toContain('王*')
  expect(text).not.toMatch(/王秀兰|灶房|13955500077/)
})

it('a wrong act, outcome or day is named with the way out, and an unknown key is refused', async () => {
  const { admin } = await busyCounty()
  for (const [query, field, message] of [
    ['action=grants.dream', 'action', '没有这个事项'],
    ['outcome=maybe', 'outcome', '结果只有办成和被拒'],
    ['onDay=2026-02-30', 'onDay', '日期要写成 2026-09-30 这样'],
  ] as const) {
    const { status, problem } = await admin.get(`/journal?${query}`)
    expect([status, problem.fields?.[0]?.field, problem.fields?.[0]?.message]).toEqual([422, field, message])
  }
  expect((await admin.get('/journal?who=me')).status).toBe(422)
})

it('what lies behind more rows than one page looks at is found page by page, and each page says that there is more', async () => {
  const { county, crew, ask } = await busyCounty()
  await crew.accepted()
  const [oldest] = (await ask('?action=requests.accept')).items
  await county.services.db.write([], () => ({ answer: undefined, statements: [{ args: [], sql: `INSERT INTO journal (id, chain, seq, at, action, object, outcome, after_hash, request_id, prev, hash)
     WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20001)
     SELECT printf('jrn_zz%05d', i), 'a-' || i, 1, '2026-09-28T02:00:00.000Z', 'rounds.record', 'x', 'done', '', '', '', hex(zeroblob(32)) FROM n` }] }))
  const first = await ask('?action=requests.accept')
  expect(first).toEqual({ items: [], next: 'jrn_zz00002' })
  expect(await ask(`?action=requests.accept&after=${first.next}`)).toEqual({ items: [oldest], next: null })
})

it('every act that the house writes down has its words', async () => {
  const { county } = await everythingHappened()
  const written = (await county.rows('SELECT DISTINCT action FROM journal')).map(({ action }) => String(action))
  const asked = routes.filter(({ method }) => method !== 'GET').map(({ action }) => action)
  expect([...written, ...asked].filter((action) => !(action in journalLabels))).toEqual([])
})
