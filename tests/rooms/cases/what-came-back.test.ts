import { expect, it } from 'vitest'
import { afterwardsOf, paper } from '../../support/afterwards.ts'
import { newCounty } from '../../support/county.ts'
import type { Crew } from '../../support/crew.ts'
import { crewOf } from '../../support/crew.ts'
import { expectSound } from '../../support/ledger.ts'

type Shown = {
  status: string
  timeline: { step: string }[]
  grants: { explanation: { dueOn: string | null; daysLeft: number | null; state: string }; payouts: { step: string; paidOn: string | null }[] }[]
}
const start = async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  return { county, crew, life: afterwardsOf(crew) }
}
const seen = async (crew: Crew, request: string) => (await crew.cashier.get(`/requests/${request}`)).body as Shown
const steps = ({ timeline }: Shown) => timeline.map(({ step }) => step)
const serial = () => ({ bankSerial: paper(), reason: '银行回单' })
const lastOf = async (crew: Crew, event: string) =>
  Number((await crew.county.rows('SELECT max(seq) AS seq FROM entries WHERE fund_code = ? AND event = ?', crew.fund, event))[0]?.seq)

it('after 退票 nothing is due, until it is paid again', async () => {
  const { county, crew } = await start()
  const { request, payout } = await crew.paid({ track: 'urgent' })
  expect((await seen(crew, request)).grants).toMatchObject([{ explanation: { dueOn: '2026-10-10', daysLeft: 5 } }])
  await crew.cashier.post(`${payout}/return`, serial())
  expect((await seen(crew, request)).grants).toMatchObject([
    { explanation: { dueOn: null, daysLeft: null, state: 'owed' }, payouts: [{ step: 'bounced', paidOn: null }] },
  ])
  county.setClock('2026-09-29T02:00:00.000Z')
  await crew.cashier.signInAgain()
  await crew.cashier.post(`${payout}/sending`, {})
  await crew.cashier.post(`${payout}/payment`, { bankSerial: paper() })
  expect((await seen(crew, request)).grants).toMatchObject([{ explanation: { dueOn: '2026-10-12' }, payouts: [{ step: 'paid' }] }])
  expectSound(county)
})

it('a payment that was registered by mistake and undone is not told: the money has not arrived', async () => {
  const { county, crew, life } = await start()
  const { request, payout } = await crew.paid({ track: 'urgent' })
  const undo = async (event: string) =>
    life.confirmed(crew.cashier.post(`/funds/${crew.fund}/undos`, { entrySeq: await lastOf(crew, event), reason: '登记错了' }), crew.reviewer)
  await undo('paid')
  const shown = await seen(crew, request)
  expect(shown).toMatchObject({ status: 'sent', grants: [{ explanation: { dueOn: null, daysLeft: null }, payouts: [{ step: 'sent' }] }] })
  expect(steps(shown)).not.toContain('paid')
  await crew.cashier.post(`${payout}/payment`, { bankSerial: paper() })
  await crew.cashier.post(`${payout}/return`, serial())
  await undo('bounce')
  const again = await seen(crew, request)
  expect(again).toMatchObject({ status: 'paid', grants: [{ explanation: { dueOn: '2026-10-10' }, payouts: [{ step: 'paid' }] }] })
  expect(steps(again)).not.toContain('bounced')
  expectSound(county)
})

it('what the bank returned after it was made good has not arrived; what was recovered in part or written off has', async () => {
  const { county, crew, life } = await start()
  const step = async (request: string) => (await seen(crew, request)).grants[0]?.payouts[0]?.step
  const late = await life.replenished()
  await life.confirmed(crew.cashier.post(`${late.payout}/late-return`, { ...serial(), amountFen: 50_000 }), crew.reviewer)
  expect(await step(late.request)).toBe('recovered')
  const part = await crew.paid()
  await life.confirmed(crew.reviewer.post(`${part.payout}/disallowance`, life.decided({ amountFen: 10_000 })))
  await crew.reviewer.post(`/grants/${part.grant}/explanation/acceptance`, {})
  await crew.cashier.post(`${part.payout}/recovery`, { ...serial(), amountFen: 10_000 })
  expect(await step(part.request)).toBe('paid')
  const lost = await life.recoverable()
  await life.confirmed(crew.reviewer.post(`${lost.payout}/write-off`, life.decided()), await life.finance())
  expect(await step(lost.request)).toBe('paid')
  expectSound(county)
})

it('a stage whose fen lie in two places is one case, one grant, and is explained as one', async () => {
  const { county, crew, life } = await start()
  const file = await crew.paid({ track: 'urgent' })
  await life.confirmed(crew.reviewer.post(`${file.payout}/disallowance`, life.decided({ amountFen: 30_000 })))
  const { lapseExplanations } = await import('../../../worker/explanations/index.ts')
  county.setClock('2026-10-12T02:00:00.000Z')
  expect(await lapseExplanations(county.services)).toMatchObject({ lapsed: 1 })
  await Promise.all([crew.cashier, crew.reviewer, crew.leader, crew.caseworker].map((phone) => phone.signInAgain()))
  const entrySeq = await lastOf(crew, 'disallow')
  await life.confirmed(crew.reviewer.post(`/funds/${crew.fund}/undos`, { entrySeq, reason: '复查属实' }))
  expect((await seen(crew, file.request)).grants).toHaveLength(1)
  const listed = (await crew.caseworker.get('/requests?queue=explain')).body.items as { id: string }[]
  expect(listed.filter(({ id }) => id === file.request)).toHaveLength(1)
  await crew.caseworker.put(`/grants/${file.grant}/explanation`, { items: [{ kind: 'NARRATIVE', text: '药费' }] })
  expect((await crew.reviewer.post(`/grants/${file.grant}/explanation/acceptance`, {})).status).toBe(201)
  expectSound(county)
})

it('what is to be recovered is not to be explained: no days are counted, and nobody’s list has it', async () => {
  const { county, crew, life } = await start()
  const file = await crew.paid({ track: 'urgent' })
  await life.recoverable(file)
  expect(await seen(crew, file.request)).toMatchObject({ status: 'recovering', grants: [{ explanation: { daysLeft: null } }] })
  const listed = (await crew.caseworker.get('/requests?queue=explain')).body.items as { id: string }[]
  expect(listed.map(({ id }) => id)).not.toContain(file.request)
  expectSound(county)
})
