import { expect, it } from 'vitest'
import { peopleSeeds } from '../../../db/seed/people.ts'
import { afterwardsOf, paper } from '../../support/afterwards.ts'
import { newCounty } from '../../support/county.ts'
import { crewOf, done } from '../../support/crew.ts'
import { lastEntryTakenOut } from '../../support/put-back.ts'
import { idOf } from '../../support/steps.ts'
import { journaled, refused } from '../../support/traces.ts'

const because = { reason: '登记有误' }
const order = (amountFen: number) => ({ amountFen, bankSerial: paper(), reason: '银行回单' })

it('the ledger names who made and who checked each entry; an applicant stands masked, and the drawer runs beside the bank', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const wang = await county.phone('wang-xiulan')
  const request = idOf(await done(wang.post('/requests', { causeCode: 'INJURY', story: '摔断了胳膊', townshipCode: crew.township, village: '河口村', phone: '13900000001', askedFen: 50_000, commitmentVersion: '2026-07' })))
  await done(crew.caseworker.post(`/requests/${request}/acceptance`, { kin: 'none', payee: { kind: 'card', holder: '王秀兰', bank: '示范县农村信用社', account: '6217009901000000001', relation: 'self' } }))
  const grant = idOf(await done(crew.deputy.post(`/requests/${request}/grant`, { track: 'urgent', amountFen: 50_000, channel: 'transfer', reason: '情况属实' })), 'grantId')
  await done(crew.cashier.post(`/grants/${grant}/payouts/1/sending`, {}))
  await done(crew.cashier.post(`/grants/${grant}/payouts/1/payment`, { bankSerial: paper() }))
  await done(wang.put(`/grants/${grant}/explanation`, { items: [{ kind: 'NARRATIVE', text: '药费' }] }))
  await done(crew.reviewer.post(`/grants/${grant}/explanation/acceptance`, {}))
  await done(crew.cashier.post(`/funds/${crew.fund}/deposits`, order(1_000)))
  const { items, next } = (await crew.reviewer.get(`/funds/${crew.fund}/entries?limit=7`)).body as { items: Record<string, unknown>[]; next: string | null }
  const nameOf = (openid: string) => peopleSeeds.find((person) => person.openid === openid)?.name ?? openid
  const [cashier, reviewer, deputy] = ['t01-chuna', 't01-caizheng', 't01-fenguan'].map(nameOf)
  const [number] = await county.rows('SELECT number FROM grants')
  expect(next).toBeNull()
  expect(items).toMatchObject([
    { seq: 7, event: 'deposit', madeBy: cashier, checkedBy: null, availableFen: 7_151_000, cashFen: 799_000, grantNumber: null, requestId: null, claimNumber: null },
    { seq: 6, event: 'accept', madeBy: '王*', checkedBy: reviewer, availableFen: 7_150_000, cashFen: 800_000, grantNumber: number?.number, requestId: request },
    { seq: 5, event: 'paid', madeBy: cashier, checkedBy: null },
    { seq: 4, event: 'send', madeBy: cashier },
    { seq: 3, event: 'reserve', madeBy: deputy, paper: null },
    { seq: 2, event: 'withdraw', madeBy: cashier, checkedBy: reviewer, availableFen: 7_200_000, cashFen: 800_000 },
    { seq: 1, event: 'allocate', availableFen: 8_000_000, cashFen: 0 },
  ])
})

it('a page holds fifty entries unless it is asked for fewer; the claim of an entry is named', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const { claim } = await afterwardsOf(crew).claimed()
  const [made] = await county.rows('SELECT id, number FROM claims')
  expect(claim).toBe(`/claims/${String(made?.id)}`)
  for (let n = 0; n < 44; n += 1) await done(crew.cashier.post(`/funds/${crew.fund}/interests`, order(1)))
  const page = async (query: string) => (await crew.reviewer.get(`/funds/${crew.fund}/entries${query}`)).body as { items: { seq: number; claimNumber: string | null }[]; next: string | null }
  const first = await page('')
  expect([first.items.length, first.items[0]?.seq, first.next]).toEqual([50, 51, '2'])
  expect(first.items.filter(({ claimNumber }) => claimNumber !== null)).toMatchObject([{ seq: 7, claimNumber: made?.number }])
  expect((await page('?after=2')).items.map(({ seq }) => seq)).toEqual([1])
  expect((await page('?after=x')).items[0]?.seq).toBe(51)
})

it('money is dated from the day the fund was opened', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const [fund] = await county.rows("SELECT date(opened_at, '+8 hours') AS day FROM funds WHERE code = ?", crew.fund)
  const on = String(fund?.day)
  expect((await crew.cashier.post(`/funds/${crew.fund}/interests`, { ...order(1), on })).status).toBe(201)
  await refused(county, 'input', () => crew.cashier.post(`/funds/${crew.fund}/interests`, { ...order(1), on: '2026-08-28' }))
})

it('a claim that two ask to reopen is reopened once', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const life = afterwardsOf(crew)
  const { claim } = await life.claimed()
  const [finance, assistance] = [await life.finance(), await life.assistance()]
  const asked = async () => `/funds/${crew.fund}/proposals/${idOf(await done(finance.post(`${claim}/reopening`, because)), 'proposalId')}/confirmation`
  const [one, two] = [await asked(), await asked()]
  await done(assistance.post(one, {}))
  await refused(county, 'place_overdrawn', () => assistance.post(two, {}))
  expect(await county.rows("SELECT count(*) AS n FROM proposal_confirmations WHERE confirmed_by = (SELECT person_id FROM posts WHERE kind = 'county_assistance')"))
    .toEqual([{ n: Number((await county.rows('SELECT count(*) AS n FROM funds'))[0]?.n) + 1 }])
})

it('closing a month is journaled by fund and day', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  await done(crew.reviewer.post(`/funds/${crew.fund}/closings`, { untilOn: '2026-08-31' }))
  await journaled(county, 'fund.close', `${crew.fund}/2026-08-31`, 't01-caizheng')
})

it('the first entry of a fund is the first of its chain and of its vouchers', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  const life = afterwardsOf(crew)
  // the fund as it was opened: nothing in it yet
  lastEntryTakenOut(county, crew.fund)
  lastEntryTakenOut(county, crew.fund)
  expect(await county.rows('SELECT count(*) AS n FROM entries WHERE fund_code = ?', crew.fund)).toEqual([{ n: 0 }])
  expect((await crew.reviewer.get(`/funds/${crew.fund}`)).body).toMatchObject({ entryCount: 0, head: '', availableFen: 0 })
  await life.confirmed((await life.finance()).post(`/funds/${crew.fund}/allocations`, order(77)), await life.assistance())
  expect(await county.rows('SELECT seq, voucher_year, voucher, prev, fen FROM entries WHERE fund_code = ?', crew.fund))
    .toEqual([{ seq: 1, voucher_year: 2026, voucher: 1, prev: '', fen: 77 }])
})
