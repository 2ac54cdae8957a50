import { expect, it } from 'vitest'
import { samplePolicy } from '../../worker/contract/index.ts'
import { newCounty } from '../support/county.ts'
import { crewOf } from '../support/crew.ts'
import { expectSound } from '../support/ledger.ts'
import { decision, idOf } from '../support/steps.ts'

const raised = { ...samplePolicy, dibaoFen: 90_000, smallCapFen: 90_000, tiersFen: [30_000, 60_000, 90_000] }
const cap = (policy: { smallCapFen: number }) => policy.smallCapFen

it('低保 rises on 1 July: drafted by one, published by another, it counts from that Beijing day on and not before', async () => {
  const county = await newCounty('2026-06-15T02:00:00.000Z')
  const [maker, checker, crew] = [await county.phone('county-jiuzhu'), await county.phone('county-caizheng'), await crewOf(county)]
  const draft = idOf(await maker.post('/policy/drafts', { fromOn: '2026-07-01', values: raised }), 'draftId')
  const waiting = await crew.accepted({ askedFen: 85_000 })

  const [item] = (await checker.get('/policy/drafts')).body.items as { mine: boolean; differences: object[] }[]
  expect(item).toMatchObject({ mine: false, differences: [
    { label: '城镇低保标准(每人每月)', from: '828.00 元', to: '900.00 元' }, { label: '小额快救上限', from: '828.00 元', to: '900.00 元' },
    { label: '小额档次', from: '276.00、552.00、828.00', to: '300.00、600.00、900.00' },
  ] })
  expect((await checker.get(`/policy/drafts/${draft}/preview`)).body).toMatchObject({
    open: 1, differ: [{ requestId: waiting, townshipName: '青山镇', from: { track: 'urgent', code: null }, to: { track: 'small', code: null } }],
  })
  expect((await checker.post(`/policy/drafts/${draft}/publication`, {})).body).toMatchObject({ version: 2, fromOn: '2026-07-01' })
  expect((await checker.post(`/policy/drafts/${draft}/publication`, {})).problem.code).toBe('proposal_closed')
  expect((await maker.post(`/policy/drafts/${draft}/dismissal`, { reason: '写错' })).problem.code).toBe('proposal_closed')

  const shown = async () => cap((await crew.deputy.get('/policy')).body as { smallCapFen: number })
  const grant = async () => (await crew.deputy.post(`/requests/${waiting}/grant`, decision({ amountFen: 90_000 })))
  county.setClock('2026-06-30T15:59:59.000Z')
  await crew.deputy.signInAgain()
  expect(await shown()).toBe(82_800)
  expect((await grant()).problem).toMatchObject({ code: 'small_cap', limitFen: 82_800, offer: 'urgent' })
  county.setClock('2026-06-30T16:00:00.000Z')
  expect(await shown()).toBe(90_000)
  expect((await grant()).status).toBe(201)
  expect(await county.rows('SELECT policy_version FROM grants')).toEqual([{ policy_version: 2 }])
  expect((await crew.deputy.get('/policy/versions')).body.items).toMatchObject([
    { version: 2, fromOn: '2026-07-01', differences: [{ from: '828.00 元', to: '900.00 元' }, {}, {}] }, { version: 1, differences: [] },
  ])
  expectSound(county)
})
