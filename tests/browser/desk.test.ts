import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildDesk } from '../../preview/build/desk.ts'
import type { Running } from '../../worker/host/serve.ts'
import { startServer } from '../../worker/host/serve.ts'
import { browser, closeBrowser } from './support/browser.ts'
import type { Watch } from './support/watch.ts'
import { watchPage } from './support/watch.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dataDir = mkdtempSync(join(tmpdir(), 'desk-'))
const fund = 'F990101001'
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
let server: Running
let open: { page: Page; watch: Watch }[] = []

beforeAll(async () => {
  await buildDesk(root)
  const wechat = { base: null, appId: null, secret: null }
  const config = { port: 0, host: '127.0.0.1', dataDir, demo: true, fieldKeys: null, wechat }
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
async function sitDown(post: string): Promise<Page> {
  const page = await blankPage()
  await page.goto(`${server.url}/desk`)
  await page.getByRole('searchbox', { name: '找人' }).waitFor()
  await page.keyboard.type(post)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '待办', exact: true }).waitFor()
  return page
}

async function blankPage(): Promise<Page> {
  const viewport = { width: 1366, height: 768 }
  const context = await (await browser()).newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  page.setDefaultTimeout(8000)
  open.push({ page, watch: watchPage(page, server.url) })
  return page
}

async function keys(page: Page, ...pressed: string[]): Promise<void> {
  for (const key of pressed) await page.keyboard.press(key)
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

/** What a screen reader, a keyboard or weak eyes would stumble over. */
async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const { violations, passes } = await page.evaluate<axe.AxeResults>('axe.run(document)')
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
  expect(passes.length).toBeGreaterThan(10)
}

/** Down the rows with `j`, as far as the one that says this. */
async function stepTo(page: Page, words: string): Promise<void> {
  const focused = page.locator(':focus')
  await page.getByRole('link', { name: words }).waitFor()
  for (let row = 0; row < 40; row += 1) {
    await page.keyboard.press('j')
    if ((await focused.innerText()).includes(words)) return
  }
  throw new Error(`j never came to ${words}`)
}

/** `可用合计 74,220.00 元` -> fen. */
async function spendable(page: Page): Promise<number> {
  const text = await page.locator('.figures .first .yuan').innerText()
  return Math.round(Number(text.replace(/[^\d.]/g, '')) * 100)
}

/** Another way in: what other people did before the desk opens. */
async function ask(openid: string) {
  type Answer = Record<string, string>
  const post = async (path: string, body: unknown, type = 'application/json', token = ''): Promise<Answer> => {
    const headers = { 'content-type': type, 'idempotency-key': crypto.randomUUID(), authorization: `Bearer ${token}` }
    const sent = Buffer.isBuffer(body) ? Uint8Array.from(body) : JSON.stringify(body)
    const response = await fetch(`${server.url}/api${path}`, { method: 'POST', headers, body: sent })
    const answer = await response.json() as Answer
    if (!response.ok) throw new Error(JSON.stringify(answer))
    return answer
  }
  const { token } = await post('/sessions', { code: `demo-${openid}` })
  return (path: string, body: unknown, type?: string) => post(path, body, type, token)
}

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
  await heading(first, '青山镇储备金 拨入')
  await first.locator('#amount:focus').waitFor()
  await first.keyboard.type('1万')
  await keys(first, 'Enter')
  await first.getByRole('heading', { name: '有 3 处需要修改' }).waitFor()
  await expectAccessible(first)
  expect(await first.inputValue('#amount')).toBe('1万')

  // The list of mistakes has the focus; its first line leads to the field.
  await keys(first, 'Tab', 'Enter', 'Control+a')
  await first.keyboard.type('12,345.67')
  await keys(first, 'Tab')
  await first.keyboard.type('BK20261122001')
  await keys(first, 'Tab', 'Tab')
  await first.keyboard.type('十一月补足备用金')
  await first.getByRole('button', { name: '提交拨入 12,345.67 元' }).waitFor()
  await keys(first, 'Enter')
  await first.getByText('拨入已提交,等另一个人复核。').waitFor()
  await first.getByText('您提交的,要由另一个人复核。').waitFor()
  expect(await spendable(first)).toBe(before)

  const second = await sitDown('县救助股')
  const funds: string[] = []
  second.on('request', (request) => { if (/\/api\/funds\/F/.test(request.url())) funds.push(request.url()) })
  await stepTo(second, '等您复核:青山镇')
  expect(funds).toEqual([])
  await keys(second, 'Enter')
  await heading(second, '青山镇储备金')
  await second.getByRole('link', { name: '去复核' }).first().waitFor()
  await keys(second, 'f')
  await heading(second, '复核青山镇储备金拨入')
  await second.getByText('BK20261122001').waitFor()
  await expectAccessible(second)
  await second.getByRole('button', { name: '确认拨入 12,345.67 元' }).and(second.locator(':focus')).waitFor()
  await keys(second, 'Enter')
  await second.getByText('拨入 12,345.67 元已入账').waitFor()
  await expect.poll(() => spendable(second)).toBe(before + 1_234_567)
  const row = await second.locator('.ledger tbody tr').first().innerText()
  expect(row).toContain('+12,345.67')
  expect(row).toContain((await second.locator('.figures .first .yuan').innerText()).replace(' 元', ''))
})

