import type { Builtin } from './define.ts'

const marks: Record<string, [mark: string, color: string]> = {
  success: ['✓', '#145a30'], success_no_circle: ['✓', '#145a30'], info: ['i', '#44514f'], warn: ['!', '#8f1015'],
  waiting: ['…', '#44514f'], cancel: ['×', '#8f1015'], download: ['↓', '#084f4b'], search: ['⌕', '#44514f'],
  clear: ['×', '#44514f'],
}

/** WeChat's few stock marks. */
export const icon: Builtin = {
  tag: 'icon',
  properties: { type: String, size: { type: null, value: 23 }, color: String },
  holds: 'nothing',
  create: ({ element, data }) => ({
    update: () => {
      const [mark, color] = marks[String(data['type'])] ?? ['', '']
      element.textContent = mark
      element.style.setProperty('--size', `${parseFloat(String(data['size']))}px`)
      element.style.setProperty('--color', String(data['color'] || color))
      if (!element.hasAttribute('aria-label')) element.setAttribute('aria-hidden', 'true')
    },
  }),
}
