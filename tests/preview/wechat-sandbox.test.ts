import { beforeEach, describe, expect, test } from 'vitest'
import type { Hono } from 'hono'
import { sandboxAppId, sandboxSecret, wechatSandbox } from '../../preview/wechat-sandbox.ts'

let now: number
let wechat: Hono

beforeEach(() => {
  now = Date.parse('2025-11-21T08:00:00Z')
  wechat = wechatSandbox({ people: [{ openid: 'wang', phone: '13900000001' }, { openid: 'li' }], now: () => now })
})

const get = async (path: string): Promise<Record<string, unknown>> =>
  JSON.parse(await (await wechat.request(path)).text()) as Record<string, unknown>

const post = async (path: string, body: object): Promise<Record<string, unknown>> => {
  const response = await wechat.request(path, { method: 'POST', body: JSON.stringify(body) })
  return JSON.parse(await response.text()) as Record<string, unknown>
}

const session = (code: string, more: Record<string, string> = {}): Promise<Record<string,
  unknown>> => get(`/sns/jscode2session?${
  new URLSearchParams({ appid: sandboxAppId, secret: sandboxSecret, js_code: code, grant_type: 'authorization_code',
    ...more })}`)

const token = async (): Promise<string> => String((await get(
  `/cgi-bin/token?grant_type=client_credential&appid=${sandboxAppId}&secret=${sandboxSecret}`))['access_token'])

describe('code2session', () => {
  test('gives the openid and a session key, and no errcode, for a known person\'s fixed code, again and again',
    async () => {
    for (let time = 0; time < 2; time += 1) {
      expect(await session('demo-wang')).toEqual({ openid: 'wang', session_key: expect.any(String) as string })
    }
  })

  test('takes a fresh code once and for five minutes', async () => {
    const { code } = await post('/preview/login', { openid: 'li' })
    expect(await session(String(code))).toMatchObject({ openid: 'li' })
    expect(await session(String(code))).toMatchObject({ errcode: 40163 })
    const { code: late } = await post('/preview/login', { openid: 'li' })
    now += 5 * 60_000 + 1
    expect(await session(String(late))).toMatchObject({ errcode: 40029 })
  })

  test('refuses strangers, wrong accounts and missing parts with WeChat\'s numbers', async () => {
    expect(await session('demo-nobody')).toMatchObject({ errcode: 40029,
      errmsg: expect.stringMatching(/^invalid code rid: /) as string })
    expect(await session('demo-wang', { appid: 'wx1' })).toMatchObject({ errcode: 40013 })
    expect(await session('demo-wang', { secret: 'x' })).toMatchObject({ errcode: 40125 })
    expect(await session('')).toMatchObject({ errcode: 41008 })
    expect(await post('/preview/login', { openid: 'nobody' })).toMatchObject({ error: expect.any(String) as string })
  })

  test.each([[40029], [45011], [-1], [40226]])('fails on demand with %i', async (errcode) => {
    expect(await session(`error-${errcode}`)).toMatchObject({ errcode })
  })

  test('fails on demand with a page of HTML', async () => {
    const response = await wechat.request(`/sns/jscode2session?appid=${sandboxAppId}&secret=${sandboxSecret}`
      + '&js_code=error-html502&grant_type=authorization_code')
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html'])
  })

  test('answers JSON under text/plain, as WeChat does', async () => {
    const response = await wechat.request('/sns/jscode2session')
    expect(response.headers.get('content-type')).toBe('text/plain')
  })
})

describe('server calls', () => {
  test('need a living token', async () => {
    const path = '/wxa/business/getuserphonenumber'
    expect(await post(path, { code: 'phone-wang' })).toMatchObject({ errcode: 41001 })
    expect(await post(`${path}?access_token=x`, { code: 'phone-wang' })).toMatchObject({ errcode: 40001 })
    const living = await token()
    expect(await post(`${path}?access_token=${living}`, { code: 'phone-wang' }))
      .toMatchObject({ errcode: 0, phone_info: { purePhoneNumber: '13900000001', countryCode: '86' } })
    expect(await post(`${path}?access_token=${living}`, { code: 'phone-li' })).toMatchObject({ errcode: 40029 })
    now += 7200_001
    expect(await post(`${path}?access_token=${living}`, { code: 'phone-wang' })).toMatchObject({ errcode: 42001 })
  })

  test('the stable token stays the same until it is forced', async () => {
    const body = { grant_type: 'client_credential', appid: sandboxAppId, secret: sandboxSecret }
    const first = await post('/cgi-bin/stable_token', body)
    expect((await post('/cgi-bin/stable_token', body))['access_token']).toBe(first['access_token'])
    expect((await post('/cgi-bin/stable_token',
      { ...body, force_refresh: true }))['access_token']).not.toBe(first['access_token'])
    expect(await post('/cgi-bin/stable_token', { ...body, secret: 'x' })).toMatchObject({ errcode: 40125 })
  })

  test('messages go to people who agreed, with fields that fit', async () => {
    const path = `/cgi-bin/message/subscribe/send?access_token=${await token()}`
    const message = { touser: 'wang', template_id: 't1', data: { thing1: { value: '钱已发出' } } }
    expect(await post(path, message)).toMatchObject({ errcode: 0 })
    expect(await post(path, { ...message, data: { thing1: { value: '' } } })).toMatchObject({ errcode: 47003 })
    expect(await post(path, { ...message,
      data: { thing1: { value: '一'.repeat(21) } } })).toMatchObject({ errcode: 47003 })
    expect(await post(path, { ...message, touser: 'nobody' })).toMatchObject({ errcode: 40003 })
    await post('/preview/refusal', { openid: 'wang', refuses: true })
    expect(await post(path, message)).toMatchObject({ errcode: 43101 })
  })

  test('the content check passes, doubts and objects', async () => {
    const path = `/wxa/msg_sec_check?access_token=${await token()}`
    const text = { version: 2, scene: 1, openid: 'wang' }
    expect(await post(path, { ...text, content: '房子着火了' })).toMatchObject({ result: { suggest: 'pass', label: 100 } })
    expect(await post(path, { ...text, content: '一段违法测试' })).toMatchObject({ result: { suggest: 'risky' } })
    expect(await post(path, { ...text, content: 'a', version: 1 })).toMatchObject({ errcode: 47001 })
  })
})
