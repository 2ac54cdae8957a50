import { expect, it } from 'vitest'
import { afterwardsOf, paper } from '../../support/afterwards.ts'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { expectSound, placesOf } from '../../support/ledger.ts'
import { refused } from '../../support/traces.ts'

const start = async (at?: string) => {
  const county = await newCounty(at)
  const crew = await crewOf(county)
  const order = (amountFen: number) => ({ amountFen, bankSerial: paper(), reason: '银行回单' })
  const post = (path: string, body: object, who = crew.cashier) => who.post(`/funds/${crew.fund}/${path}`, body)
  return { county, crew, life: afterwardsOf(crew), order, post, before: await placesOf(county) }
}

it('interest and fees change what the county entrusted, at once and by one person', async () => {
  const { county, crew, order, post, before } = await start()
  const serial = order(1_234)
  expect((await post('interests', serial)).body).toMatchObject({ proposalId: null, availableFen: before['bank.available']! + 1_234 })
  await refused(county, 'paper_used', () => post('interests', serial))
  expect((await post('fees', order(500), crew.reviewer)).status).toBe(201)
  await refused(county, 'fund_insufficient', () => post('fees', order(999_999_999)))
  expect(await placesOf(county)).toEqual({ ...before, 'bank.available': before['bank.available']! + 734, county: before.county! + 734 })
  const view = (await crew.reviewer.get(`/funds/${crew.fund}`)).body
  expect(view.imprest).toEqual({
    quotaFen: 8_000_000,
    entrustedFen: 8_000_734,
    gapFen: -734,
    unknownFen: 0,
    parts: [{ part: 'allocate', amountFen: 8_000_000 }, { part: 'interest', amountFen: 1_234 }, { part: 'fee', amountFen: -500 }],
  })
  expectSound(county)
})

it('money that nobody knows cannot be granted; identified by two it leaves the pot and is entered as what it is', async () => {
  const { county, crew, life, order, post, before } = await start()
  expect((await post('receipts', order(30_000))).status).toBe(201)
  expect(await placesOf(county)).toEqual({ ...before, 'bank.unknown': 30_000, suspense: 30_000 })
  expect((await crew.reviewer.get(`/funds/${crew.fund}`)).body).toMatchObject({ availableFen: before['bank.available'], imprest: { unknownFen: 30_000 } })
  await life.confirmed(post('identifications', order(30_000)), crew.reviewer)
  expect(await placesOf(county)).toEqual(before)
  const { proposalId } = (await post('identifications', order(1))).body
  await refused(county, 'fund_insufficient', () => post(`proposals/${String(proposalId)}/confirmation`, {}, crew.reviewer))
  expectSound(county)
})

it('each kind of entry that may be undone is undone by its mirror, with a second person', async () => {
  const { county, crew, life, order, post } = await start()
  const finance = await life.finance()
  const seqOf = async () => Number((await county.rows('SELECT max(seq) AS n FROM entries WHERE fund_code = ?', crew.fund))[0]?.n)
  const undone = async (by = crew.reviewer, second = finance) => {
    const before = await placesOf(county)
    const entrySeq = await seqOf()
    return {
      is: async (then: Record<string, number>) => {
        await life.confirmed(post('undos', { entrySeq, reason: '登记错了' }, by), second)
        expect(await placesOf(county), JSON.stringify(before)).toEqual(then)
      },
    }
  }
  for (const [path, body] of [['interests', order(100)], ['fees', order(100)], ['receipts', order(100)], ['deposits', order(100)]] as const) {
    const then = await placesOf(county)
    expect((await post(path, body)).status).toBe(201)
    await (await undone()).is(then)
  }
  const paid = await crew.sent()
  let then = await placesOf(county)
  await crew.cashier.post(`${paid.payout}/payment`, { bankSerial: paper() })
  await (await undone()).is(then)
  await crew.cashier.post(`${paid.payout}/payment`, { bankSerial: paper() })
  then = await placesOf(county)
  await crew.cashier.post(`${paid.payout}/return`, { bankSerial: paper(), reason: '看错了' })
  await (await undone()).is(then)
  await life.recoverable(paid)
  await (await undone()).is(then)
  await life.recoverable(paid)
  then = await placesOf(county)
  await crew.cashier.post(`${paid.payout}/recovery`, { ...order(50_000) })
  await (await undone()).is(then)
  const claimed = await life.claimed()
  then = await placesOf(county)
  await finance.post(`${claimed.claim}/replenishment`, { bankSerial: paper(), reason: '补足' })
  await (await undone(crew.reviewer, crew.leader)).is(then)
  expectSound(county)
})

