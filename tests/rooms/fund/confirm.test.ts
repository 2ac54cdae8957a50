import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { idOf } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const order = { amountFen: 100_000, bankSerial: 'BK-0928-01', reason: '补充备用金' }
const start = async () => {
  const county = await newCounty()
  const [crew, there, finance, assistance] = await Promise.all([
    crewOf(county),
    crewOf(county, 2),
    county.phone('county-caizheng'),
    county.phone('county-jiuzhu'),
  ])
  const propose = async (name: string, phone: typeof finance, change: object = {}) => {
    const reply = await phone.post(`/funds/${crew.fund}/${name}`, { ...order, ...change })
    return `/funds/${crew.fund}/proposals/${idOf(reply, 'proposalId')}/confirmation`
  }
  return { county, crew, there, finance, assistance, propose }
}

it('the second person confirms an allocation: now it is money', async () => {
  const { county, finance, assistance, propose } = await start()
  const path = await propose('allocations', finance)
  await refused(county, 'paper_used', () => assistance.post(path.replace(/proposals.*/, 'allocations'), order))
  const before = await county.available()
  await refused(county, 'second_person_required', () => finance.post(path, {}))
  const reply = await repeatable(county, (body, key) => assistance.post(path, body, key), {})
  expect(reply.body).toMatchObject({ entrySeq: 3, availableFen: before + 100_000 })
  expect(await county.available()).toBe(before + 100_000)
  await journaled(county, 'fund.confirm', idOf(reply, 'proposalId'), 'county-jiuzhu')
  await refused(county, 'proposal_closed', () => assistance.post(path, {}))
})

it("a withdrawal is confirmed by the township's reviewer or a leader, not from next door", async () => {
  const { county, crew, there, propose } = await start()
  const path = await propose('withdrawals', crew.cashier)
  await refused(county, 'post_required', () => crew.caseworker.post(path, {}))
  await refused(county, 'out_of_scope', () => there.reviewer.post(path, {}))
  await refused(county, 'not_found', () => there.reviewer.post(path.replace(crew.fund, there.fund), {}))
  expect((await crew.reviewer.post(path, {})).status).toBe(201)
})

it("the county does not confirm a township's cash, nor a leader the county's money", async () => {
  const { county, crew, finance, assistance, propose } = await start()
  const [cash, money] = [await propose('withdrawals', crew.cashier), await propose('allocations', finance)]
  await refused(county, 'post_required', () => assistance.post(cash, {}))
  await refused(county, 'post_required', () => crew.leader.post(money, {}))
})

it('no more is drawn than there is', async () => {
  const { county, crew, propose } = await start()
  const path = await propose('withdrawals', crew.cashier, { amountFen: 7_200_001 })
  await refused(county, 'fund_insufficient', () => crew.reviewer.post(path, {}))
})
