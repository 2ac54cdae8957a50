import type { Builtin, Host } from './define.ts'

/** A part of the page that scrolls by itself. */
export const scrollView: Builtin = {
  tag: 'scroll-view',
  properties: {
    scrollX: Boolean, scrollY: Boolean, upperThreshold: { type: null, value: 50 },
    lowerThreshold: { type: null, value: 50 },
    scrollTop: { type: null }, scrollLeft: { type: null }, scrollIntoView: String, scrollWithAnimation: Boolean,
    enableBackToTop: Boolean, enableFlex: Boolean, scrollAnchoring: Boolean, refresherEnabled: Boolean,
    refresherThreshold: Number, refresherDefaultStyle: String, refresherBackground: String, refresherTriggered: Boolean,
    enhanced: Boolean, bounces: { type: null }, showScrollbar: { type: null }, pagingEnabled: Boolean, type: String,
    fastDeceleration: Boolean, enablePassive: { type: null }, usingSticky: Boolean,
  },
  holds: 'children',
  create: (host) => {
    const { element, data } = host
    watchScroll(host)
    const shown = { top: undefined as unknown, left: undefined as unknown, into: '' }
    const behavior = (): ScrollBehavior => (data['scrollWithAnimation'] ? 'smooth' : 'auto')
    return {
      update: () => {
        element.toggleAttribute('data-x', data['scrollX'] === true)
        element.toggleAttribute('data-y', data['scrollY'] === true)
        element.toggleAttribute('data-flex', data['enableFlex'] === true)
        element.tabIndex = data['scrollX'] || data['scrollY'] ? 0 : -1
        if (data['scrollTop'] !== shown.top) {
          shown.top = data['scrollTop']
          element.scrollTo?.({ top: Number(shown.top) || 0, behavior: behavior() })
        }
        if (data['scrollLeft'] !== shown.left) {
          shown.left = data['scrollLeft']
          element.scrollTo?.({ left: Number(shown.left) || 0, behavior: behavior() })
        }
        const into = String(data['scrollIntoView'] ?? '')
        if (into === shown.into) return
        shown.into = into
        requestAnimationFrame(() => into && host.find(into)?.scrollIntoView({ behavior: behavior(), block: 'start' }))
      },
    }
  },
}

function watchScroll({ element, data, emit }: Host): void {
  let last = { top: 0, left: 0, lower: false, upper: true }
  element.addEventListener('scroll', () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = element
    emit('scroll', {
      scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX: last.left - scrollLeft, deltaY: last.top - scrollTop,
    })
    const upright = data['scrollY'] === true
    const before = upright ? scrollTop : scrollLeft
    const after = upright ? scrollHeight - clientHeight - scrollTop : scrollWidth - clientWidth - scrollLeft
    const lower = after <= Number(data['lowerThreshold'])
    const upper = before <= Number(data['upperThreshold'])
    if (lower && !last.lower) emit('scrolltolower', { direction: upright ? 'bottom' : 'right' })
    if (upper && !last.upper) emit('scrolltoupper', { direction: upright ? 'top' : 'left' })
    last = { top: scrollTop, left: scrollLeft, lower, upper }
  })
}
