import { expect, it } from 'vitest'
import { afterwardsOf, paper } from '../../support/afterwards.ts'
import { newCounty } from '../../support/county.ts'
import type { Phone } from '../../support/phone.ts'
import { crewOf, done } from '../../support/crew.ts'

type Waiting = Record<string, unknown> & { order: string; mine: boolean; mayConfirm: boolean }

async function start(at?: string) {
  const county = await newCounty(at)
  const crew = await crewOf(county)
  const life = afterwardsOf(crew)
  const path = `/funds/${crew.fund}`
  const serial = (amountFen: number) => ({ amountFen, bankSerial: paper(), reason: '备用' })
  const fund = async (phone: Phone = crew.reviewer) => (await phone.get(path)).body
  const waiting = async (phone: Phone) => (await fund(phone)).proposals as Waiting[]
  return { county, crew, life, path, serial, fund, waiting }
}

it('what waits says whose payout or claim it is, which serial it names and what it undoes', async () => {
  const { crew, life, path, waiting } = await start()
  const { payout } = await crew.paid()
  const { claim } = await life.claimed()
  await done(crew.reviewer.post(`${payout}/disallowance`, life.decided({ amountFen: 1, decisionNumber: '号1' })))
  await done((await life.finance()).post(`${claim}/settlement`, { decisionNumber: '号2', reason: '不再补足' }))
  await done((await life.finance()).post(`${path}/allocations`, { amountFen: 2, bankSerial: 'BO-1', reason: '补足' }))
  await done(crew.reviewer.post(`${path}/undos`, { entrySeq: 2, reason: '写错' }))
  const none = { grantNumber: null, claimNumber: null, undoes: null }
  const shown = Object.fromEntries((await waiting(crew.reviewer)).map((one) => [one.order, one]))
  expect(shown).toMatchObject({
    disallow: { ...none, grantNumber: expect.stringMatching(/^LSJZ2026-/) as string, bankSerial: '号1', mine: true, amountFen: 1 },
    settle: { ...none, claimNumber: expect.stringMatching(/^HX/) as string, bankSerial: '号2', mine: false },
    allocate: { ...none, bankSerial: 'BO-1', mine: false, amountFen: 2 },
    undo: { ...none, bankSerial: null, undoes: 2, mine: true },
  })
})

it('only who could be the second person of an order is asked for it, while his post lasts, and in his own fund', async () => {
  const { county, crew, path, serial, waiting } = await start()
  await done(crew.cashier.post(`${path}/withdrawals`, serial(1_000)))
  const asked = async (phone: Phone) => (await waiting(phone)).map(({ mayConfirm }) => mayConfirm)
  const auditor = await county.phone('county-shenji')
  expect(await Promise.all([crew.cashier, crew.caseworker, auditor].map(asked))).toEqual([[false], [false], [false]])
  expect(await Promise.all([crew.reviewer, crew.deputy, crew.leader].map(asked))).toEqual([[true], [true], [true]])
  const next = await crewOf(county, 2)
  await done(next.cashier.post(`/funds/${next.fund}/withdrawals`, serial(2_000)))
  expect(await asked(crew.reviewer)).toEqual([true])
  const finance = await county.phone('county-caizheng')
  expect(((await finance.get(`/funds/${next.fund}`)).body.proposals as Waiting[]).map(({ amountFen, mayConfirm }) => [amountFen, mayConfirm])).toEqual([[2_000, false]])
})

it('what another turned down is told to who ordered it, for thirty days', async () => {
  const { county, crew, path, serial, fund } = await start('2026-09-28T02:00:00.000Z')
  const order = async (amountFen: number) => `${path}/proposals/${String((await done(crew.cashier.post(`${path}/withdrawals`, serial(amountFen)))).body.proposalId)}/dismissal`
  await done(crew.reviewer.post(await order(1), { reason: '不需要这么多' }))
  await done(crew.cashier.post(await order(2), { reason: '我写错了' }))
  const told = async (phone: Phone) => ((await fund(phone)).turnedDown as { amountFen: number }[]).map(({ amountFen }) => amountFen)
  expect((await fund(crew.cashier)).turnedDown).toMatchObject([{ order: 'withdraw', amountFen: 1, reason: '不需要这么多' }])
  expect(await told(crew.reviewer)).toEqual([])
  county.setClock('2026-10-28T01:59:59.999Z')
  await Promise.all([crew.cashier.signInAgain(), crew.reviewer.signInAgain()])
  expect(await told(crew.cashier)).toEqual([1])
  county.setClock('2026-10-28T02:00:00.000Z')
  expect(await told(crew.cashier)).toEqual([])
})

it('what the accepted ask for beyond bank and drawer is short; a fund is low under the policy’s part of its quota', async () => {
  const { county, crew, life, path, serial, fund } = await start()
  await crew.accepted({ askedFen: 100_000 })
  await crew.accepted({ askedFen: 200_000 })
  await crew.granted({}, { askedFen: 7_000_000 })
  expect(await fund()).toMatchObject({ shortFen: 0, low: false })
  const { availableFen, cashFen, quotaFen } = (await fund()) as { availableFen: number; cashFen: number; quotaFen: number }
  const [policy] = await county.rows('SELECT low_fund_percent FROM policies')
  const rest = (quotaFen * Number(policy?.low_fund_percent)) / 100
  await life.confirmed(crew.cashier.post(`${path}/returns`, serial(availableFen + cashFen - rest)))
  expect(await fund()).toMatchObject({ availableFen: rest - cashFen, low: false })
  await life.confirmed(crew.cashier.post(`${path}/returns`, serial(1)))
  expect(await fund()).toMatchObject({ low: true, shortFen: 0 })
  await life.confirmed(crew.cashier.post(`${path}/returns`, serial(rest - cashFen - 1)))
  expect(await fund()).toMatchObject({ availableFen: 0, cashFen, shortFen: Math.max(0, 300_000 - cashFen) })
})