it('a closed month takes no entry and keeps what it held; the year ends by the policy’s rule', async () => {
  const { county, crew, life, order, post } = await start('2026-12-20T02:00:00.000Z')
  await refused(county, 'period_open', () => post('closings', { untilOn: '2026-12-31' }, crew.reviewer))
  county.setClock('2027-01-05T02:00:00.000Z')
  await Promise.all([crew.reviewer.signInAgain(), crew.cashier.signInAgain(), crew.leader.signInAgain(), crew.deputy.signInAgain()])
  const wrong = await refused(county, 'input', () => post('closings', { untilOn: '2026-12-30' }, crew.reviewer))
  expect(wrong.problem.fields).toMatchObject([{ field: 'untilOn', message: '要写一个月的最后一天' }])
  expect((await post('interests', { ...order(100), on: '2026-12-31' })).status).toBe(201)
  const held = await placesOf(county)
  expect((await post('closings', { untilOn: '2026-12-31' }, crew.reviewer)).body).toMatchObject({ untilOn: '2026-12-31' })
  await refused(county, 'period_closed', () => post('closings', { untilOn: '2026-11-30' }, crew.reviewer))
  await refused(county, 'period_closed', () => post('interests', { ...order(100), on: '2026-12-31' }))
  await refused(county, 'period_closed', () => post('withdrawals', { ...order(100), on: '2026-12-31' }))
  expect((await post('interests', { ...order(100), on: '2027-01-01' })).status).toBe(201)
  const kept = await county.rows('SELECT place, fen FROM closing_balances WHERE fund_code = ? AND fen <> 0 ORDER BY place', crew.fund)
  expect(Object.fromEntries(kept.map(({ place, fen }) => [String(place), Number(fen)]))).toEqual(held)
  expect((await crew.reviewer.get(`/funds/${crew.fund}`)).body).toMatchObject({ closedUntil: '2026-12-31' })
  expect(await county.rows('SELECT voucher_year, max(voucher) AS n FROM entries WHERE fund_code = ? GROUP BY 1 ORDER BY 1', crew.fund)).toEqual([
    { voucher_year: 2026, n: 2 },
    { voucher_year: 2027, n: 2 },
  ])
  expect((await life.finance()).openid).toBe('county-caizheng')
  expectSound(county)
})

it('where the policy returns the rest at the year’s end, the year closes only once nothing is left to grant', async () => {
  const { county, crew, life, order, post, before } = await start('2026-12-20T02:00:00.000Z')
  await county.rows('SELECT 1')
  const columns = `dibao_fen, small_cap_fen, urgent_ceiling_fen, cash_cap_fen, small_hours, urgent_hours, standard_days, explanation_days,
    same_cause_per_year, household_per_year, low_fund_percent, journal_id`
  const sql = `INSERT INTO policies (version, from_on, year_end, ${columns}) SELECT 2, '2026-12-01', 'return', ${columns} FROM policies`
  await county.services.db.write([], () => ({ answer: undefined, statements: [{ sql, args: [] }] }))
  expect((await post('deposits', order(before['cash.available']!))).status).toBe(201)
  await life.confirmed(post('returns', order(before.county! - 1)), crew.reviewer)
  county.setClock('2027-01-05T02:00:00.000Z')
  await Promise.all([crew.reviewer.signInAgain(), crew.cashier.signInAgain(), crew.leader.signInAgain()])
  await refused(county, 'year_end_return', () => post('closings', { untilOn: '2026-12-31' }, crew.reviewer))
  await life.confirmed(post('returns', { ...order(1), on: '2026-12-31' }), crew.reviewer)
  expect((await post('closings', { untilOn: '2026-12-31' }, crew.reviewer)).status).toBe(201)
  expect(await placesOf(county)).toEqual({})
})
