import { expect, test } from 'vitest'
import type { Phone } from '../support/phone.ts'
import { decision, idOf } from '../support/steps.ts'
import { tenGrantsFen } from './support/settings.ts'
import { phone, roundTrips } from './support/worker.ts'

const grant = decision({ amountFen: tenGrantsFen })

/** The accepted requests of township 3 that nobody has decided yet. */
async function waiting(leader: Phone): Promise<string[]> {
  const { body } = await leader.get('/requests?queue=decide&limit=100')
  return (body.items as { id: string }[]).map(({ id }) => id)
}

test('a response lost after commit and sent again is replayed; the same key twice is one grant', async () => {
  const leader = await phone('t03-fenguan')
  const [id = '', second = ''] = await waiting(leader)
  const cancelled = async (grantId: string) => (await leader.post(`/grants/${grantId}/cancellation`, { reason: '试一试' })).status
  await roundTrips('writes')
  const lost = await leader.post(`/requests/${id}/grant`, grant, 'lost-on-its-way')
  await roundTrips('nothing')
  expect([lost.status, lost.problem.code, lost.headers.get('retry-after')]).toEqual([503, 'busy', '2'])
  const again = await leader.post(`/requests/${id}/grant`, grant, 'lost-on-its-way')
  expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true'])
  expect((await leader.post(`/requests/${id}/grant`, { ...grant, reason: '换了说法' }, 'lost-on-its-way')).problem.code).toBe('key_reused')
  expect(await cancelled(idOf(again, 'grantId'))).toBe(201)

  const both = await Promise.all([1, 2].map(() => leader.post(`/requests/${second}/grant`, grant, 'pressed-twice')))
  expect(both.map(({ status }) => status)).toEqual([201, 201])
  expect(both[0]?.body).toEqual(both[1]?.body)
  expect(both.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(1)
  expect(await cancelled(idOf(both[0] ?? again, 'grantId'))).toBe(201)
})

test('thirty approvals at once of a fund for ten: exactly ten, the rest refused by the fund', async () => {
  const leader = await phone('t03-fenguan')
  const requests = (await waiting(leader)).slice(0, 30)
  await roundTrips()
  const from = Date.now()
  const replies = await Promise.all(requests.map((id) => leader.post(`/requests/${id}/grant`, grant)))
  console.info(`30 approvals in workerd: ${Date.now() - from} ms, ${await roundTrips()} round trips`)
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(10)
  const refused = replies.filter(({ status }) => status !== 201).map(({ problem }) => problem.code)
  expect(refused).toEqual(Array.from({ length: 20 }, () => 'fund_insufficient'))
  const fund = await (await phone('t03-caizheng')).get('/funds/F990101003')
  expect(fund.body).toMatchObject({ availableFen: 0 })
})

test("the schema's words reach the phone", async () => {
  const leader = await phone('t03-fenguan')
  const [id = ''] = await waiting(leader)
  const small = await leader.post(`/requests/${id}/grant`, decision({ amountFen: 90_000 }))
  expect([small.status, small.problem.code, small.problem.offer, small.problem.limitFen]).toEqual([409, 'small_cap', 'urgent', 82_800])
  const ceiling = await leader.post(`/requests/${id}/grant`, decision({ track: 'urgent', amountFen: 300_100 }))
  expect(ceiling.problem.code).toBe('county_turn')
  const cashier = await phone('t03-chuna')
  expect((await cashier.post(`/requests/${id}/grant`, grant)).problem.code).toBe('post_required')
})
