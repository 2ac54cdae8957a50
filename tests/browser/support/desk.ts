import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { buildDesk } from '../../../preview/build/desk.ts'
import { startServer, type Running } from '../../../worker/host/serve.ts'
import { Phone } from '../../support/phone.ts'
import { nobodyIsAsked } from '../../support/second.ts'
import { browser, closeBrowser } from './browser.ts'
import { watchPage, type Watch } from './watch.ts'

const root = process.cwd()
let dataDir = ''
let open: { page: Page; watch: Watch }[] = []

/** The seeded county with its desk. Read it after `openDesk`. */
export let server: Running

/** Builds the desk, founds a demo county and serves it; every page that is opened must end without a complaint. */
export function openDesk(): void {
  beforeAll(async () => {
    await buildDesk(root)
    dataDir = mkdtempSync(join(tmpdir(), 'desk-'))
    const wechat = { base: null, appId: null, secret: null }
    const config = { port: 0, host: '127.0.0.1', dataDir, demo: true, fieldKeys: null, tickSeconds: 0, wechat }
    server = await startServer(config, { log: () => {} })
    await nobodyIsAsked(server.services)
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
}

/** A desk of its own: another person never shares the first one's browser. */
export async function sitDown(post: string, address = '#/'): Promise<Page> {
  const page = await blankPage()
  await page.goto(`${server.url}/desk`)
  await page.getByRole('searchbox', { name: '找人' }).waitFor()
  await keys(page, post, 'Enter')
  await page.getByRole('heading', { name: '待办', exact: true }).waitFor()
  if (address !== '#/') await page.goto(`${server.url}/desk${address}`)
  return page
}

export async function blankPage(): Promise<Page> {
  const viewport = { width: 1366, height: 768 }
  const page = await (await browser()).newPage({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  page.setDefaultTimeout(20_000)
  open.push({ page, watch: watchPage(page, server.url) })
  return page
}

/** Keys by their names, one after the other; anything else is typed. */
export async function keys(page: Page, ...pressed: string[]): Promise<void> {
  for (const key of pressed) {
    await (/^([a-z?]|Enter|Tab|Escape|Control\+a)$/.test(key) ? page.keyboard.press(key) : page.keyboard.type(key))
  }
}

/** These words come to stand on the page, one after the other. */
export async function see(page: Page, ...words: string[]): Promise<void> {
  for (const text of words) await page.getByText(text).waitFor()
}

export async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(fields)) await page.fill(`#${name}`, text)
}

export const press = (page: Page, name: string) => page.getByRole('button', { name }).click()
export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

/** Through a link, to the page with this heading. */
export async function follow(page: Page, name: string, to: string): Promise<void> {
  await page.getByRole('link', { name }).first().click()
  await heading(page, to)
}

/** What a screen reader, a keyboard or weak eyes would stumble over. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const { violations, passes } = await page.evaluate<axe.AxeResults>('axe.run(document)')
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
  expect(passes.length).toBeGreaterThan(10)
}

/** Down the rows with `j`, as far as the one that says this. */
export async function stepTo(page: Page, words: string): Promise<void> {
  const row = page.getByRole('link', { name: words })
  await row.waitFor()
  const reached = row.and(page.locator(':focus'))
  for (let steps = 0; steps < 40 && await reached.count() === 0; steps += 1) await keys(page, 'j')
  expect(await reached.count()).toBe(1)
}

/** `可用合计 74,220.00 元` -> fen. */
export const spendable = async (page: Page): Promise<number> =>
  Math.round(Number((await page.locator('.figures .first .yuan').innerText()).replace(/[^\d.]/g, '')) * 100)

/** Another way in: what other people did before the desk opens. */
export const phone = (openid: string) => Phone.signIn((request) =>
  fetch(new Request(request.url.replace('http://county.test', server.url), request)), openid)
