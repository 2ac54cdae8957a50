import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Frame, Locator, Page } from 'playwright-core'
import { browser } from './browser.ts'
import { watchPage, type Watch } from './watch.ts'

/** Who holds the phone, and what kind of phone it is. */
export interface PhoneSetup {
  baseUrl: string
  openid: string
  /** Another person's openid, when someone else logs in on that person's phone. */
  phone?: string
  care?: boolean
  size?: { width: number; height: number }
  /** A page to start at, for example "pages/home/home?from=x". */
  path?: string
  touch?: boolean
}

/** A file that lies nowhere. */
export interface TestFile {
  name: string
  mimeType: string
  buffer: Buffer
}

const screenshots = 'dist/screenshots'

/** A phone in a test. `page` is Playwright's own page for everything that has no word here. */
export class Phone {
  readonly page: Page
  readonly context: BrowserContext
  private readonly watch: Watch
  private readonly screen: Frame

  constructor(page: Page, watch: Watch, screen = page.mainFrame()) {
    this.page = page
    this.screen = screen
    this.context = page.context()
    this.watch = watch
  }

  /** Taps what shows these words: a button first, anything else after that. */
  async tap(text: string | RegExp): Promise<void> {
    await (await this.find(text)).click()
  }

  /** Writes into the field of this name: its label, its placeholder, or the words in front of it. */
  async fill(label: string, value: string): Promise<void> {
    await (await firstOf([
      this.visible().getByLabel(label, { exact: true }), this.visible().getByPlaceholder(label),
      this.visible().locator('wx-input input, wx-textarea textarea').and(this.visible().getByLabel(label)),
      this.visible().locator(`:has-text(${JSON.stringify(label)}) >> css=input, textarea`),
    ], `a field "${label}"`)).fill(value)
  }

  /** Taps and gives the chosen files to the chooser that opens. */
  async chooseFile(text: string | RegExp, files: string | string[] | TestFile): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.tap(text)
    await (await chooser).setFiles(files)
  }

  /** Waits until the words are on the visible page or in a dialog above it. */
  async see(text: string | RegExp): Promise<void> {
    await (await this.find(text)).waitFor({ state: 'visible' })
  }

  /** Pictures go to dist/screenshots, which is not kept in git. */
  async screenshot(name: string): Promise<string> {
    mkdirSync(screenshots, { recursive: true })
    const path = join(screenshots, `${name}.png`)
    await this.page.screenshot({ path })
    return path
  }

  /** Turns the network off or on, as the person beside the phone would. */
  async network(state: { offline?: boolean; slow?: boolean }): Promise<void> {
    await this.screen.evaluate((wanted) => globalThis.__phone.network(wanted), state)
  }

  /** Leaves the mini-program for another app, or comes back. */
  async background(hidden: boolean): Promise<void> {
    await this.screen.evaluate((away) => globalThis.__phone.background(away), hidden)
  }

  /** Goes back as the arrow in the bar does. */
  async back(): Promise<void> {
    await this.screen.getByRole('button', { name: '返回' }).click()
  }

  /** The path of the visible page, without its query. */
  async path(): Promise<string> {
    return (await this.screen.evaluate(() => location.hash)).replace(/^#\//, '').split('?')[0]!
  }

  /** Fails on page errors, console errors, unknown wx functions, and requests to anywhere else. */
  async expectClean(): Promise<void> {
    const inside = await this.screen.evaluate(() =>
      globalThis.__mpErrors.map(({ where, message }) => `[${where}] ${message}`))
    const all = [...new Set([...inside, ...this.watch.problems()])]
    if (all.length > 0) throw new Error(`the phone is not clean:\n${all.join('\n')}`)
  }

  /** Opens a page as a link into the mini-program does; what is stored on the phone stays. */
  async go(path: string): Promise<void> {
    await this.screen.evaluate((url) => globalThis.__phone.wx.reLaunch({ url }), `/${path}`)
  }

  /** Waits until nothing is on its way and the page has stood still for a moment. */
  async settled(stillMs = 100): Promise<void> {
    const end = Date.now() + 20_000
    for (let quiet = Date.now(); Date.now() - quiet < stillMs && Date.now() < end;) {
      await new Promise((done) => setTimeout(done, 20))
      if (this.watch.underWay() > 0) quiet = Date.now()
    }
  }

  async close(): Promise<void> {
    await this.context.close()
  }

  /** The part that a person sees now: the top dialog if there is one, the page otherwise. */
  visible(): Locator {
    return this.screen.locator('dialog[open], .page-box:not([hidden])').last()
  }

  private find(text: string | RegExp): Promise<Locator> {
    const name = typeof text === 'string' ? { name: text, exact: true } : { name: text }
    const exact = typeof text === 'string' ? { exact: true } : {}
    return firstOf([
      this.visible().getByRole('button', name), this.visible().getByRole('option', name),
      this.visible().getByText(text, exact), this.screen.getByRole('button', name),
      this.visible().getByLabel(text, exact), this.visible().getByText(text), this.screen.getByText(text, exact),
    ], `"${text}"`)
  }
}

/** Starts the mini-program for one person in a fresh browser context. */
export async function openPhone(setup: PhoneSetup): Promise<Phone> {
  const { baseUrl, openid, phone, care = false, size = { width: 390, height: 844 }, path = '', touch = true } = setup
  const context = await (await browser()).newContext({ viewport: size, hasTouch: touch, isMobile: touch,
    locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const watch = watchPage(page, new URL(baseUrl).origin)
  const query = new URLSearchParams({ bare: '1', openid, ...(phone && { phone }), ...(care && { care: '1' }) })
  await page.goto(`${baseUrl}/phone?${query.toString()}${path ? `#/${path}` : ''}`)
  await page.waitForSelector('#phone[data-ready]')
  return new Phone(page, watch)
}

/** The first candidate that appears, checked in order of preference for as long as a step may take. */
async function firstOf(candidates: Locator[], what: string): Promise<Locator> {
  const end = Date.now() + 20_000
  for (;;) {
    for (const candidate of candidates) {
      const first = candidate.first()
      if (await first.isVisible().catch(() => false)) return first
    }
    if (Date.now() > end) throw new Error(`there is no ${what} to see`)
    await new Promise((done) => setTimeout(done, 60))
  }
}
