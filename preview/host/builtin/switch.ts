import type { Builtin } from './define.ts'
import { registerControl } from './controls.ts'

/** On or off. */
export const switchControl: Builtin = {
  tag: 'switch',
  properties: {
    checked: Boolean, disabled: Boolean, type: { type: String, value: 'switch' }, color: String, name: String,
  },
  holds: 'nothing',
  create: ({ element, data, set, emit }) => {
    const activate = (): void => {
      if (data['disabled']) return
      set({ checked: data['checked'] !== true })
      emit('change', { value: data['checked'] })
    }
    element.addEventListener('click', activate)
    registerControl(element, {
      name: () => String(data['name'] ?? ''), value: () => data['checked'] === true,
      reset: () => set({ checked: false }), activate,
    })
    return {
      update: () => {
        element.setAttribute('role', 'switch')
        element.setAttribute('aria-checked', String(data['checked'] === true))
        element.setAttribute('aria-disabled', String(data['disabled'] === true))
        element.tabIndex = data['disabled'] ? -1 : 0
        if (data['color']) element.style.setProperty('--switch-color', String(data['color']))
      },
    }
  },
}
