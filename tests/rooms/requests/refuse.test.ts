import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { ask, idOf } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const no = { code: 'NOT_URGENT', facts: '入户查看,受伤轻微,有工资', reason: '不属于急难情形' }

it('says no with facts, ground, reason and 60 days for review', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const crew = await crewOf(county)
  const request = await crew.accepted()
  const reply = await repeatable(
    county,
    (body, key) => crew.deputy.post(`/requests/${request}/refusal`, body, key),
    no,
    { ...no, code: 'OWN_MEANS' },
  )
  expect(reply.body).toEqual({ id: request, refusedAt: '2026-09-28T02:00:00.000Z', reviewUntilOn: '2026-11-27' })
  await journaled(county, 'requests.refuse', request, 't01-fenguan')
  expect((await crew.coordinator.get(`/requests/${request}`)).body).toMatchObject({
    status: 'refused',
    refusal: { code: 'NOT_URGENT', facts: no.facts, reason: no.reason, reviewUntilOn: '2026-11-27' },
  })
  await refused(county, 'request_not_open', () => crew.leader.post(`/requests/${request}/refusal`, no))
})

it('needs an officer of the township, who is not the one who asked', async () => {
  const county = await newCounty()
  const [crew, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const request = await crew.accepted()
  const path = `/requests/${request}/refusal`
  await refused(county, 'post_required', () => crew.cashier.post(path, no))
  await refused(county, 'out_of_scope', () => there.leader.post(path, no))
  await refused(county, 'not_found', () => crew.leader.post('/requests/req_0000000000000000/refusal', no))
  const own = idOf(await crew.leader.post('/requests', ask({ phone: '13900000077' })))
  await refused(county, 'beneficiary', () => crew.leader.post(`/requests/${own}/refusal`, no))
})

it('what is granted is not refused', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const { request } = await crew.granted()
  await refused(county, 'already_granted', () => crew.leader.post(`/requests/${request}/refusal`, no))
})

it("what is the county's turn is not the township's to refuse", async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const request = await crew.accepted()
  await crew.caseworker.post(`/requests/${request}/escalation`, { code: 'FUND_SHORT', reason: '储备金不够' })
  for (const phone of [crew.caseworker, crew.deputy, crew.leader]) {
    await refused(county, 'county_turn', () => phone.post(`/requests/${request}/refusal`, no))
    expect((await phone.get(`/requests/${request}`)).body.actions).not.toContain('refuse')
  }
})
