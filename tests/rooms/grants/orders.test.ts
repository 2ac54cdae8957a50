import { expect, it } from 'vitest'
import { afterwardsOf, paper } from '../../support/afterwards.ts'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { eventsOf, expectSound, placesOf } from '../../support/ledger.ts'
import { refused } from '../../support/traces.ts'

const start = async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  return { county, crew, life: afterwardsOf(crew), before: await placesOf(county) }
}
const serial = () => ({ bankSerial: paper(), reason: '银行回单' })

it('the bank refuses, then pays, then gives back, then pays again: one grant all the way', async () => {
  const { county, crew, before } = await start()
  const { payout, grant, request } = await crew.sent()
  const step = async () =>
    ((await crew.cashier.get(`/requests/${request}`)).body.grants as { payouts: { step: string }[] }[])[0]?.payouts[0]?.step
  expect((await crew.cashier.post(`${payout}/rejection`, { reason: '户名不符' })).status).toBe(201)
  expect(await step()).toBe('bounced')
  await refused(county, 'place_overdrawn', () => crew.cashier.post(`${payout}/rejection`, { reason: '再来一次' }))
  const again = async (bankSerial: string) => {
    expect((await crew.cashier.post(`${payout}/sending`, {})).status).toBe(201)
    return crew.cashier.post(`${payout}/payment`, { bankSerial })
  }
  expect((await again('TX-FIRST')).status).toBe(201)
  expect((await crew.cashier.post(`${payout}/return`, serial())).status).toBe(201)
  expect(await placesOf(county)).toMatchObject({ 'bank.held': 50_000 })
  // what the bank has once returned does not pay a second time
  expect((await again('TX-FIRST')).problem.code).toBe('paper_used')
  expect((await crew.cashier.post(`${payout}/payment`, { bankSerial: 'TX-SECOND' })).status).toBe(201)
  expect((await crew.reviewer.post(`/grants/${grant}/explanation/acceptance`, {})).status).toBe(201)
  expect(await eventsOf(county)).toEqual(['reserve', 'send', 'reject', 'send', 'paid', 'bounce', 'send', 'paid', 'accept'])
  expect(await placesOf(county)).toEqual({ ...before, 'bank.available': before['bank.available']! - 50_000, cleared: 50_000 })
  expectSound(county)
})

it('a payment that came back whole may be cancelled, and the household is as if it had not been aided', async () => {
  const { county, crew, before } = await start()
  const { payout, grant, request } = await crew.paid()
  await crew.cashier.post(`${payout}/return`, serial())
  expect((await crew.deputy.post(`/grants/${grant}/cancellation`, { reason: '联系不上本人' })).status).toBe(201)
  expect(await placesOf(county)).toEqual(before)
  expect((await crew.deputy.get(`/requests/${request}`)).body).toMatchObject({ status: 'accepted', decision: { grantsThisYear: 0 } })
  expectSound(county)
})

it('退票 of what is explained already needs a second person', async () => {
  const { county, crew, life } = await start()
  const { payout } = await life.cleared()
  await life.confirmed(crew.cashier.post(`${payout}/return`, serial()), crew.reviewer)
  expect(await placesOf(county)).toMatchObject({ 'bank.held': 50_000 })
  expectSound(county)
})

it('cash has no 退票: what was handed out does not come back through the bank', async () => {
  const { county, crew } = await start()
  const { payout } = await crew.handed()
  expect((await crew.reviewer.post(`${payout}/countersignature`, {})).status).toBe(201)
  await refused(county, 'move_unknown', () => crew.cashier.post(`${payout}/return`, serial()))
})

