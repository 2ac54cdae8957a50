import type { Builtin } from './define.ts'
import { registerControl } from './controls.ts'

/** A number between two ends. */
export const slider: Builtin = {
  tag: 'slider',
  properties: {
    min: Number, max: { type: Number, value: 100 }, step: { type: Number, value: 1 }, value: Number, disabled: Boolean,
    showValue: Boolean, name: String, activeColor: String, backgroundColor: String, blockSize: Number,
    blockColor: String,
  },
  holds: 'nothing',
  create: ({ element, data, set, emit }) => {
    const field = document.createElement('input')
    const shown = document.createElement('output')
    field.type = 'range'
    element.append(field, shown)
    const tell = (name: string) => (event: Event): void => {
      event.stopPropagation()
      set({ value: Number(field.value) })
      emit(name, { value: Number(field.value) })
    }
    field.addEventListener('input', tell('changing'))
    field.addEventListener('change', tell('change'))
    registerControl(element, {
      name: () => String(data['name'] ?? ''), value: () => Number(field.value),
      reset: () => set({ value: data['min'] }),
      activate: () => field.focus(),
    })
    return {
      update: () => {
        for (const name of ['min', 'max', 'step'] as const) field[name] = String(data[name])
        field.value = String(data['value'])
        field.disabled = data['disabled'] === true
        field.setAttribute('aria-label', String(data['ariaLabel'] ?? ''))
        shown.textContent = data['showValue'] ? String(data['value']) : ''
      },
    }
  },
}

/** How far something is. */
export const progress: Builtin = {
  tag: 'progress',
  properties: {
    percent: Number, showInfo: Boolean, strokeWidth: { type: null, value: 6 }, activeColor: String, color: String,
    backgroundColor: String, active: Boolean, borderRadius: { type: null }, fontSize: { type: null }, duration: Number,
    activeMode: String,
  },
  holds: 'nothing',
  create: ({ element, data }) => {
    const bar = document.createElement('span')
    const words = document.createElement('span')
    bar.className = 'progress-bar'
    element.append(bar, words)
    return {
      update: () => {
        const percent = Math.min(100, Math.max(0, Number(data['percent'])))
        element.setAttribute('role', 'progressbar')
        element.setAttribute('aria-valuenow', String(percent))
        if (!element.hasAttribute('aria-label')) element.setAttribute('aria-label', '进度')
        bar.style.setProperty('--part', `${percent}%`)
        bar.style.height = `${Number(data['strokeWidth'])}px`
        if (data['activeColor']) bar.style.setProperty('--active', String(data['activeColor']))
        words.textContent = data['showInfo'] ? `${percent}%` : ''
      },
    }
  },
}
