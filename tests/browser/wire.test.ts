import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Phone } from './support/phone.ts'
import { openTownship, pick, type Township } from './support/township.ts'

let town: Township
beforeAll(async () => { town = await openTownship() })
afterAll(() => town?.stop())

const busy = { type: 'urn:xianjiu:problem:busy', code: 'busy', status: 503, title: '现在办事的人多,请稍后再试', rules: [], requestId: 'rid_1' }

async function fillAsk(phone: Phone, name: string): Promise<void> {
  await phone.tap('车祸')
  await phone.fill('说一说发生了什么', '骑车摔断了腿')
  await phone.fill('怎么找到您?', '13900000002')
  await phone.fill('您的姓名', name)
  await pick(phone, '请选择乡镇', '河西镇')
  await phone.tap('我说的是真的')
}

/** Every try to file a request: its key, and how it was answered. */
function watchTries(phone: Phone, answer: (tries: number) => 'pass' | 'busy' | 'lost'): string[] {
  const keys: string[] = []
  void phone.page.route('**/api/requests', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    keys.push(route.request().headers()['idempotency-key'] ?? '')
    const how = answer(keys.length)
    if (how === 'busy') return route.fulfill({ status: 503, contentType: 'application/problem+json', json: busy })
    if (how === 'lost') {
      await route.fetch()
      return route.abort('connectionreset')
    }
    return route.continue()
  })
  return keys
}

const filed = async (phone: Phone): Promise<number> => {
  await phone.tap('回首页')
  await phone.tap(/我的申请/)
  await phone.see('车祸')
  return phone.visible().getByText('车祸', { exact: true }).count()
}

test('an answer lost after the server had it: the same key, one request', async () => {
  const phone = await town.phone('li-jianguo', 'pages/ask/ask')
  const keys = watchTries(phone, (tries) => (tries === 1 ? 'lost' : 'pass'))
  await fillAsk(phone, '李建国')
  await phone.tap('现在求助')
  await phone.see('还没发出去')
  await phone.tap('再发一次')
  await phone.see('已收到您的求助')
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
  expect(await filed(phone)).toBe(1)
})

test('a busy server is tried again with the same key', async () => {
  const phone = await town.phone('batu', 'pages/ask/ask')
  const keys = watchTries(phone, (tries) => (tries === 1 ? 'busy' : 'pass'))
  await fillAsk(phone, '巴图')
  await phone.tap('现在求助')
  await phone.see('现在办事的人多,请稍后再试')
  await phone.tap('再发一次')
  await phone.see('已收到您的求助')
  expect(new Set(keys).size).toBe(1)
})

test('what only the server knows to be wrong is said at its field, and nothing typed is lost', async () => {
  const phone = await town.phone('zhang-dama', 'pages/ask/ask')
  await fillAsk(phone, '张3')
  await phone.tap('现在求助')
  await phone.see('有 1 处需要修改')
  await phone.see('姓名里有不能用的字符')
  expect(await phone.visible().getByLabel('您的姓名', { exact: true }).inputValue()).toBe('张3')
  expect(await phone.visible().getByLabel('说一说发生了什么', { exact: true }).inputValue()).toBe('骑车摔断了腿')
  await phone.fill('您的姓名', '张桂英')
  await phone.tap('现在求助')
  await phone.see('已收到您的求助')
})

test('a session that has ended is renewed without a word', async () => {
  const phone = await town.phone('wang-xiulan', 'pages/home/home')
  await phone.see('还没有申请')
  let refused = 0
  await phone.page.route('**/api/requests?queue=mine', (route) => {
    refused += 1
    const problem = { type: 'urn:xianjiu:problem:signed_out', code: 'signed_out', status: 401, title: '请重新登录', rules: [], requestId: 'rid_2' }
    return refused === 1 ? route.fulfill({ status: 401, contentType: 'application/problem+json', json: problem }) : route.continue()
  })
  await phone.tap(/我的申请/)
  await phone.see('还没有申请。遇到急事,请点"现在求助"。')
  expect(refused).toBe(2)
})

test('the large print that a person chooses stays chosen', async () => {
  const phone = await town.phone('wang-xiulan', 'pages/me/me')
  await phone.visible().getByRole('switch').click()
  await phone.page.reload()
  await phone.page.waitForSelector('#phone[data-ready]')
  await expect.poll(() => phone.visible().getByRole('switch').getAttribute('aria-checked')).toBe('true')
  await phone.page.goto(`${town.url}/phone?bare=1&openid=wang-xiulan#/pages/ask/ask`)
  await phone.see('第 1 步,共 5 步')
  await phone.expectClean()
})
