import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { eventsOf, expectSound, placesOf } from '../../support/ledger.ts'
import { decision, idOf } from '../../support/steps.ts'
import { refused } from '../../support/traces.ts'

const three = {
  track: 'urgent' as const,
  amountFen: 240_000,
  payouts: [{ amountFen: 80_000 }, { amountFen: 80_000, plannedOn: '2026-10-20' }, { amountFen: 80_000, plannedOn: '2026-11-20' }],
}

it('one approval of 2,400 in three payouts: all of it is debited at once, cancelling the third releases 800 (N-21)', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const before = await county.available()
  const request = await crew.accepted()
  const reply = await crew.deputy.post(`/requests/${request}/grant`, decision(three))
  expect(reply.body).toMatchObject({ amountFen: 240_000, fund: { availableFen: before - 240_000 } })
  const grant = idOf(reply, 'grantId')
  expect(await placesOf(county)).toMatchObject({ 'bank.held': 240_000 })

  const cancelled = await crew.deputy.post(`/grants/${grant}/payouts/3/cancellation`, { reason: '已能自理,第三次不用了' })
  expect(cancelled.body).toMatchObject({ payout: 3, fund: { availableFen: before - 160_000 } })
  await refused(county, 'request_not_open', () =>
    crew.deputy.post(`/grants/${grant}/payouts/3/cancellation`, { reason: '再来一次' }),
  )
  await refused(county, 'request_not_open', () => crew.cashier.post(`/grants/${grant}/payouts/3/sending`, {}))
  expect(await eventsOf(county)).toEqual(['reserve', 'reserve', 'reserve', 'release'])
  expectSound(county)
})

it('each stage walks by itself and is explained with what was paid by then', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const { grant, request } = await crew.granted(three)
  const pay = async (n: number) => {
    expect((await crew.cashier.post(`/grants/${grant}/payouts/${n}/sending`, {})).status).toBe(201)
    const reply = await crew.cashier.post(`/grants/${grant}/payouts/${n}/payment`, { bankSerial: `TX-STAGE-${n}` })
    expect(reply.status).toBe(201)
    return reply.body.dueOn
  }
  const explain = async (text: string) => {
    const words = { items: [{ kind: 'NARRATIVE', text }] }
    expect((await crew.caseworker.put(`/grants/${grant}/explanation`, words)).status).toBe(200)
    expect((await crew.reviewer.post(`/grants/${grant}/explanation/acceptance`, {})).status).toBe(201)
  }
  const view = async () => (await crew.caseworker.get(`/requests/${request}`)).body as Record<string, unknown>

  expect(await pay(1)).toBe('2026-10-10')
  await explain('第一次已用于住院')
  expect(await view()).toMatchObject({ status: 'granted' })
  // what is not paid yet may be explained before it is paid, and is accepted only after
  await crew.caseworker.put(`/grants/${grant}/explanation`, { items: [{ kind: 'NARRATIVE', text: '提前写好' }] })
  await refused(county, 'explanation_not_due', () => crew.reviewer.post(`/grants/${grant}/explanation/acceptance`, {}))

  county.setClock('2026-10-20T02:00:00.000Z')
  await Promise.all([crew.cashier.signInAgain(), crew.caseworker.signInAgain(), crew.reviewer.signInAgain()])
  expect(await pay(2)).toBe('2026-10-27')
  expect(await placesOf(county)).toMatchObject({ awaiting: 80_000, cleared: 80_000, 'bank.held': 80_000 })
  expect((await view()).grants).toMatchObject([{ explanation: { dueOn: '2026-10-27' }, payouts: [{ step: 'paid' }, { step: 'paid' }, { step: 'held' }] }])
  await explain('第二次已用于康复')
  expect(await placesOf(county)).toMatchObject({ cleared: 160_000, 'bank.held': 80_000 })
  expectSound(county)
})

it('the stages make the sum, and the last one that is left goes with the whole grant', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const request = await crew.accepted()
  const short = { ...three, payouts: [{ amountFen: 80_000 }, { amountFen: 80_000 }] }
  const wrong = await refused(county, 'input', () => crew.deputy.post(`/requests/${request}/grant`, decision(short)))
  expect(wrong.problem.fields).toMatchObject([{ field: 'payouts', message: '各次加起来要等于批准的金额' }])
  const { grant } = await crew.granted(three)
  const cancel = (n: number) => crew.deputy.post(`/grants/${grant}/payouts/${n}/cancellation`, { reason: '不再需要' })
  await refused(county, 'not_your_decision', () =>
    crew.leader.post(`/grants/${grant}/payouts/1/cancellation`, { reason: '不再需要' }),
  )
  await refused(county, 'not_found', () => cancel(4))
  for (const n of [1, 2]) expect((await cancel(n)).status).toBe(201)
  await refused(county, 'cannot_cancel', () => cancel(3))
  expect((await crew.deputy.post(`/grants/${grant}/cancellation`, { reason: '全部撤销' })).status).toBe(201)
  expect(await placesOf(county)).not.toHaveProperty('bank.held')
  expectSound(county)
})
