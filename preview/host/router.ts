import type { AppConfig, PageConfig } from './bundle.ts'
import { guarded, report } from './errors.ts'
import { PhonePage } from './page.ts'
import type { PhoneCode } from './code.ts'
import type { Chrome } from './chrome.ts'

const stackLimit = 10

let current: Router | undefined

/** The phone's one router. */
export function router(): Router {
  if (!current) throw new Error('the phone has not started')
  return current
}

/** Makes the phone's router. */
export function startRouter(app: AppConfig, code: PhoneCode, chrome: Chrome): Router {
  current = new Router(app, code, chrome)
  return current
}

/** Keeps the stack of pages as WeChat does: at most ten, tabs kept alive, the address in the hash. */
export class Router {
  private readonly app: AppConfig
  private readonly code: PhoneCode
  private readonly chrome: Chrome
  private stack: PhonePage[] = []
  private readonly tabs = new Map<string, PhonePage>()

  constructor(app: AppConfig, code: PhoneCode, chrome: Chrome) {
    this.app = app
    this.code = code
    this.chrome = chrome
  }

  /** The page objects, the visible one last. */
  pages(): unknown[] {
    return this.stack.map((page) => page.instance)
  }

  /** The visible page. */
  top(): PhonePage | undefined {
    return this.stack.at(-1)
  }

  /** The page that an element lies on. */
  pageAround(element: Element): PhonePage | undefined {
    return this.stack.find((page) => page.box.contains(element))
  }

  /** Opens the first page; a hash in the address is a deep link. */
  async start(hash: string): Promise<void> {
    const wanted = decodeURIComponent(hash.replace(/^#\/?/, ''))
    const known = this.app.allPages.includes(wanted.split('?')[0]!)
    await this.reLaunch(`/${known ? wanted : this.app.allPages[0]!}`)
  }

  async navigateTo(url: string): Promise<void> {
    const target = this.resolve(url)
    if (this.isTab(target.path)) throw new Error('can not navigateTo a tabbar page')
    if (this.stack.length >= stackLimit) throw new Error(`webview count limit exceed`)
    const before = this.top()
    const page = this.open(target.path, target.query)
    before?.hide()
    this.stack.push(page)
    this.settle()
  }

  async redirectTo(url: string): Promise<void> {
    const target = this.resolve(url)
    if (this.isTab(target.path)) throw new Error('can not redirectTo a tabbar page')
    const page = this.open(target.path, target.query)
    this.close(this.stack.pop())
    this.stack.push(page)
    this.settle()
  }

  async navigateBack(delta = 1): Promise<void> {
    if (this.stack.length <= 1) throw new Error('cannot navigate back at first page')
    const count = Math.min(delta, this.stack.length - 1)
    for (const page of this.stack.splice(-count).reverse()) this.close(page)
    this.settle()
  }

  async reLaunch(url: string): Promise<void> {
    const target = this.resolve(url)
    const old = new Set([...this.stack, ...this.tabs.values()])
    this.stack = []
    this.tabs.clear()
    for (const page of [...old].reverse()) page.unload()
    this.stack = [this.open(target.path, target.query)]
    this.settle()
  }

  async switchTab(url: string): Promise<void> {
    const { path } = this.resolve(url)
    if (!this.isTab(path)) throw new Error('can not switch to no-tabBar page')
    const page = this.tabs.get(path) ?? this.open(path, {})
    const before = this.top()
    for (const other of this.stack.splice(0)) {
      if (other !== page && !this.isTab(other.path)) this.close(other)
    }
    if (before && before !== page && this.isTab(before.path)) before.hide()
    this.stack = [page]
    this.settle()
    const index = this.app.tabBar!.list.findIndex((tab) => tab.pagePath === path)
    page.call('onTabItemTap', { index, pagePath: path, text: this.app.tabBar!.list[index]!.text })
  }

  badge(index: number, text: string): void {
    this.chrome.badge(index, text)
  }

  /** The app went to the background, or came back. */
  setVisible(visible: boolean): void {
    if (visible) this.top()?.show()
    else this.top()?.hide()
  }

  private open(path: string, query: Record<string, string>): PhonePage {
    guarded(path, () => this.code.register(path))
    const config: PageConfig = { ...this.app.window, ...this.code.configOf(path) }
    const page = new PhonePage(this.code, this.chrome, path, query, config)
    if (this.isTab(path)) this.tabs.set(path, page)
    page.load()
    return page
  }

  private close(page: PhonePage | undefined): void {
    if (!page) return
    if (this.tabs.get(page.path) === page) page.hide()
    else page.unload()
  }

  /** After every move the last page is the one that shows, and bar, tabs and hash say so. */
  private settle(): void {
    const top = this.top()
    if (!top) return
    for (const page of new Set([...this.stack, ...this.tabs.values()])) page.box.hidden = page !== top
    this.chrome.draw({ page: top, canGoBack: this.stack.length > 1, tab: this.isTab(top.path) ? top.path : undefined })
    const query = new URLSearchParams(top.query).toString()
    const hash = `#/${top.path}${query ? `?${query}` : ''}`
    history.replaceState(null, '', `${location.pathname}${location.search}${hash}`)
    if (window.parent !== window) window.parent.postMessage({ page: hash }, location.origin)
    top.show()
  }

  private resolve(url: string): { path: string; query: Record<string, string> } {
    const [written = '', search = ''] = url.split('?')
    const base = this.top()?.path.split('/').slice(0, -1) ?? []
    const parts = written.startsWith('/') ? [] : base
    for (const part of written.split('/')) {
      if (part === '..') parts.pop()
      else if (part && part !== '.') parts.push(part)
    }
    const path = parts.join('/')
    if (!this.app.allPages.includes(path)) throw new Error(`page "${path}" is not found`)
    return { path, query: readQuery(search) }
  }

  private isTab(path: string): boolean {
    return this.app.tabBar?.list.some((tab) => tab.pagePath === path) ?? false
  }
}

/** WeChat hands the query to the page as it was written; it does not decode it. */
function readQuery(search: string): Record<string, string> {
  const pairs = search.split('&').filter(Boolean).map((pair) => pair.split('=') as [string, string?])
  return Object.fromEntries(pairs.map(([name, value = '']) => [name, value]))
}

/** Reports what a move refused, for moves that no page waits for. */
export function quietly(move: Promise<void>, where: string): void {
  move.catch((error: unknown) => report(error, where))
}
