import type { Builtin } from './define.ts'
import { controlOf } from './controls.ts'

/** Words that belong to a control: tapping them activates it. */
export const label: Builtin = {
  tag: 'label',
  properties: { for: String },
  holds: 'children',
  create: ({ element, data, find }) => {
    element.addEventListener('click', (event) => {
      const hit = event.target as Element
      const wanted = String(data['for'] ?? '')
      const pressed = hit.closest('[data-control], wx-button, wx-navigator')
      if (!wanted && pressed && element.contains(pressed)) return
      const control = wanted ? find(wanted) : element.querySelector('[data-control]')
      if (control) controlOf(control)?.activate()
    })
    return {}
  },
}
