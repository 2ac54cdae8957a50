import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'

it('one township sees its fund, the county all twelve and its own', async () => {
  const county = await newCounty()
  const [crew, finance, wang] = await Promise.all([
    crewOf(county),
    county.phone('county-caizheng'),
    county.phone('wang-xiulan'),
  ])
  expect((await crew.cashier.get('/funds')).body.items).toEqual([
    {
      code: crew.fund,
      townshipName: '青山镇',
      quotaFen: 8_000_000,
      availableFen: 7_200_000,
      cashFen: 800_000,
      low: false,
      frozen: false,
    },
  ])
  expect((await finance.get('/funds')).body.items).toHaveLength(13)
  expect((await wang.get('/funds')).problem.code).toBe('post_required')
})

it('a fund shows each place, what waits, and what this caller may order', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  await crew.granted()
  await crew.sent()
  await crew.cashier.post(`/funds/${crew.fund}/withdrawals`, {
    amountFen: 1_000,
    bankSerial: 'QX-0001',
    reason: '备现金',
  })
  const { body } = await crew.cashier.get(`/funds/${crew.fund}`)
  expect(body).toMatchObject({
    availableFen: 7_100_000,
    heldFen: 100_000,
    low: false,
    entryCount: 5,
    actions: ['return', 'withdraw', 'deposit', 'interest', 'fee', 'receive', 'identify', 'undo', 'claim'],
    proposals: [{ order: 'withdraw', amountFen: 1_000, mine: true, reason: '备现金' }],
  })
  expect(body.balances).toContainEqual({ place: 'bank.sent', fen: 50_000 })
  expect((await crew.reviewer.get(`/funds/${crew.fund}`)).body.actions).toEqual(['interest', 'fee', 'receive', 'identify', 'undo', 'confirm', 'close', 'claim'])
})

it('the ledger pages backwards, with the running balance and who did it', async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  await crew.granted()
  const first = await crew.reviewer.get(`/funds/${crew.fund}/entries?limit=2`)
  expect(first.body).toMatchObject({
    items: [
      { seq: 3, event: 'reserve', amountFen: 50_000, availableFen: 7_150_000 },
      { seq: 2, event: 'withdraw', availableFen: 7_200_000 },
    ],
    next: '2',
  })
  expect((await crew.reviewer.get(`/funds/${crew.fund}/entries?limit=2&after=2`)).body).toMatchObject({
    items: [{ seq: 1, event: 'allocate' }],
    next: null,
  })
})

it("another township's fund is out of scope, an unknown one is not found", async () => {
  const county = await newCounty()
  const crew = await crewOf(county)
  for (const path of ['', '/entries']) {
    expect((await crew.cashier.get(`/funds/F990101002${path}`)).problem.code).toBe('out_of_scope')
    expect((await crew.cashier.get(`/funds/F000000000${path}`)).problem.code).toBe('not_found')
  }
})
