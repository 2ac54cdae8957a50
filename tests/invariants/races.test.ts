import { expect, it } from 'vitest'
import { verify } from '../../worker/oversight/verify.ts'
import { acceptedCrowd } from '../support/crowd.ts'
import { newCounty } from '../support/county.ts'
import { decision } from '../support/steps.ts'

const sound = (path: string) => verify(path).filter(({ bad }) => bad !== null)

it('a fund for ten and fifty approvals at once: exactly ten, the other forty hear why', async () => {
  const county = await newCounty()
  expect(await county.available(4)).toBe(2_700_000)
  const requests = await acceptedCrowd(county, 50, 270_000)
  const leaders = await Promise.all(['t04-fenguan', 't04-zhuyao'].map((openid) => county.phone(openid)))
  const replies = await Promise.all(requests.map((id, n) =>
    leaders[n % 2]!.post(`/requests/${id}/grant`, decision({ track: 'urgent', amountFen: 270_000 }))))
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(10)
  const refused = replies.filter(({ status }) => status !== 201)
  expect(new Set(refused.map(({ problem }) => problem.code))).toEqual(new Set(['fund_insufficient']))
  expect(refused.every(({ problem }) => problem.offer === 'county' && problem.limitFen !== undefined)).toBe(true)
  expect(await county.available(4)).toBe(0)
  expect(sound(county.path)).toEqual([])
})

it('fifty taps with one key are one debit and forty-nine times the same answer', async () => {
  const county = await newCounty()
  const [id] = await acceptedCrowd(county, 1, 50_000)
  const leader = await county.phone('t04-fenguan')
  const replies = await Promise.all(Array.from({ length: 50 }, () => leader.post(`/requests/${id}/grant`, decision(), 'one-and-the-same-key')))
  expect(new Set(replies.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
  expect(replies[0]!.status).toBe(201)
  expect(replies.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(49)
  expect(await county.available(4)).toBe(2_650_000)
})

it('fifty taps with fifty keys are one grant and forty-nine refusals in words', async () => {
  const county = await newCounty()
  const [id] = await acceptedCrowd(county, 1, 50_000)
  const leader = await county.phone('t04-fenguan')
  const replies = await Promise.all(Array.from({ length: 50 }, () => leader.post(`/requests/${id}/grant`, decision())))
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(replies.filter(({ status, problem }) => status === 409 && problem.code === 'already_granted')).toHaveLength(49)
  expect(await county.available(4)).toBe(2_650_000)
  expect(sound(county.path)).toEqual([])
})
