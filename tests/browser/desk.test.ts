import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { weakPairs } from '../../console/src/theme/contrast.ts'
import { buildDesk } from '../../preview/build/desk.ts'
import { startServer, type Running } from '../../worker/host/serve.ts'
import { Phone } from '../support/phone.ts'
import { acceptedRequest, ask, decision, idOf, pixel } from '../support/steps.ts'
import { browser, closeBrowser } from './support/browser.ts'
import { watchPage, type Watch } from './support/watch.ts'

const root = process.cwd()
const dataDir = mkdtempSync(join(tmpdir(), 'desk-'))
let server: Running
let open: { page: Page; watch: Watch }[] = []

beforeAll(async () => {
  await buildDesk(root)
  const wechat = { base: null, appId: null, secret: null }
  const config = { port: 0, host: '127.0.0.1', dataDir, demo: true, fieldKeys: null, tickSeconds: 0, wechat }
  server = await startServer(config, { log: () => {} })
})
afterEach(async () => {
  const problems = open.flatMap(({ watch }) => watch.problems())
  await Promise.all(open.map(({ page }) => page.context().close()))
  open = []
  expect(problems).toEqual([])
})
afterAll(async () => {
  await closeBrowser()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

/** A desk of its own: another person never shares the first one's browser. */
async function sitDown(post: string, address = '#/'): Promise<Page> {
  const page = await blankPage()
  await page.goto(`${server.url}/desk`)
  await page.getByRole('searchbox', { name: '找人' }).waitFor()
  await keys(page, post, 'Enter')
  await page.getByRole('heading', { name: '待办', exact: true }).waitFor()
  if (address !== '#/') await page.goto(`${server.url}/desk${address}`)
  return page
}

async function blankPage(): Promise<Page> {
  const viewport = { width: 1366, height: 768 }
  const page = await (await browser()).newPage({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  page.setDefaultTimeout(8000)
  open.push({ page, watch: watchPage(page, server.url) })
  return page
}

/** Keys by their names, one after the other; anything else is typed. */
async function keys(page: Page, ...pressed: string[]): Promise<void> {
  for (const key of pressed) {
    await (/^([a-z?]|Enter|Tab|Escape|Control\+a)$/.test(key) ? page.keyboard.press(key) : page.keyboard.type(key))
  }
}

/** These words come to stand on the page, one after the other. */
async function see(page: Page, ...words: string[]): Promise<void> {
  for (const text of words) await page.getByText(text).waitFor()
}

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) await page.fill(`#${name}`, text)
}

const press = (page: Page, name: string) => page.getByRole('button', { name }).click()
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

/** Through a link, to the page with this heading. */
async function follow(page: Page, name: string, to: string): Promise<void> {
  await page.getByRole('link', { name }).first().click()
  await heading(page, to)
}

/** What a screen reader, a keyboard or weak eyes would stumble over. */
async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const { violations, passes } = await page.evaluate<axe.AxeResults>('axe.run(document)')
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
  expect(passes.length).toBeGreaterThan(10)
}

/** Down the rows with `j`, as far as the one that says this. */
async function stepTo(page: Page, words: string): Promise<void> {
  const row = page.getByRole('link', { name: words })
  await row.waitFor()
  const reached = row.and(page.locator(':focus'))
  for (let steps = 0; steps < 40 && await reached.count() === 0; steps += 1) await keys(page, 'j')
  expect(await reached.count()).toBe(1)
}

/** `可用合计 74,220.00 元` -> fen. */
const spendable = async (page: Page): Promise<number> =>
  Math.round(Number((await page.locator('.figures .first .yuan').innerText()).replace(/[^\d.]/g, '')) * 100)

/** Another way in: what other people did before the desk opens. */
const phone = (openid: string) => Phone.signIn((request) =>
  fetch(new Request(request.url.replace('http://county.test', server.url), request)), openid)

test('two people allocate money with the keyboard alone, and the balance rises by the sum', async () => {
  const first = await sitDown('县财政')
  await expectAccessible(first)
  await stepTo(first, '青山镇')
  await keys(first, 'Enter')
  await heading(first, '青山镇储备金')
  const before = await spendable(first)
  await first.locator('.ledger tbody tr').first().waitFor()
  await expectAccessible(first)

  await keys(first, 'b')
  await first.locator('#amount:focus').waitFor()
  await keys(first, '1万', 'Enter')
  await first.getByRole('heading', { name: '有 3 处需要修改' }).waitFor()
  await expectAccessible(first)
  expect(await first.inputValue('#amount')).toBe('1万')

  // The list of mistakes has the focus; its first line leads to the field.
  await keys(first, 'Tab', 'Enter', 'Control+a', '12,345.67', 'Tab', 'BK20261122001', 'Tab', 'Tab', '十一月补足备用金')
  await first.getByRole('button', { name: '提交拨入 12,345.67 元' }).waitFor()
  await keys(first, 'Enter')
  await see(first, '拨入已提交,等另一个人复核。', '您提交的,要由另一个人复核。')
  expect(await spendable(first)).toBe(before)

  const second = await sitDown('县救助股')
  const funds: string[] = []
  second.on('request', (request) => { if (/\/api\/funds\/F/.test(request.url())) funds.push(request.url()) })
  await stepTo(second, '等您复核:青山镇')
  expect(funds).toEqual([])
  await keys(second, 'Enter')
  await second.getByRole('link', { name: '去复核' }).first().waitFor()
  await keys(second, 'f')
  await heading(second, '复核青山镇储备金拨入')
  await see(second, 'BK20261122001')
  await expectAccessible(second)
  await second.getByRole('button', { name: '确认拨入 12,345.67 元' }).and(second.locator(':focus')).waitFor()
  await keys(second, 'Enter')
  await see(second, '拨入 12,345.67 元已入账')
  await expect.poll(() => spendable(second)).toBe(before + 1_234_567)
  const row = await second.locator('.ledger tbody tr').first().innerText()
  expect(row).toContain('+12,345.67')
  expect(row).toContain((await second.locator('.figures .first .yuan').innerText()).replace(' 元', ''))
})

test('a wrong proposal is turned down or taken back with a reason, and what was typed outlives an error', async () => {
  const first = await sitDown('县财政', '#/funds/F990101003/undo?entry=1')
  await first.fill('#reason', '拨入金额记错')
  await press(first, '提交冲正')
  await follow(first, '看这一笔,或撤回', '待复核:东川乡储备金冲正')
  await press(first, '撤回这一笔')
  await first.fill('#reason', '应该冲正第 2 笔')

  const second = await sitDown('县救助股')
  await follow(second, '等您复核:东川乡', '东川乡储备金')
  await see(second, '冲掉第 1 笔')
  await follow(second, '去复核', '复核东川乡储备金冲正')
  await see(second, '银行流水号 BK990101003A')
  await expectAccessible(second)
  await follow(second, '第 1 笔', '东川乡储备金 第 1 笔')
  await keys(second, 'Escape')
  await heading(second, '复核东川乡储备金冲正')

  // The second action is quiet: `n` opens it, an empty reason is asked for at its field, going back keeps nothing.
  await keys(second, 'n')
  await second.locator('#reason:focus').waitFor()
  await keys(second, 'Enter')
  await see(second, '请写退回的理由')
  await expectAccessible(second)
  await press(second, '先不退回')
  await second.getByRole('button', { name: '退回这一笔' }).and(second.locator(':focus')).waitFor()
  await keys(second, 'Enter', '错', 'Enter')
  await see(second, '至少写 2 个字')
  await second.route('**/dismissal', (route) => route.abort(), { times: 1 })
  await keys(second, '笔了', 'Enter')
  await see(second, '没有收到回答')
  await second.reload()
  expect(await second.inputValue('#reason')).toBe('错笔了')
  await press(second, '再提交一次')
  await see(second, '冲正 50,000.00 元已退回,没有入账。')
  await second.getByRole('heading', { name: '待复核' }).waitFor({ state: 'detached' })

  // Its maker was about to take it back: the refusal says why, and the reason stays.
  await press(first, '撤回冲正 50,000.00 元')
  await see(first, '这一笔已经有了结果')
  expect(await first.inputValue('#reason')).toBe('应该冲正第 2 笔')
  await expectAccessible(first)
})

test('a figure opens to its rows and its photos in three steps, and going back keeps the filter', async () => {
  const villager = await phone('wang-xiulan')
  const photoId = idOf(await villager.photo(pixel), 'evidenceId')
  const id = await acceptedRequest(villager, await phone('t01-jingban'), ask({ photoIds: [photoId] }))
  await (await phone('t01-fenguan')).post(`/requests/${id}/grant`, decision())

  const page = await sitDown('青山镇 财政所')
  await follow(page, '青山镇', '青山镇储备金')
  await page.getByRole('link', { name: '已批待付' }).click()
  const balance = await page.locator('.balances .chosen td').innerText()
  await expect.poll(() => page.locator('.sums').innerText()).toContain(`相抵 +${balance}`)

  await keys(page, 'j', 'Enter')
  await page.getByRole('link', { name: '看申请和照片' }).and(page.locator(':focus')).waitFor()
  await expectAccessible(page)
  await keys(page, 'Enter')
  await page.getByRole('button', { name: '申请照片 1' }).waitFor()
  await expectAccessible(page)
  await keys(page, 'p')
  await page.getByRole('dialog', { name: '申请照片 1' }).waitFor()
  await keys(page, 'Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await keys(page, 'Escape')
  await page.getByRole('link', { name: '看申请和照片' }).waitFor()
  await keys(page, 'Escape')
  await page.locator('.ledger tbody tr:focus-within').waitFor()
  expect(await page.getByRole('combobox', { name: '钱在哪里' }).inputValue()).toBe('bank.held')

  // Who only looks on is told so before any photo is asked for; the case leads back to its own rows.
  const auditor = await sitDown('审计')
  const asked: string[] = []
  auditor.on('request', (request) => { if (request.url().includes('/evidence/')) asked.push(request.url()) })
  await auditor.goto(`${server.url}/desk#/requests/${id}`)
  await see(auditor, '照片只给经办看。')
  await expectAccessible(auditor)
  expect(asked).toEqual([])
  await follow(auditor, '看账上的明细', '青山镇储备金')
  await expect.poll(() => auditor.locator('.sums').innerText()).toContain('筛出 1 笔')
})

test('an answer that never came is asked for again, and nothing is ordered twice', async () => {
  const page = await sitDown('县财政', '#/funds/F990101002/allocate')
  await fill(page, { amount: '500', bankSerial: 'BK20261122002', reason: '补足' })
  await page.route('**/allocations', async (route) => {
    await route.fetch()
    await route.fulfill({ status: 200, body: '<html>', contentType: 'text/html' })
  }, { times: 1 })
  await press(page, '提交拨入 500.00 元')
  await see(page, '没有收到回答')
  await expectAccessible(page)
  await page.reload()
  expect(await page.inputValue('#bankSerial')).toBe('BK20261122002')
  await press(page, '再提交一次')
  await see(page, '拨入已提交', '待复核 1 笔')
})

test('the server\'s complaint stands at its field and nothing typed is lost', async () => {
  const page = await sitDown('县财政', '#/funds/F990101001/allocate')
  await fill(page, { amount: '５００．５０', bankSerial: '编号', on: '2099-01-01', reason: '补足' })
  await press(page, '提交拨入 500.50 元')
  expect(await page.locator('#bankSerial-wrong').innerText()).toContain('4 到 40 位')
  expect(await page.inputValue('#reason')).toBe('补足')
  await page.fill('#bankSerial', 'BK20261122003')
  await press(page, '提交拨入')
  await page.locator('#on-wrong').waitFor()
})

test('the work list opens to its cases, and every page is open to all', async () => {
  const page = await sitDown('青山镇 出纳')
  await follow(page, '待付款', '待付款')
  await page.locator('tbody tr').first().waitFor()
  await expectAccessible(page)
  await keys(page, '?')
  await page.getByRole('dialog', { name: '快捷键' }).waitFor()
  await expectAccessible(page)
  await keys(page, 'Escape')
  await page.goto(`${server.url}/desk#/funds/F990101001/undo?entry=1`)
  await see(page, '第 1 笔')
  await expectAccessible(page)
  await press(page, '退出')
  await page.getByRole('searchbox', { name: '找人' }).waitFor()
  await expectAccessible(page)
  expect(await page.evaluate('sessionStorage.length')).toBe(0)
  await follow(page, '看现行政策', '现行政策')
  await see(page, '每次最多 3,000.00 元')
  await expectAccessible(page)
})

test('the start page leads a newcomer, and hides the phone where there is no demo', async () => {
  const page = await blankPage()
  await page.goto(`${server.url}/`)
  await page.getByRole('link', { name: '手机小程序' }).waitFor()
  expect(await page.locator('ol a').count()).toBe(4)
  await expectAccessible(page)
  await page.route('**/api/demo/people', (route) => route.fulfill({ status: 404, json: { code: 'demo_only' } }))
  await page.reload()
  await see(page, '手机小程序请在微信里打开。')
  expect(await page.getByRole('link', { name: '手机小程序' }).isVisible()).toBe(false)
  await page.goto(`${server.url}/desk`)
  await see(page, '请用手机扫码登录')
  await expectAccessible(page)
})

test('the colours that carry meaning can be read', () => {
  expect(weakPairs(readFileSync(join(root, 'console/src/theme/tokens.css'), 'utf8'))).toEqual([])
})
