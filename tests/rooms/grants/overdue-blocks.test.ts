import { expect, it } from 'vitest'
import { lapseExplanations } from '../../../worker/explanations/index.ts'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { decision } from '../../support/steps.ts'

it('R-07: with three explanations overdue a township gives small grants only, until one is explained; next door nothing changes', async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [crew, other] = [await crewOf(county), await crewOf(county, 2)]
  const late = [await crew.paid({ track: 'urgent' }), await crew.paid({ track: 'urgent' }), await crew.paid({ track: 'urgent' })]
  county.setClock('2026-10-11T02:00:00.000Z')
  await Promise.all([crew.caseworker, crew.coordinator, crew.deputy, crew.reviewer, other.caseworker, other.coordinator, other.deputy].map((one) => one.signInAgain()))
  const [first, second] = [await crew.accepted(), await crew.accepted()]
  const urgent = (request: string) => crew.deputy.post(`/requests/${request}/grant`, decision({ track: 'urgent' }))
  const screen = async () => ((await crew.deputy.get(`/requests/${first}`)).body.decision as { facts: { overdue: number } }).facts.overdue

  expect(await screen()).toBe(0)
  expect((await lapseExplanations(county.services)).lapsed).toBe(3)
  expect(await screen()).toBe(3)
  expect((await urgent(first)).problem).toMatchObject({ code: 'overdue_explanations', rules: ['R-07'] })
  expect((await crew.deputy.post(`/requests/${second}/grant`, decision())).status).toBe(201)
  expect((await other.granted({ track: 'urgent' })).grant).toMatch(/^gra_/)

  await crew.caseworker.put(`/grants/${late[0]!.grant}/explanation`, { items: [{ kind: 'NARRATIVE', text: '药费和伙食' }] })
  expect((await urgent(first)).problem.code).toBe('overdue_explanations')
  expect((await crew.reviewer.post(`/grants/${late[0]!.grant}/explanation/acceptance`, {})).status).toBe(201)
  expect(await screen()).toBe(2)
  expect((await urgent(first)).status).toBe(201)
})
