import type { Builtin } from './define.ts'

const rowHeight = 44

/** Wheels beside each other. Each column scrolls and snaps to a row. */
export const pickerView: Builtin = {
  tag: 'picker-view',
  properties: {
    value: { type: null, value: [] }, indicatorStyle: String, indicatorClass: String, maskStyle: String,
    maskClass: String, immediateChange: Boolean,
  },
  holds: 'children',
  create: ({ element, data, emit, set }) => {
    const columns = (): HTMLElement[] => [...element.querySelectorAll<HTMLElement>('wx-picker-view-column')]
    let timer: ReturnType<typeof setTimeout>
    element.addEventListener('scroll', () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const value = columns().map((column) => Math.round(column.scrollTop / rowHeight))
        if (JSON.stringify(value) === JSON.stringify(data['value'])) return
        set({ value })
        emit('change', { value })
      }, 80)
    }, { capture: true })
    return {
      update: () => requestAnimationFrame(() => {
        const value = Array.isArray(data['value']) ? data['value'] as number[] : []
        columns().forEach((column, index) => column.scrollTo?.({ top: (value[index] ?? 0) * rowHeight }))
      }),
      detached: () => clearTimeout(timer),
    }
  },
}

/** One wheel. */
export const pickerViewColumn: Builtin = {
  tag: 'picker-view-column', holds: 'children',
  create: ({ element }) => {
    element.tabIndex = 0
    return {}
  },
}
