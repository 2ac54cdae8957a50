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
    recognised: [],
  })
  const items = chain.body.items as { event: string; townshipName: string; requestId: string | null; name: string | null; amountFen: number | null }[]
  expect(items.slice(0, 2).map(({ event }) => event).toSorted()).toEqual(['accepted', 'submitted'])
  for (const item of items.slice(0, 2)) expect(item).toMatchObject({ townshipName: '河西镇', requestId: null, name: null, number: null, words: null })
  expect(items).toEqual(expect.arrayContaining([
    expect.objectContaining({ event: 'granted', townshipName: '青山镇', requestId: first, name: '王秀兰', amountFen: 50_000, words: '情况属实' }),
    expect.objectContaining({ event: 'join', name: '王秀兰' }),
  ]))
  expect((await there.deputy.get(`/requests/${second}`)).body.decision).toMatchObject({
    grantsThisYear: 1,
    chain: [{ number: 'LSJZ2026-001-00001', name: null }],
  })
  const [third, li] = await Promise.all([crewOf(county, 3), county.phone('li-jianguo')])
  for (const phone of [third.caseworker, li, wang])
    expect((await phone.get(`/households/${householdId}/chain`)).problem.code).toBe('not_found')
})
