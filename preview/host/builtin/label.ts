import type { Builtin } from './define.ts'
import { controlOf, type Control } from './controls.ts'

/** Words that belong to a control: tapping them activates it. */
export const label: Builtin = {
  tag: 'label',
  properties: { for: String },
  holds: 'children',
  create: ({ element, data }) => {
    element.addEventListener('click', (event) => {
      const hit = event.target as Element
      const wanted = String(data['for'] ?? '')
      if (!wanted && hit.closest('[data-control], wx-button, wx-navigator')) return
      target(element, wanted)?.activate()
    })
    return {}
  },
}

function target(element: Element, wanted: string): Control | undefined {
  const scope = element.closest('wx-page') ?? document
  const found = wanted ? scope.querySelector(`[id$="--${CSS.escape(wanted)}"], [id="${CSS.escape(wanted)}"]`)
    : element.querySelector('[data-control]')
  return found ? controlOf(found) : undefined
}
