import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { idOf } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const order = { amountFen: 100_000, bankSerial: 'BK-0928-01', reason: '补充备用金' }
const start = async () => {
  const county = await newCounty('2026-09-28T02:00:00.000Z')
  const [crew, there, finance, assistance] = await Promise.all([
    crewOf(county),
    crewOf(county, 2),
    county.phone('county-caizheng'),
    county.phone('county-jiuzhu'),
  ])
  return { county, crew, there, finance, assistance, path: `/funds/${crew.fund}` }
}

it.each([
  ['allocations', 'fund.allocate', 'county-caizheng'],
  ['withdrawals', 'fund.withdraw', 't01-chuna'],
])('%s wait as a proposal for a second person', async (name, action, openid) => {
  const { county, path } = await start()
  const phone = await county.phone(openid)
  const before = await county.available()
  const reply = await repeatable(county, (body, key) => phone.post(`${path}/${name}`, body, key), order, {
    ...order,
    amountFen: 1,
  })
  expect(reply.body).toMatchObject({ proposalId: expect.stringMatching(/^pro_/), entrySeq: null, availableFen: before })
  expect(await county.available()).toBe(before)
  await journaled(county, action, idOf(reply, 'proposalId'), openid)
})

it('a deposit stands in the ledger at once', async () => {
  const { county, crew, path } = await start()
  const before = await county.available()
  const reply = await repeatable(county, (body, key) => crew.cashier.post(`${path}/deposits`, body, key), order, {
    ...order,
    amountFen: 1,
  })
  expect(reply.body).toMatchObject({ proposalId: null, entrySeq: 3, availableFen: before + 100_000 })
  expect(await county.available()).toBe(before + 100_000)
  await journaled(county, 'fund.deposit', `${crew.fund}/3`, 't01-chuna')
  await refused(county, 'paper_used', () => crew.cashier.post(`${path}/deposits`, order))
  await refused(county, 'fund_insufficient', () =>
    crew.cashier.post(`${path}/deposits`, { ...order, amountFen: 700_001, bankSerial: 'BK-0928-02' }),
  )
})

it('a serial that is in the ledger, or waits for its second person, is not proposed again', async () => {
  const { county, crew, finance, path } = await start()
  const again = (bankSerial: string) => ({ ...order, bankSerial })
  await refused(county, 'paper_used', () => finance.post(`${path}/allocations`, again('BK990101001A')))
  await refused(county, 'paper_used', () => crew.cashier.post(`${path}/withdrawals`, again('QX990101001A')))
  expect((await finance.post(`${path}/allocations`, order)).status).toBe(201)
  await refused(county, 'paper_used', () => finance.post(`${path}/allocations`, order))
})

it('each order has its posts, its township and a fund that exists', async () => {
  const { county, crew, there, finance, path } = await start()
  await refused(county, 'post_required', () => crew.cashier.post(`${path}/allocations`, order))
  for (const name of ['withdrawals', 'deposits']) {
    await refused(county, 'post_required', () => finance.post(`${path}/${name}`, order))
    await refused(county, 'out_of_scope', () => there.cashier.post(`${path}/${name}`, order))
    await refused(county, 'not_found', () => crew.cashier.post(`/funds/F000000000/${name}`, order))
  }
  await refused(county, 'not_found', () => finance.post('/funds/F000000000/allocations', order))
})

it('money is dated neither tomorrow nor before the fund was there', async () => {
  const { county, crew, finance, path } = await start()
  for (const act of [
    () => finance.post(`${path}/allocations`, { ...order, on: '2026-09-29' }),
    () => crew.cashier.post(`${path}/deposits`, { ...order, on: '2026-09-29' }),
    () => crew.cashier.post(`${path}/deposits`, { ...order, on: '2026-08-01' }),
  ]) {
    expect((await refused(county, 'input', act)).problem.fields).toEqual([
      { field: 'on', label: '日期', message: '日期要在储备金开立之后、今天之前' },
    ])
  }
})
