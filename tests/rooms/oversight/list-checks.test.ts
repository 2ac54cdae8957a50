import { expect, it } from 'vitest'
import type { ChecksView, PostKind } from '../../../worker/contract/index.ts'
import { neededTownshipPosts } from '../../../worker/contract/index.ts'
import type { TestCounty } from '../../support/county.ts'
import { fundCode, newCounty } from '../../support/county.ts'
import { crewOf, done } from '../../support/crew.ts'
import { idOf } from '../../support/steps.ts'

const start = '2026-09-28T02:00:00.000Z'
const view = async (county: TestCounty, who = 'county-xitong') => (await (await county.phone(who)).get('/checks')).body as unknown as ChecksView

it('a county that can help everywhere lacks nothing, and says how much it looked at', async () => {
  const county = await newCounty(start)
  const { asked, items } = await view(county)
  expect(items).toEqual([])
  expect(asked).toBe(12 * neededTownshipPosts.length + 7 + 12 + 12 + 1)
})

it('a post whose person has left is missing in that township alone', async () => {
  const county = await newCounty(start)
  await county.dismiss('t02-chuna')
  expect((await view(county)).items).toMatchObject([{ kind: 'post', townshipCode: '990101002', post: 'cashier' satisfies PostKind }])
})

it('a letter is told before it ends, and missed when it has', async () => {
  const county = await newCounty(start)
  const leader = await county.phone('county-lingdao')
  const { items } = (await leader.get('/letters')).body as { items: { id: string; townshipCode: string; validUntilOn: string }[] }
  const letter = items.find(({ townshipCode }) => townshipCode === '990101003')
  await leader.post(`/letters/${letter?.id}/revocation`, { reason: '换新委托书' })
  expect((await view(county)).items).toMatchObject([{ kind: 'letter', townshipCode: '990101003' }])
  county.setClock(new Date(`${letter?.validUntilOn}T02:00:00.000Z`))
  const soon = (await view(county)).items.filter(({ kind }) => kind === 'letterEnds')
  const ending = items.filter((one) => one.validUntilOn === letter?.validUntilOn && one.id !== letter.id)
  expect(soon.map((one) => one.townshipCode).toSorted()).toEqual([...new Set(ending.map((one) => one.townshipCode))].toSorted())
  expect(soon[0]).toMatchObject({ untilOn: letter?.validUntilOn })
})

it('an opening balance waits for its first 拨入, and another sum is named beside it', async () => {
  const county = await newCounty(start)
  const [finance, assistance, { cashier, reviewer }] = await Promise.all([county.phone('county-caizheng'), county.phone('county-jiuzhu'), crewOf(county, 4)])
  const fund = fundCode(4)
  const move = async (order: string, body: object, maker = finance, checker = assistance) => {
    const proposal = idOf(await done(maker.post(`/funds/${fund}/${order}`, body)), 'proposalId')
    await done(checker.post(`/funds/${fund}/proposals/${proposal}/confirmation`, {}))
  }
  // the cash that was drawn goes back first
  await move('undos', { entrySeq: 2, reason: '拨错了' }, cashier, reviewer)
  await move('undos', { entrySeq: 1, reason: '拨错了' })
  expect((await view(county)).items).toMatchObject([{ kind: 'openingWaits', townshipCode: '990101004', statedFen: 3_000_000 }])
  await move('allocations', { amountFen: 2_000_000, bankSerial: 'QX-0928-04', reason: '重新拨入' })
  expect((await view(county)).items).toMatchObject([{ kind: 'opening', statedFen: 3_000_000, allocatedFen: 2_000_000 }])
})

it('in December the next year’s holidays are missed', async () => {
  const county = await newCounty(start)
  county.setClock('2026-12-01T02:00:00.000Z')
  expect((await view(county)).items.filter(({ kind }) => kind === 'calendar')).toMatchObject([{ year: 2027 }])
})
