import type { Root } from 'glass-easel-miniprogram-adapter'
import type { Chrome } from './chrome.ts'
import type { PageConfig } from './bundle.ts'
import type { PhoneCode } from './code.ts'
import { guarded } from './errors.ts'
import { PullDown } from './pull.ts'

type Instance = Record<string, unknown> & { route?: string; options?: object }

/** One page: its box in the document, its component tree, and its lifecycle. */
export class PhonePage {
  readonly path: string
  readonly query: Record<string, string>
  readonly config: PageConfig
  readonly box = document.createElement('div')
  instance: Instance | undefined
  private readonly code: PhoneCode
  private readonly chrome: Chrome
  private readonly scroller = document.createElement('wx-page')
  private readonly pull: PullDown | undefined
  private root: Root | undefined
  private shown = false
  private ready = false

  constructor(code: PhoneCode, chrome: Chrome, path: string, query: Record<string, string>, config: PageConfig) {
    this.code = code
    this.chrome = chrome
    this.path = path
    this.query = query
    this.config = { ...config }
    this.box.className = 'page-box'
    this.scroller.setAttribute('is', path)
    this.scroller.tabIndex = -1
    if (config.backgroundColor) this.box.style.background = config.backgroundColor
    if (config.disableScroll) this.scroller.style.overflow = 'hidden'
    this.box.append(this.scroller)
    if (config.enablePullDownRefresh) {
      this.pull = new PullDown(this.box, this.scroller, () => void this.call('onPullDownRefresh'))
    }
  }

  /** Builds the tree, puts it into the document and tells the page its query. */
  load(): void {
    this.chrome.pages.append(this.box)
    const place = document.createElement('div')
    this.scroller.append(place)
    guarded(this.path, () => {
      this.root = this.code.associated.createRoot('page-root', this.code.space, this.path)
      this.instance = this.root.get() as unknown as Instance
      this.instance.route = this.path
      this.instance['__route__'] = this.path
      this.instance.options = this.query
      this.root.attach(this.scroller as never, place as never)
    })
    this.call('onLoad', this.query)
    this.watchScroll()
  }

  show(): void {
    if (this.shown) return
    this.shown = true
    this.call('onShow')
    this.root?.getComponent().triggerPageLifetime('show', [])
    if (this.ready) return
    this.ready = true
    requestAnimationFrame(() => this.call('onReady'))
  }

  hide(): void {
    if (!this.shown) return
    this.shown = false
    this.call('onHide')
    this.root?.getComponent().triggerPageLifetime('hide', [])
  }

  unload(): void {
    if (this.shown) this.root?.getComponent().triggerPageLifetime('hide', [])
    this.shown = false
    this.call('onUnload')
    guarded(this.path, () => this.root?.release())
    this.box.remove()
  }

  /** Calls one of the page's own functions, if it has it. */
  call(name: string, ...args: unknown[]): unknown {
    const act = this.instance?.[name]
    if (typeof act !== 'function') return undefined
    const answer = guarded(`${this.path} ${name}`,
      () => (act as (...args: unknown[]) => unknown).apply(this.instance, args))
    if (answer instanceof Promise) {
      void answer.catch((error: unknown) => guarded(`${this.path} ${name}`, () => {
        throw error
      }))
    }
    return answer
  }

  /** Changes the bar above the page. */
  setBar(bar: { title?: string; color?: string; background?: string }): void {
    if (bar.title !== undefined) this.config.navigationBarTitleText = bar.title
    if (bar.background !== undefined) this.config.navigationBarBackgroundColor = bar.background
    if (bar.color !== undefined) this.config.navigationBarTextStyle = bar.color === '#ffffff' ? 'white' : 'black'
    this.chrome.redraw(this)
  }

  /** The page is asked to load anew, or has done so. */
  refresh(on: boolean): void {
    if (on) this.pull?.start()
    else this.pull?.stop()
  }

  scrollTo(top: number, durationMs: number): void {
    this.scroller.scrollTo?.({ top, behavior: durationMs > 0 ? 'smooth' : 'auto' })
  }

  /** Where an element lies on the page, for pageScrollTo with a selector. */
  topOf(selector: string): number | undefined {
    const found = this.root?.getComponent().getShadowRoot()?.querySelector(selector)
    const element = found?.getBackendElement() as unknown as HTMLElement | null
    if (!element) return undefined
    return element.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top + this.scroller.scrollTop
  }

  private watchScroll(): void {
    let reached = false
    this.scroller.addEventListener('scroll', (event) => {
      if (event.target !== this.scroller) return
      const { scrollTop, scrollHeight, clientHeight } = this.scroller
      this.call('onPageScroll', { scrollTop })
      const near = scrollHeight - clientHeight - scrollTop <= (this.config.onReachBottomDistance ?? 50)
      if (near && !reached) this.call('onReachBottom')
      reached = near
    })
  }
}