test('a wrong proposal is turned down or taken back with a reason, and what was typed outlives an error', async () => {
  const first = await sitDown('县财政')
  await first.goto(`${server.url}/desk#/funds/F990101003/undo?entry=1`)
  await first.fill('#reason', '拨入金额记错')
  await first.getByText('BK990101003A').waitFor()
  await first.getByRole('button', { name: '提交冲正' }).click()
  await first.getByText('冲正已提交,等另一个人复核。').waitFor()
  await first.getByRole('link', { name: '看这一笔,或撤回' }).click()
  await heading(first, '待复核:东川乡储备金冲正')
  await first.getByRole('button', { name: '撤回这一笔' }).click()
  await first.fill('#reason', '应该冲正第 2 笔')

  const second = await sitDown('县救助股')
  await second.getByRole('link', { name: '等您复核:东川乡' }).click()
  await second.getByText('冲掉第 1 笔').waitFor()
  await second.getByRole('link', { name: '去复核' }).click()
  await heading(second, '复核东川乡储备金冲正')
  await second.getByText('银行流水号 BK990101003A').waitFor()
  await expectAccessible(second)
  await second.getByRole('link', { name: '第 1 笔' }).first().click()
  await heading(second, '东川乡储备金 第 1 笔')
  await keys(second, 'Escape')
  await heading(second, '复核东川乡储备金冲正')

  // The second action is quiet: `n` opens it, an empty reason is asked for at its field, going back keeps nothing.
  await second.getByRole('button', { name: '确认冲正' }).waitFor()
  await keys(second, 'n')
  await second.locator('#reason:focus').waitFor()
  await keys(second, 'Enter')
  await second.getByText('请写退回的理由').waitFor()
  await expectAccessible(second)
  await second.getByRole('button', { name: '先不退回' }).click()
  await second.getByRole('button', { name: '退回这一笔' }).and(second.locator(':focus')).waitFor()
  await keys(second, 'Enter')
  await second.keyboard.type('错')
  await keys(second, 'Enter')
  await second.getByText('至少写 2 个字').waitFor()
  await second.keyboard.type('笔了')
  await second.route('**/dismissal', (route) => route.abort(), { times: 1 })
  await keys(second, 'Enter')
  await second.getByText('没有收到回答').waitFor()
  await second.reload()
  await second.getByRole('button', { name: '再提交一次' }).waitFor()
  expect(await second.inputValue('#reason')).toBe('错笔了')
  await second.getByRole('button', { name: '再提交一次' }).click()
  await second.getByText('冲正 50,000.00 元已退回,没有入账。').waitFor()
  await second.getByRole('heading', { name: '待复核' }).waitFor({ state: 'detached' })

  // Its maker was about to take it back: the refusal says why, and the reason stays.
  await first.getByRole('button', { name: '撤回冲正 50,000.00 元' }).click()
  await first.getByText('这一笔已经复核过了').waitFor()
  expect(await first.inputValue('#reason')).toBe('应该冲正第 2 笔')
  await expectAccessible(first)
  await first.reload()
  await first.getByText('这一笔已经有了结果').waitFor()
})

test('a figure opens to its rows and its photos in three steps, and going back keeps the filter', async () => {
  const villager = await ask('wang-xiulan')
  const { evidenceId } = await villager('/evidence', photo, 'image/png')
  const { id } = await villager('/requests', {
    causeCode: 'INJURY', story: '在工地摔断了胳膊', townshipCode: '990101001', phone: '13900000001', askedFen: 50_000,
    commitmentVersion: '2026-07', photoIds: [evidenceId],
  })
  const payee = { kind: 'card', holder: '王秀兰', bank: '示范县农村信用社', account: '6217009901000000001', relation: 'self' }
  await (await ask('t01-jingban'))(`/requests/${id}/acceptance`, { kin: 'none', payee })
  const decision = { track: 'small', amountFen: 50_000, channel: 'transfer', reason: '情况属实' }
  await (await ask('t01-fenguan'))(`/requests/${id}/grant`, decision)

  const page = await sitDown('青山镇 财政所')
  await page.getByRole('link', { name: '青山镇' }).click()
  await heading(page, '青山镇储备金')
  await page.getByRole('link', { name: '已批待付' }).click()
  await page.getByText('筛出').waitFor()
  const balance = await page.locator('.balances .chosen td').innerText()
  await expect.poll(() => page.locator('.sums').innerText()).toContain(`相抵 +${balance}`)

  await keys(page, 'j', 'Enter')
  await page.getByRole('link', { name: '看申请和照片' }).and(page.locator(':focus')).waitFor()
  await expectAccessible(page)
  await keys(page, 'Enter')
  await page.getByRole('heading', { name: '照片 1 张' }).waitFor()
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
  await auditor.getByText('照片只给经办看。').waitFor()
  await expectAccessible(auditor)
  expect(asked).toEqual([])
  await auditor.getByRole('link', { name: '看账上的明细' }).click()
  await heading(auditor, '青山镇储备金')
  await expect.poll(() => auditor.locator('.sums').innerText()).toContain('筛出 1 笔')
})

