import { expect, it } from 'vitest'
import type { ProblemCode } from '../../../worker/contract/index.ts'
import { newCounty } from '../../support/county.ts'
import { refused } from '../../support/traces.ts'
import { tellSandbox } from '../../support/wechat.ts'

const mine = { code: 'phone-wang-xiulan' }

it("WeChat's one-use code gives the number that the form is filled with; nothing is stored", async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const reply = await wang.post('/session/phone', mine)
  expect({ status: reply.status, body: reply.body }).toEqual({ status: 200, body: { phone: '13900000001' } })
})

it('a code of the button is good once', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const once = await tellSandbox('phone-code', { openid: 'wang-xiulan' })
  expect((await wang.post('/session/phone', once)).body).toEqual({ phone: '13900000001' })
  await refused(county, 'phone_code', () => wang.post('/session/phone', once))
})

it('a code that is none, a WeChat that is down and who is not signed in are refused', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  await refused(county, 'phone_code', () => wang.post('/session/phone', { code: 'phone-nobody' }))
  const { base } = county.services.wechat
  Object.assign(county.services.wechat, { base: 'http://127.0.0.1:9' })
  await refused(county, 'wechat_down', () => wang.post('/session/phone', mine))
  Object.assign(county.services.wechat, { base })
  await wang.post('/session/end', {})
  await refused(county, 'signed_out', () => wang.post('/session/phone', mine))
})

it.each([
  [-1, 'wechat_down'], [40013, 'wechat_setup'], [40029, 'phone_code'], [45009, 'wechat_busy'], [45011, 'wechat_busy'],
  [48001, 'wechat_setup'], [99999, 'wechat_down'],
] as const)('the number interface says %i: %s', async (errcode, problem) => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  await refused(county, problem, () => wang.post('/session/phone', { code: `error-${errcode}` }))
})

it.each([
  [-1, 'wechat_down'], [40125, 'wechat_setup'], [40164, 'wechat_setup'], [40243, 'wechat_setup'], [45009, 'wechat_busy'],
] satisfies [number, ProblemCode][])('no token because of %i: %s, and it goes on by itself afterwards', async (errcode, problem) => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  await tellSandbox('tokens', { fail: errcode })
  await refused(county, problem, () => wang.post('/session/phone', mine))
  await tellSandbox('tokens', { fail: null })
  expect((await wang.post('/session/phone', mine)).status).toBe(200)
})

it('one token serves many, and ends a little before WeChat ends it', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const before = await tellSandbox('tokens', {})
  await Promise.all([1, 2, 3, 4, 5].map(() => wang.post('/session/phone', mine)))
  await wang.post('/session/phone', mine)
  expect(await tellSandbox('tokens', {})).toEqual({ tokens: Number(before.tokens) + 1, phones: Number(before.phones) + 6 })
  county.setClock('2026-09-28T03:56:00.000Z')
  expect((await wang.post('/session/phone', mine)).status).toBe(200)
  expect((await tellSandbox('tokens', {})).tokens).toBe(Number(before.tokens) + 2)
})

it('a token that WeChat holds to be old is made anew once, for all who wait together', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  await wang.post('/session/phone', mine)
  const before = await tellSandbox('tokens', { forget: true })
  const replies = await Promise.all([1, 2, 3, 4].map(() => wang.post('/session/phone', mine)))
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect((await tellSandbox('tokens', {})).tokens).toBe(Number(before.tokens) + 1)
})

it.each([40001, 40014, 42001])('a token that stays old (%i) is not asked for again and again', async (errcode) => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const before = await tellSandbox('tokens', {})
  await refused(county, 'wechat_down', () => wang.post('/session/phone', { code: `error-${errcode}` }))
  expect(await tellSandbox('tokens', {})).toEqual({ tokens: Number(before.tokens) + 2, phones: Number(before.phones) + 2 })
})
