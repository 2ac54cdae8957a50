import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { acceptance, ask, decision, idOf } from '../../support/steps.ts'

it('one household, one chain: everything asked and given, across townships', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [wang, here, there] = await Promise.all([county.phone('wang-xiulan'), crewOf(county), crewOf(county, 2)])
  const first = idOf(await wang.post('/requests', ask({ causeCode: 'FIRE' })))
  const householdId = String(
    (await here.caseworker.post(`/requests/${first}/acceptance`, acceptance())).body.householdId,
  )
  await here.deputy.post(`/requests/${first}/grant`, decision())
  county.setClock('2026-09-28T03:00:00.000Z')
  const second = idOf(await wang.post('/requests', ask({ townshipCode: '990101002', village: '杨家村' })))
  await there.caseworker.post(`/requests/${second}/acceptance`, acceptance())
  const chain = await here.caseworker.get(`/households/${householdId}/chain`)
  expect(chain.body).toMatchObject({
    householdId,
    size: 1,
    items: [
      { townshipName: '河西镇', requestId: null, name: null, status: 'accepted', grantedFen: null },
      { townshipName: '青山镇', requestId: first, name: '王秀兰', status: 'granted', grantedFen: 50_000 },
    ],
  })
  expect((await there.deputy.get(`/requests/${second}`)).body.decision).toMatchObject({
    grantsThisYear: 1,
    chain: [{ number: 'LSJZ2026-001-00001', name: null }],
  })
  const [third, li] = await Promise.all([crewOf(county, 3), county.phone('li-jianguo')])
  for (const phone of [third.caseworker, li, wang])
    expect((await phone.get(`/households/${householdId}/chain`)).problem.code).toBe('not_found')
})
