import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { refused } from '../../support/traces.ts'
import { tellSandbox } from '../../support/wechat.ts'

/** Every number that WeChat documents for code2session, and what it cannot say in numbers. */
it.each([
  ['error-40029', 'wechat_code'], ['error-40163', 'wechat_code'], ['error-41008', 'wechat_code'], ['never-seen', 'wechat_code'],
  ['error--1', 'wechat_down'], ['error-html502', 'wechat_down'], ['error-99999', 'wechat_down'],
  ['error-45011', 'wechat_busy'], ['error-45009', 'wechat_busy'],
  ['error-40226', 'wechat_barred'],
  ['error-40013', 'wechat_setup'], ['error-40125', 'wechat_setup'], ['error-40002', 'wechat_setup'], ['error-40164', 'wechat_setup'],
  ['error-40243', 'wechat_setup'], ['error-41002', 'wechat_setup'], ['error-41004', 'wechat_setup'], ['error-50002', 'wechat_setup'],
] as const)('the code %s gives %s and no session', async (code, problem) => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const { headers } = await refused(county, problem, () => wang.post('/sessions', { code }))
  const wait = { wechat_busy: '60', wechat_down: '2', wechat_setup: '2' }[problem as string] ?? null
  expect(headers.get('retry-after')).toBe(wait)
})

it('a login code opens one session: the second time WeChat says 40163', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const fresh = await tellSandbox('login', { openid: 'wang-xiulan' })
  expect((await wang.post('/sessions', fresh)).status).toBe(201)
  await refused(county, 'wechat_code', () => wang.post('/sessions', fresh))
})

it("a wrong AppID or a WeChat that is not there is the operator's trouble: in the log and on the system page until it is well", async () => {
  const county = await newCounty()
  const [wang, admin] = [await county.phone('wang-xiulan'), await county.phone('county-xitong')]
  const { base, appId, secret } = county.services.wechat
  const trouble = async () => (await admin.get('/system')).body.wechat
  const signIn = () => wang.post('/sessions', { code: 'demo-wang-xiulan' })
  Object.assign(county.services.wechat, { appId: 'wx1111111111111111' })
  await refused(county, 'wechat_setup', signIn)
  expect(await trouble()).toEqual({ at: '2026-09-28T02:00:00.000Z', errcode: 40013 })
  expect(county.logged).toContainEqual({ at: '2026-09-28T02:00:00.000Z', did: 'asked WeChat', action: 'identity.signIn', errcode: 40013 })
  Object.assign(county.services.wechat, { appId, secret: 'another' })
  await refused(county, 'wechat_setup', signIn)
  expect(await trouble()).toMatchObject({ errcode: 40125 })
  Object.assign(county.services.wechat, { secret, base: 'http://127.0.0.1:9' })
  await refused(county, 'wechat_down', signIn)
  expect(await trouble()).toMatchObject({ errcode: null })
  Object.assign(county.services.wechat, { base })
  await refused(county, 'wechat_code', () => wang.post('/sessions', { code: 'never-seen' }))
  expect(await trouble()).toMatchObject({ errcode: null })
  expect((await signIn()).status).toBe(201)
  expect(await trouble()).toBeNull()
  expect(JSON.stringify(county.logged)).not.toContain(secret)
})
