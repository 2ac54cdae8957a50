import type { Builtin } from './define.ts'

/** Pages beside each other, snapped while scrolling. */
export const swiper: Builtin = {
  tag: 'swiper',
  properties: {
    current: Number, indicatorDots: Boolean, indicatorColor: String, indicatorActiveColor: String, autoplay: Boolean,
    interval: { type: Number, value: 5000 }, duration: { type: Number, value: 500 }, circular: Boolean,
    vertical: Boolean,
    previousMargin: String, nextMargin: String, displayMultipleItems: Number, snapToEdge: Boolean,
    easingFunction: String, layoutType: String,
  },
  holds: 'children',
  create: ({ element, data, set, emit }) => {
    let shown = 0
    let timer: ReturnType<typeof setTimeout>
    const at = (): number => Math.round(data['vertical'] ? element.scrollTop / (element.clientHeight || 1)
      : element.scrollLeft / (element.clientWidth || 1))
    const settle = (): void => {
      const current = at()
      if (current === shown) return
      shown = current
      set({ current })
      emit('change', { current, currentItemId: '', source: 'touch' })
      emit('animationfinish', { current, currentItemId: '', source: 'touch' })
    }
    element.tabIndex = 0
    element.addEventListener('scroll', () => {
      clearTimeout(timer)
      timer = setTimeout(settle, 80)
    })
    return {
      update: () => {
        element.toggleAttribute('data-vertical', data['vertical'] === true)
        const current = Number(data['current'])
        if (current === shown) return
        shown = current
        const item = element.querySelectorAll<HTMLElement>(':scope > wx-swiper-item')[current]
        if (item) element.scrollTo?.({ left: item.offsetLeft, top: item.offsetTop })
      },
      detached: () => clearTimeout(timer),
    }
  },
}

/** One page of a swiper. */
export const swiperItem: Builtin = {
  tag: 'swiper-item', properties: { itemId: String, skipHiddenItemLayout: Boolean }, holds: 'children',
}
