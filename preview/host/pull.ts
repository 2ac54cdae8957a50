const distance = 60

/** Pulling a page down at its top: the three dots, and the call to the page. */
export class PullDown {
  private readonly dots = document.createElement('div')
  private readonly refresh: () => void

  constructor(box: HTMLElement, scroller: HTMLElement, refresh: () => void) {
    this.refresh = refresh
    this.dots.className = 'pull'
    this.dots.hidden = true
    this.dots.setAttribute('role', 'status')
    this.dots.setAttribute('aria-label', '正在刷新')
    this.dots.append(...[0, 1, 2].map(() => document.createElement('i')))
    box.prepend(this.dots)
    this.listen(scroller)
  }

  /** Shows the dots and asks the page to load anew. */
  start(): void {
    if (!this.dots.hidden) return
    this.dots.hidden = false
    this.refresh()
  }

  /** The page has loaded. */
  stop(): void {
    this.dots.hidden = true
  }

  private listen(scroller: HTMLElement): void {
    let from: number | undefined
    const begin = (y: number): void => {
      from = scroller.scrollTop <= 0 ? y : undefined
    }
    const end = (y: number): void => {
      if (from !== undefined && y - from > distance && scroller.scrollTop <= 0) this.start()
      from = undefined
    }
    scroller.addEventListener('touchstart', (event) => begin(event.touches[0]?.clientY ?? 0), { passive: true })
    scroller.addEventListener('touchend', (event) => end(event.changedTouches[0]?.clientY ?? 0))
    scroller.addEventListener('pointerdown', (event) => event.pointerType === 'mouse' && begin(event.clientY))
    scroller.addEventListener('pointerup', (event) => event.pointerType === 'mouse' && end(event.clientY))
  }
}
