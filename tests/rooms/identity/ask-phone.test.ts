import { expect, it } from 'vitest'
import { newCounty } from '../../support/county.ts'
import { refused } from '../../support/traces.ts'

it("WeChat's one-use code gives the number that the form is filled with; nothing is stored", async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  const reply = await wang.post('/session/phone', { code: 'phone-wang-xiulan' })
  expect({ status: reply.status, body: reply.body }).toEqual({ status: 200, body: { phone: '13900000001' } })
})

it('a code that is none, a WeChat that is down and who is not signed in are refused', async () => {
  const county = await newCounty()
  const wang = await county.phone('wang-xiulan')
  await refused(county, 'phone_code', () => wang.post('/session/phone', { code: 'phone-nobody' }))
  const { base } = county.services.wechat
  Object.assign(county.services.wechat, { base: 'http://127.0.0.1:9' })
  await refused(county, 'wechat_down', () => wang.post('/session/phone', { code: 'phone-wang-xiulan' }))
  Object.assign(county.services.wechat, { base })
  await wang.post('/session/end', {})
  await refused(county, 'signed_out', () => wang.post('/session/phone', { code: 'phone-wang-xiulan' }))
})