test('an answer that never came is asked for again, and nothing is ordered twice', async () => {
  const page = await sitDown('县财政')
  await page.goto(`${server.url}/desk#/funds/F990101002/allocate`)
  await page.fill('#amount', '500')
  await page.fill('#bankSerial', 'BK20261122002')
  await page.fill('#reason', '补足')
  await page.route('**/allocations', async (route) => {
    await route.fetch()
    await route.fulfill({ status: 200, body: '<html>', contentType: 'text/html' })
  }, { times: 1 })
  await page.getByRole('button', { name: '提交拨入 500.00 元' }).click()
  await page.getByText('没有收到回答').waitFor()
  await expectAccessible(page)
  await page.reload()
  expect(await page.inputValue('#bankSerial')).toBe('BK20261122002')
  await page.getByRole('button', { name: '再提交一次' }).click()
  await page.getByText('拨入已提交').waitFor()
  await page.getByRole('heading', { name: '待复核 1 笔' }).waitFor()
})

test('the server\'s complaint stands at its field and nothing typed is lost', async () => {
  const page = await sitDown('县财政')
  await page.goto(`${server.url}/desk#/funds/${fund}/allocate`)
  await page.fill('#amount', '５００．５０')
  await page.fill('#bankSerial', '编号')
  await page.fill('#on', '2099-01-01')
  await page.fill('#reason', '补足')
  await page.getByRole('button', { name: '提交拨入 500.50 元' }).click()
  await page.locator('#bankSerial-wrong').waitFor()
  expect(await page.locator('#bankSerial-wrong').innerText()).toContain('4 到 40 位')
  expect(await page.inputValue('#reason')).toBe('补足')
  await page.fill('#bankSerial', 'BK20261122003')
  await page.getByRole('button', { name: '提交拨入' }).click()
  await page.locator('#on-wrong').waitFor()
  forgive(page, 422)
})

test('the work list opens to its cases, and every page is open to all', async () => {
  const page = await sitDown('青山镇 出纳')
  await page.getByRole('link', { name: '待付款' }).click()
  await heading(page, '待付款')
  await page.locator('tbody tr').first().waitFor()
  await expectAccessible(page)
  await keys(page, '?')
  await page.getByRole('dialog', { name: '快捷键' }).waitFor()
  await expectAccessible(page)
  await keys(page, 'Escape')
  await page.goto(`${server.url}/desk#/funds/${fund}/undo`)
  await page.fill('#entry', '1')
  await page.getByText('第 1 笔').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: '退出' }).click()
  await page.getByRole('searchbox', { name: '找人' }).waitFor()
  await expectAccessible(page)
  expect(await page.evaluate('sessionStorage.length')).toBe(0)
  await page.getByRole('link', { name: '看现行政策' }).click()
  await heading(page, '现行政策')
  await page.getByText('每次最多 3,000.00 元').waitFor()
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
  await page.getByText('手机小程序请在微信里打开。').waitFor()
  expect(await page.getByRole('link', { name: '手机小程序' }).isVisible()).toBe(false)
  await page.goto(`${server.url}/desk`)
  await page.getByText('请用手机扫码登录').waitFor()
  await expectAccessible(page)
  forgive(page, 404)
})

test('the colours that carry meaning can be read', () => {
  const css = readFileSync(join(root, 'console/src/theme/tokens.css'), 'utf8')
  const found = [...css.matchAll(/--([\w-]+): (#[0-9A-F]{6})/g)]
  const tokens = Object.fromEntries(found.map(([, name, colour]) => [name, colour]))
  const pairs = [
    ['ink', 'paper'], ['ink', 'field'], ['ink', 'brand-soft'], ['ink-2', 'paper'], ['ink-2', 'field'],
    ['ink-2', 'brand-soft'],
    ['brand', 'paper'], ['brand', 'field'], ['brand', 'brand-soft'], ['owed', 'owed-soft'], ['late', 'late-soft'],
    ['good', 'good-soft'], ['paper', 'brand'],
  ]
  const weak = pairs.filter(([text = '', ground = '']) => contrast(tokens[text] ?? '', tokens[ground] ?? '') < 7)
  expect(weak).toEqual([])
})

/** WCAG 2.2, contrast ratio. */
function contrast(one: string, other: string): number {
  const light = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
  }
  const [low = 1, high = 1] = [light(one), light(other)].sort((left, right) => left - right)
  return high / low
}

/** Chromium writes every refused request to the console; here the refusal is what is tested. */
function forgive(page: Page, status: number): void {
  open = open.map((one) => one.page !== page ? one
    : { page, watch: { problems: () => one.watch.problems().filter((line) => !line.includes(`status of ${status}`)) } })
}
