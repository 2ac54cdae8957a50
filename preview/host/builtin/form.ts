import type { Builtin } from './define.ts'
import { controlsIn, type Control } from './controls.ts'

const forms = new WeakMap<Element, { act(type: string): void }>()

/** Collects its named controls when a button with form-type is pressed. */
export const form: Builtin = {
  tag: 'form',
  properties: { reportSubmit: Boolean, reportSubmitTimeout: Number },
  holds: 'children',
  create: ({ element, emit }) => {
    forms.set(element, {
      act(type) {
        if (type === 'reset') {
          controlsIn(element).forEach((control) => control.reset())
          emit('reset', {})
        }
        if (type === 'submit') emit('submit', { value: namedValues(controlsIn(element)), target: {} })
      },
    })
    return {}
  },
}

/** The form around an element. */
export function formOf(element: Element): { act(type: string): void } | undefined {
  const around = element.closest('wx-form')
  return around ? forms.get(around) : undefined
}

function namedValues(controls: Control[]): Record<string, unknown> {
  const named = controls.filter((control) => control.name() !== '')
  return Object.fromEntries(named.map((control) => [control.name(), control.value()]))
}
