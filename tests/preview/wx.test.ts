import { describe, expect, test } from 'vitest'
import { startFixture, type JsdomPhone } from './support/jsdom-phone.ts'

const call = (phone: JsdomPhone, name: string, options: object = {}): Promise<Record<string, unknown>> =>
  new Promise((success, fail) => {
    phone.window.__phone.wx[name]!({ ...options, success, fail } as never)
  })

describe('wx.request', () => {
  test('goes to this server whatever the API origin is called, and succeeds for any status', async () => {
    const seen: string[] = []
    const phone = await startFixture({
      answer: (request) => {
        seen.push(`${request.method} ${request.url}`)
        return Response.json({ code: 'x' }, { status: 409 })
      },
    })
    const answer = await call(phone, 'request', { url: 'https://api.example.gov.cn/api/a', data: { q: '王 1' } })
    expect(answer).toMatchObject({ statusCode: 409, data: { code: 'x' }, errMsg: 'request:ok' })
    expect(seen).toEqual(['GET https://phone.test/api/a?q=%E7%8E%8B%201'])
  })

  test('refuses a second origin, a bare path and PATCH', async () => {
    const phone = await startFixture({ answer: () => Response.json({}) })
    await call(phone, 'request', { url: 'https://api.example.gov.cn/a' })
    await expect(call(phone, 'request', { url: 'https://other.example.com/a' })).rejects
      .toMatchObject({ errMsg: 'request:fail url not in domain list: https://other.example.com' })
    await expect(call(phone, 'request', { url: '/a' })).rejects.toMatchObject({ errMsg: 'request:fail invalid url' })
    await expect(call(phone, 'request', { url: 'https://api.example.gov.cn/a', method: 'PATCH' })).rejects
      .toMatchObject({ errMsg: 'request:fail invalid method PATCH' })
  })

  test('fails as WeChat does without a network, and tells of the change', async () => {
    const phone = await startFixture({ answer: () => Response.json({}) })
    const changes: unknown[] = []
    phone.window.__phone.wx['onNetworkStatusChange']!(((change: unknown) => changes.push(change)) as never)
    phone.window.__phone.network({ offline: true })
    await expect(call(phone, 'request', { url: 'https://api.example.gov.cn/a' })).rejects
      .toMatchObject({ errMsg: expect.stringMatching(/^request:fail .*ERR_INTERNET_DISCONNECTED/) as string })
    phone.window.__phone.network({ offline: false })
    expect(changes).toMatchObject([{ isConnected: false, networkType: 'none' },
      { isConnected: true, networkType: 'wifi' }])
  })

  test('times out and aborts', async () => {
    const phone = await startFixture({ answer: () => Response.json({}) })
    phone.window.__phone.network({ slow: true })
    await expect(call(phone, 'request', { url: 'https://api.example.gov.cn/a', timeout: 20 })).rejects
      .toMatchObject({ errMsg: 'request:fail timeout' })
  })
})

describe('storage', () => {
  test('belongs to one phone; encrypted values need the same wish to be read', async () => {
    const mine = await startFixture({ query: 'openid=a' })
    const wx = mine.window.__phone.wx
    wx['setStorageSync']!('draft' as never, { story: '火' } as never)
    await call(mine, 'setStorage', { key: 'token', data: 'secret', encrypt: true })
    expect(wx['getStorageSync']!('draft' as never)).toEqual({ story: '火' })
    expect(wx['getStorageSync']!('token' as never)).toBe('')
    expect(await call(mine, 'getStorage', { key: 'token', encrypt: true })).toMatchObject({ data: 'secret' })
    const storage = { ...mine.window.localStorage } as unknown as Record<string, string>

    const other = await startFixture({ query: 'openid=b', storage })
    expect(other.window.__phone.wx['getStorageSync']!('draft' as never)).toBe('')
    const borrowed = await startFixture({ query: 'openid=b&phone=a', storage })
    expect(borrowed.window.__phone.wx['getStorageSync']!('draft' as never)).toEqual({ story: '火' })
  })

  test('refuses more than a phone holds under one key', async () => {
    const phone = await startFixture()
    await expect(call(phone, 'setStorage', { key: 'big', data: 'x'.repeat(1024 * 1024) })).rejects
      .toMatchObject({ errMsg: 'setStorage:fail exceed storage item max length' })
    await expect(call(phone, 'getStorage',
      { key: 'none' })).rejects.toMatchObject({ errMsg: 'getStorage:fail data not found' })
  })
})

describe('the phone\'s own dialogs', () => {
  test('answer showModal and showActionSheet', async () => {
    const phone = await startFixture()
    const asked = call(phone, 'showModal', { title: '确认', content: '先行救助 1,000 元?' })
    await phone.tap('确定')
    expect(await asked).toMatchObject({ confirm: true, cancel: false })
    const chosen = call(phone, 'showActionSheet', { itemList: ['拍照', '相册'] })
    await phone.tap('相册')
    expect(await chosen).toMatchObject({ tapIndex: 1 })
    const dismissed = call(phone, 'showActionSheet', { itemList: ['拍照'] })
    const refused = expect(dismissed).rejects.toMatchObject({ errMsg: 'showActionSheet:fail cancel' })
    await phone.tap('取消')
    await refused
  })

  test('ask for privacy once before personal data is touched', async () => {
    const phone = await startFixture()
    expect(await call(phone, 'getPrivacySetting')).toMatchObject({ needAuthorization: true })
    const located = call(phone, 'getLocation')
    await phone.tap('同意')
    expect(await located).toMatchObject({ latitude: 30.5928 })
    expect(await call(phone, 'getPrivacySetting')).toMatchObject({ needAuthorization: false })
  })
})

test('wx.login asks the sandbox for this person\'s code', async () => {
  const phone = await startFixture({
    query: 'openid=wang', answer: async (request) =>
      Response.json({ code: `fresh-${(await request.json() as { openid: string }).openid}` }),
  })
  expect(await call(phone, 'login')).toMatchObject({ code: 'fresh-wang', errMsg: 'login:ok' })
})

test('care mode reports larger letters', async () => {
  const phone = await startFixture({ query: 'openid=a&care=1' })
  expect(phone.window.__phone.wx['getAppBaseInfo']!()).toMatchObject({ fontSizeScaleFactor: 1.4 })
  expect(phone.window.document.querySelector('wx-page')!.getAttribute('style')).toBe('--fs: 1.4')
})
