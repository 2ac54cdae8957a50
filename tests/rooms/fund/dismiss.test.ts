import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { crewOf } from '../../support/crew.ts'
import { idOf } from '../../support/steps.ts'
import { journaled, refused, repeatable } from '../../support/traces.ts'

const order = { amountFen: 100_000, bankSerial: 'QX-0928-01', reason: '备现金' }
const wrong = { reason: '金额写错了' }

async function proposed() {
  const county = await newCounty()
  const [crew, there] = await Promise.all([crewOf(county), crewOf(county, 2)])
  const propose = async () => {
    const id = idOf(await crew.cashier.post(`/funds/${crew.fund}/withdrawals`, order), 'proposalId')
    return {
      id,
      path: `/funds/${crew.fund}/proposals/${id}/dismissal`,
      confirm: `/funds/${crew.fund}/proposals/${id}/confirmation`,
    }
  }
  return { county, crew, there, propose }
}

it('who made a wrong proposal takes it back; it moves no money, and its serial is free again', async () => {
  const { county, crew, propose } = await proposed()
  const { id, path, confirm } = await propose()
  const reply = await repeatable(county, (body, key) => crew.cashier.post(path, body, key), wrong, { reason: '重复了' })
  expect(reply.body).toEqual({ proposalId: id, dismissedAt: expect.any(String) })
  await journaled(county, 'fund.dismiss', id, 't01-chuna')
  expect((await crew.reviewer.get(`/funds/${crew.fund}`)).body).toMatchObject({ proposals: [], entryCount: 2 })
  expect((await crew.cashier.get(`/funds/${crew.fund}`)).body).toMatchObject({ turnedDown: [] })
  await refused(county, 'proposal_closed', () => crew.cashier.post(path, wrong))
  await refused(county, 'proposal_closed', () => crew.reviewer.post(confirm, {}))
  const again = await propose()
  expect((await crew.reviewer.post(again.confirm, {})).status).toBe(201)
  await refused(county, 'proposal_closed', () => crew.cashier.post(again.path, wrong))
})

it('who would confirm it turns it down; nobody else, and not from next door', async () => {
  const { county, crew, there, propose } = await proposed()
  const { path } = await propose()
  const finance = await county.phone('county-caizheng')
  await refused(county, 'post_required', () => crew.caseworker.post(path, wrong))
  await refused(county, 'post_required', () => finance.post(path, wrong))
  await refused(county, 'out_of_scope', () => there.reviewer.post(path, wrong))
  await refused(county, 'not_found', () => there.reviewer.post(path.replace(crew.fund, there.fund), wrong))
  expect((await crew.leader.post(path, wrong)).status).toBe(201)
  const turnedDown = [{ order: 'withdraw', amountFen: order.amountFen, reason: wrong.reason }]
  expect((await crew.cashier.get(`/funds/${crew.fund}`)).body).toMatchObject({ turnedDown })
  expect((await crew.reviewer.get(`/funds/${crew.fund}`)).body).toMatchObject({ turnedDown: [] })
})
