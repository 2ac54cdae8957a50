import type { AppConfig } from './bundle.ts'
import { fileAddress } from './files.ts'
import type { PhonePage } from './page.ts'
import { quietly, router } from './router.ts'

interface Situation {
  page: PhonePage
  canGoBack: boolean
  tab: string | undefined
}

/** The parts of the phone around a page: status bar, navigation bar with its capsule, tab bar. */
export class Chrome {
  readonly pages = made('main', 'pages')
  private readonly status = made('div', 'status-bar')
  private readonly bar = made('header', 'nav-bar')
  private readonly back = button('nav-back', '返回')
  private readonly title = made('h1', 'nav-title')
  private readonly tabBar = made('nav', 'tab-bar')
  private readonly tabs = new Map<string, HTMLButtonElement>()
  private readonly app: AppConfig
  private situation: Situation | undefined

  constructor(root: HTMLElement, app: AppConfig, framed: boolean) {
    this.app = app
    root.toggleAttribute('data-framed', framed)
    if (framed) root.append(this.status)
    this.status.setAttribute('aria-hidden', 'true')
    if (framed) showClock(this.status)
    this.back.addEventListener('click', () => quietly(router().navigateBack(), 'back'))
    this.bar.append(this.back, this.title, capsule())
    this.tabBar.setAttribute('aria-label', '标签栏')
    this.app.tabBar?.list.forEach(({ pagePath, text, iconPath }, index) => {
      const tab = button('tab', '')
      if (iconPath) tab.append(Object.assign(document.createElement('img'), { src: fileAddress(iconPath), alt: '' }))
      tab.append(Object.assign(document.createElement('span'), { textContent: text }))
      tab.addEventListener('click', () => quietly(router().switchTab(`/${pagePath}`), 'tab'))
      this.tabs.set(pagePath, tab)
      tab.dataset['index'] = String(index)
      this.tabBar.append(tab)
    })
    root.append(this.bar, this.pages, this.tabBar)
  }

  /** Shows what belongs to the page that is now visible. */
  draw(situation: Situation): void {
    this.situation = situation
    const { page: { config }, canGoBack, tab } = situation
    const custom = config.navigationStyle === 'custom'
    const light = config.navigationBarTextStyle !== 'black'
    this.bar.toggleAttribute('data-custom', custom)
    this.bar.toggleAttribute('data-light', light && !custom)
    this.bar.style.background = custom ? 'transparent' : config.navigationBarBackgroundColor ?? '#000000'
    this.bar.style.color = light ? '#ffffff' : '#000000'
    this.status.style.background = custom ? '#000000' : this.bar.style.background
    this.status.style.color = light || custom ? '#ffffff' : '#000000'
    this.title.textContent = custom ? '' : config.navigationBarTitleText ?? ''
    this.title.hidden = custom || this.title.textContent === ''
    document.title = config.navigationBarTitleText || '先救'
    this.back.hidden = custom || !canGoBack
    this.drawTabs(tab)
    document.documentElement.style.setProperty('--nav', custom ? '0px' : '44px')
    document.documentElement.style.setProperty('--tabs', tab ? 'calc(50px + var(--safe-bottom))' : '0px')
  }

  /** Draws the bar again if the page is the visible one. */
  redraw(page: PhonePage): void {
    if (this.situation?.page === page) this.draw(this.situation)
  }

  /** A number or a word on a tab; an empty text takes it away. */
  badge(index: number, text: string): void {
    const tab = [...this.tabs.values()][index]
    tab?.querySelector('.badge')?.remove()
    if (tab && text) tab.append(Object.assign(made('span', 'badge'), { textContent: text }))
  }

  private drawTabs(active: string | undefined): void {
    const { tabBar = { list: [] } } = this.app
    const { color = '#44514f', selectedColor = '#084f4b', backgroundColor = '#ffffff', list } = tabBar
    this.tabBar.hidden = active === undefined
    this.tabBar.style.background = backgroundColor
    for (const { pagePath, iconPath, selectedIconPath } of list) {
      const tab = this.tabs.get(pagePath)!
      const on = pagePath === active
      tab.style.color = on ? selectedColor : color
      if (on) tab.setAttribute('aria-current', 'page')
      else tab.removeAttribute('aria-current')
      const icon = tab.querySelector('img')
      if (icon && iconPath) icon.src = fileAddress(on ? selectedIconPath ?? iconPath : iconPath)
    }
  }
}

function showClock(bar: HTMLElement): void {
  const clock = (): void => {
    bar.textContent = new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })
  }
  clock()
  setInterval(clock, 10_000)
}

/** WeChat's own two buttons at the right; here they are only drawn. */
function capsule(): HTMLElement {
  const box = made('div', 'capsule')
  box.setAttribute('aria-hidden', 'true')
  box.append(made('span', 'capsule-more'), made('span', 'capsule-close'))
  return box
}

function button(name: string, label: string): HTMLButtonElement {
  const one = document.createElement('button')
  one.type = 'button'
  one.className = name
  if (label) one.setAttribute('aria-label', label)
  return one
}

function made(tag: string, name: string): HTMLElement {
  const one = document.createElement(tag)
  one.className = name
  return one
}
