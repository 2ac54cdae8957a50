import { expect, it } from 'vitest'
import { afterwardsOf, paper } from '../../support/afterwards.ts'
import type { TestCounty } from '../../support/county.ts'
import { newCounty } from '../../support/county.ts'
import { crewOf, done } from '../../support/crew.ts'
import { refused } from '../../support/traces.ts'

const order = (amountFen: number, on?: string) => ({ amountFen, bankSerial: paper(), reason: '银行回单', ...(on ? { on } : {}) })

async function start(at: string, later: string) {
  const county = await newCounty(at)
  const [crew, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const goOn = async () => {
    county.setClock(later)
    await Promise.all([crew, there].flatMap((of) => [of.reviewer, of.cashier, of.leader, of.deputy, of.caseworker, of.coordinator].map((phone) => phone.signInAgain())))
  }
  const close = (untilOn: string) => crew.reviewer.post(`/funds/${crew.fund}/closings`, { untilOn })
  return { county, crew, there, life: afterwardsOf(crew), close, goOn }
}

async function returnFrom({ services }: TestCounty, day: string): Promise<void> {
  const columns = `dibao_fen, small_cap_fen, urgent_ceiling_fen, cash_cap_fen, small_hours, urgent_hours, standard_days, explanation_days,
    same_cause_per_year, household_per_year, low_fund_percent, journal_id`
  const sql = `INSERT INTO policies (version, from_on, year_end, ${columns}) SELECT 2, ?, 'return', ${columns} FROM policies`
  await services.db.write([], () => ({ answer: undefined, statements: [{ sql, args: [day] }] }))
}

it('the rest is returned at the year’s end only: not in November, not what came in January, but also what lies in the drawer', async () => {
  const { county, crew, life, close, goOn } = await start('2026-11-20T02:00:00.000Z', '2027-01-05T02:00:00.000Z')
  await returnFrom(county, '2026-11-01')
  await goOn()
  expect((await close('2026-11-30')).status).toBe(201)
  await done(crew.cashier.post(`/funds/${crew.fund}/interests`, order(100, '2027-01-01')))
  const [bank] = await county.rows("SELECT fen FROM balances WHERE fund_code = ? AND place = 'bank.available'", crew.fund)
  await life.confirmed(crew.cashier.post(`/funds/${crew.fund}/returns`, order(Number(bank?.fen) - 100, '2026-12-31')))
  await refused(county, 'year_end_return', () => close('2026-12-31'))
  const [cash] = await county.rows("SELECT fen FROM balances WHERE fund_code = ? AND place = 'cash.available'", crew.fund)
  await done(crew.cashier.post(`/funds/${crew.fund}/deposits`, order(Number(cash?.fen), '2026-12-31')))
  await refused(county, 'year_end_return', () => close('2026-12-31'))
  await life.confirmed(crew.cashier.post(`/funds/${crew.fund}/returns`, order(Number(cash?.fen), '2026-12-31')))
  expect((await close('2026-12-31')).status).toBe(201)
})

it('a return names its slip once, and is undone like any other order', async () => {
  const { county, crew, life } = await start('2026-11-20T02:00:00.000Z', '2026-11-21T02:00:00.000Z')
  const returned = order(1_000)
  await life.confirmed(crew.cashier.post(`/funds/${crew.fund}/returns`, returned))
  const again = await crew.cashier.post(`/funds/${crew.fund}/returns`, { ...order(2_000), bankSerial: returned.bankSerial })
  const said = again.status >= 400 ? again : await crew.leader.post(`/funds/${crew.fund}/proposals/${String(again.body.proposalId)}/confirmation`, {})
  expect(said.problem.code).toBe('paper_used')
  const before = await county.available()
  const [entry] = await county.rows("SELECT seq FROM entries WHERE fund_code = ? AND event = 'return'", crew.fund)
  await life.confirmed(crew.cashier.post(`/funds/${crew.fund}/undos`, { entrySeq: Number(entry?.seq), reason: '多缴了' }))
  expect(await county.available()).toBe(before + 1_000)
})

it('a rule of the next year says nothing about this one', async () => {
  const { county, close, goOn } = await start('2026-12-20T02:00:00.000Z', '2027-01-05T02:00:00.000Z')
  await returnFrom(county, '2027-01-01')
  await goOn()
  expect((await close('2026-12-31')).status).toBe(201)
})

it('a month does not close over cash that was handed out in it and not signed for; another month’s, a void slip or the fund next door do not hold it up', async () => {
  const { county, crew, there, close, goOn } = await start('2026-10-31T02:00:00.000Z', '2026-10-31T16:30:00.000Z')
  await there.handed()
  const october = await crew.handed()
  await goOn()
  const november = await crew.handed()
  await refused(county, 'slip_waiting', () => close('2026-10-31'))
  await done(crew.cashier.post(`${october.payout}/slip-voiding`, { reason: '照片不清' }))
  expect((await close('2026-10-31')).status).toBe(201)
  expect(november.grant).not.toBe(october.grant)
})

it('what was signed for holds no month up', async () => {
  const { crew, close, goOn } = await start('2026-10-31T02:00:00.000Z', '2026-11-01T02:00:00.000Z')
  const { payout } = await crew.handed()
  await done(crew.reviewer.post(`${payout}/countersignature`, {}))
  await goOn()
  expect((await close('2026-10-31')).status).toBe(201)
})

it('a claim that was paid stays paid while something of it was taken back since; another claim may be undone', async () => {
  const { county, crew, life } = await start('2026-09-28T02:00:00.000Z', '2026-09-28T02:00:00.000Z')
  const seq = async (event: string, claim: string) => Number((await county.rows('SELECT seq FROM entries WHERE event = ? AND claim_id = ?', event, claim.slice('/claims/'.length)))[0]?.seq)
  const [one, two] = [await life.replenished(), await life.replenished()]
  const undo = async (entrySeq: number) => {
    const { proposalId } = (await done(crew.reviewer.post(`/funds/${crew.fund}/undos`, { entrySeq, reason: '登记错了' }))).body
    return () => crew.leader.post(`/funds/${crew.fund}/proposals/${String(proposalId)}/confirmation`, {})
  }
  await life.confirmed(crew.reviewer.post(`${one.payout}/reclaim`, life.decided({ amountFen: 100 })), await life.finance())
  await refused(county, 'place_overdrawn', await undo(await seq('replenish', one.claim)))
  expect((await (await undo(await seq('replenish', two.claim)))()).status).toBe(201)
  const [reclaim] = await county.rows("SELECT seq FROM entries WHERE event = 'reclaim'")
  expect((await (await undo(Number(reclaim?.seq)))()).status).toBe(201)
  expect((await (await undo(await seq('replenish', one.claim)))()).status).toBe(201)
})