it('不予认可 needs two people and a decision; it comes back in parts, and the rest is written off by the county', async () => {
  const { county, crew, life, before } = await start()
  const { payout, request } = await crew.paid()
  const path = `${payout}/disallowance`
  await refused(county, 'input', () => crew.reviewer.post(path, { amountFen: 50_000, reason: '没有文号' }))
  const { proposalId } = (await crew.reviewer.post(path, life.decided({ amountFen: 30_000 }))).body
  const confirmation = `/funds/${crew.fund}/proposals/${String(proposalId)}/confirmation`
  await refused(county, 'second_person_required', () => crew.reviewer.post(confirmation, {}))
  expect((await crew.leader.post(confirmation, {})).status).toBe(201)
  expect(await placesOf(county)).toMatchObject({ recoverable: 30_000, awaiting: 20_000 })
  await refused(county, 'place_overdrawn', () =>
    crew.cashier.post(`${payout}/recovery`, { ...serial(), amountFen: 30_001 }),
  )
  const first = { ...serial(), amountFen: 10_000 }
  expect((await crew.cashier.post(`${payout}/recovery`, first)).status).toBe(201)
  // one line of the bank's statement is entered once, though it is the same payout
  await refused(county, 'paper_used', () => crew.cashier.post(`${payout}/recovery`, first))
  expect((await crew.cashier.get(`/requests/${request}`)).body).toMatchObject({ status: 'explained' })
  await life.confirmed(crew.reviewer.post(`${payout}/write-off`, life.decided({ amountFen: 20_000 })), await life.finance())
  expect(await placesOf(county)).toEqual({
    ...before,
    'bank.available': before['bank.available']! - 40_000,
    awaiting: 20_000,
    county: before.county! - 20_000,
  })
  expectSound(county)
})

it('after it was made good, fraud is reclaimed and a late return goes to the county, never more than was paid', async () => {
  const { county, crew, life } = await start()
  const { payout } = await life.replenished()
  const finance = await life.finance()
  const confirm = (proposalId: unknown) =>
    finance.post(`/funds/${crew.fund}/proposals/${String(proposalId)}/confirmation`, {})
  const tooMuch = await crew.reviewer.post(`${payout}/reclaim`, life.decided({ amountFen: 50_001 }))
  await refused(county, 'not_replenished', () => confirm(tooMuch.body.proposalId))
  const before = await placesOf(county)
  await life.confirmed(crew.reviewer.post(`${payout}/reclaim`, life.decided({ amountFen: 20_000 })), finance)
  expect(await placesOf(county)).toMatchObject({ recoverable: 20_000, county: before.county! + 20_000 })
  expect((await crew.cashier.post(`${payout}/recovery`, { ...serial(), amountFen: 20_000 })).status).toBe(201)
  await life.confirmed(crew.cashier.post(`${payout}/late-return`, { ...serial(), amountFen: 30_000 }), crew.reviewer)
  expect(await placesOf(county)).toMatchObject({
    'bank.available': before['bank.available']! + 50_000,
    county: before.county! + 50_000,
  })
  // all of it has come back: there is nothing left to reclaim
  const more = await crew.reviewer.post(`${payout}/reclaim`, life.decided({ amountFen: 1 }))
  await refused(county, 'not_replenished', () => confirm(more.body.proposalId))
  expectSound(county)
})

it('money that the county has not made good is not reclaimed', async () => {
  const { county, crew, life } = await start()
  const { payout } = await life.cleared()
  const finance = await life.finance()
  for (const [path, who] of [['reclaim', crew.reviewer], ['late-return', crew.cashier]] as const) {
    const body = path === 'reclaim' ? life.decided() : { ...serial(), amountFen: 50_000 }
    const { proposalId } = (await who.post(`${payout}/${path}`, body)).body
    await refused(county, 'not_replenished', () =>
      finance.post(`/funds/${crew.fund}/proposals/${String(proposalId)}/confirmation`, {}),
    )
  }
})

it('a slip that nobody can sign is made void, and the cash is handed out anew', async () => {
  const { county, crew } = await start()
  const { payout, grant } = await crew.handed()
  await refused(county, 'post_required', () => crew.caseworker.post(`${payout}/slip-voiding`, { reason: '照片模糊' }))
  expect((await crew.cashier.post(`${payout}/slip-voiding`, { reason: '照片模糊' })).status).toBe(201)
  await refused(county, 'slip_missing', () => crew.cashier.post(`${payout}/slip-voiding`, { reason: '再来一次' }))
  await refused(county, 'slip_missing', () => crew.reviewer.post(`${payout}/countersignature`, {}))
  // now nothing keeps the approval from being cancelled either
  expect((await crew.deputy.post(`/grants/${grant}/cancellation`, { reason: '本人不要了' })).status).toBe(201)
  const signed = await crew.handed()
  expect((await crew.reviewer.post(`${signed.payout}/countersignature`, {})).status).toBe(201)
  await refused(county, 'place_overdrawn', () => crew.cashier.post(`${signed.payout}/slip-voiding`, { reason: '已签' }))
  expectSound(county)
})
