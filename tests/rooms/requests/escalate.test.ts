import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { ask, decision, idOf } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const up = { code: 'FUND_SHORT', reason: '储备金不够,请县里办理' }

it("becomes the county's turn: on its list, with the clock running on", async () => {
  const county = await newCounty()
  const [crew, assistance] = await Promise.all([crewOf(county), county.phone('county-jiuzhu')])
  const request = await crew.accepted()
  const reply = await repeatable(
    county,
    (body, key) => crew.caseworker.post(`/requests/${request}/escalation`, body, key),
    up,
    { ...up, code: 'KIN' },
  )
  expect(reply.body).toEqual({ id: request, escalatedAt: expect.any(String) })
  await journaled(county, 'requests.escalate', request, 't01-jingban')
  const queue = await assistance.get('/requests?queue=county')
  expect(queue.body.items).toMatchObject([{ id: request, status: 'escalated', dueAt: '2026-10-01T02:00:00.000Z' }])
  await refused(county, 'county_turn', () => crew.deputy.post(`/requests/${request}/grant`, decision()))
  await refused(county, 'request_not_open', () => crew.deputy.post(`/requests/${request}/escalation`, up))
})

it('needs an officer of the township and an open request', async () => {
  const county = await newCounty()
  const [crew, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const request = await crew.accepted()
  await refused(county, 'post_required', () => crew.reviewer.post(`/requests/${request}/escalation`, up))
  await refused(county, 'out_of_scope', () => there.caseworker.post(`/requests/${request}/escalation`, up))
  await refused(county, 'not_found', () => crew.caseworker.post('/requests/req_0000000000000000/escalation', up))
  const granted = await crew.granted()
  await refused(county, 'already_granted', () => crew.deputy.post(`/requests/${granted.request}/escalation`, up))
})

it('nobody sends his own request to the county: it is another officer who does', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const own = idOf(await crew.deputy.post('/requests', ask({ phone: '13900000077' })))
  await refused(county, 'beneficiary', () => crew.deputy.post(`/requests/${own}/escalation`, up))
  expect((await crew.leader.post(`/requests/${own}/escalation`, up)).status).toBe(201)
})
