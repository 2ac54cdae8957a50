import { expect, it } from 'vitest'
import { afterwardsOf, paper } from '../../support/afterwards.ts'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { eventsOf, expectSound, placesOf } from '../../support/ledger.ts'
import { idOf } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const start = async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const life = afterwardsOf(crew)
  const [finance, assistance] = [await life.finance(), await life.assistance()]
  const claims = async () => (await crew.reviewer.get(`/funds/${crew.fund}/claims`)).body.items as Record<string, unknown>[]
  return { county, crew, life, finance, assistance, claims, before: await placesOf(county) }
}

it('three confirm in turn, each another person; at the third every payout is claimed, and the county pays the claim as a whole', async () => {
  const { county, crew, life, finance, assistance, claims, before } = await start()
  const [one, two] = [await life.cleared(), await life.cleared()]
  await crew.paid()
  const reply = await repeatable(county, (body, key) => crew.cashier.post(`/funds/${crew.fund}/claims`, body, key), {}, { payoutIds: [`${one.grant}.1`] })
  expect(reply.body).toMatchObject({ count: 2, amountFen: 100_000, number: 'HX990101001-2026-0001' })
  await journaled(county, 'settlement.claim', idOf(reply, 'claimId'), 't01-chuna')
  const path = `/claims/${idOf(reply, 'claimId')}`
  await refused(county, 'not_claimable', () => crew.cashier.post(`/funds/${crew.fund}/claims`, { payoutIds: [`${two.grant}.1`] }))
  await refused(county, 'not_claimable', () => crew.cashier.post(`/funds/${crew.fund}/claims`, {}))
  await refused(county, 'not_your_turn', () => finance.post(`${path}/confirmation`, {}))
  for (const [n, who] of [crew.reviewer, assistance, finance].entries()) {
    expect(await claims()).toMatchObject([{ state: 'waiting', confirmations: { length: n } }])
    expect((await who.post(`${path}/confirmation`, {})).body).toMatchObject({ confirmations: n + 1 })
  }
  await refused(county, 'claim_closed', () => crew.reviewer.post(`${path}/confirmation`, {}))
  await refused(county, 'claim_closed', () => crew.reviewer.post(`${path}/dismissal`, { reason: '晚了' }))
  expect(await placesOf(county)).toMatchObject({ claimed: 100_000, awaiting: 50_000 })
  expect((await finance.post(`${path}/replenishment`, { bankSerial: 'BZ-0001', reason: '补足' })).status).toBe(201)
  await refused(county, 'place_overdrawn', () => finance.post(`${path}/replenishment`, { bankSerial: 'BZ-0002', reason: '再补一次' }))
  expect(await claims()).toMatchObject([{ state: 'replenished', amountFen: 100_000 }])
  expect(await placesOf(county)).toEqual({ ...before, 'bank.available': before['bank.available']! - 50_000, awaiting: 50_000 })
  expect((await eventsOf(county)).slice(-3)).toEqual(['claim', 'claim', 'replenish'])
  expectSound(county)
})

it('reopened by two of the county, each payout goes back to itself and may be claimed again', async () => {
  const { county, crew, life, finance, assistance, claims } = await start()
  const [one, two] = [await life.cleared(), await life.cleared()]
  const { claim } = await life.claimed(one)
  await life.confirmed(assistance.post(`${claim}/reopening`, { reason: '资料有误' }), finance)
  expect(await placesOf(county)).toMatchObject({ cleared: 100_000 })
  const again = await crew.cashier.post(`/funds/${crew.fund}/claims`, { payoutIds: [`${one.grant}.1`, `${two.grant}.1`] })
  expect(again.body).toMatchObject({ count: 2 })
  expect(await claims()).toMatchObject([{ state: 'waiting' }, { state: 'reopened' }])
  await refused(county, 'place_overdrawn', () => finance.post(`${claim}/replenishment`, { bankSerial: paper(), reason: '补足' }))
  expectSound(county)
})

it('dismissed before the third confirmation its payouts are free; settled it is no longer owed, and not paid', async () => {
  const { county, crew, life, finance, assistance, claims } = await start()
  const file = await life.cleared()
  const { claim } = await life.claim(file)
  await refused(county, 'post_required', () => crew.caseworker.post(`${claim}/dismissal`, { reason: '不是我的' }))
  expect((await assistance.post(`${claim}/dismissal`, { reason: '少了发票' })).status).toBe(201)
  const second = await life.claimed(file)
  const before = await placesOf(county)
  await life.confirmed(finance.post(`${second.claim}/settlement`, { decisionNumber: '财社〔2026〕12号', reason: '并入年度结算' }), crew.reviewer)
  expect(await claims()).toMatchObject([{ state: 'settled' }, { state: 'dismissed' }])
  expect(await placesOf(county)).toMatchObject({ county: before.county! - 50_000 })
  expect(await placesOf(county)).not.toHaveProperty('claimed')
  expectSound(county)
})

it('who made the claim confirms nothing of it, though he holds the post', async () => {
  const { county, crew, life } = await start()
  const { grant } = await life.cleared()
  const claim = idOf(await crew.reviewer.post(`/funds/${crew.fund}/claims`, { payoutIds: [`${grant}.1`] }), 'claimId')
  await refused(county, 'second_person_required', () => crew.reviewer.post(`/claims/${claim}/confirmation`, {}))
})
