import type { Builtin } from './define.ts'
import { fieldProperties, textField } from './text-field.ts'

/** Several lines of text, growing with them if asked to. */
export const textarea: Builtin = {
  tag: 'textarea',
  properties: {
    ...fieldProperties, autoHeight: Boolean, fixed: Boolean, showConfirmBar: { type: Boolean, value: true },
    disableDefaultPadding: Boolean, confirmType: { type: String, value: 'return' }, confirmHold: Boolean,
  },
  holds: 'nothing',
  create: (host) => {
    const field = document.createElement('textarea')
    const life = textField(host, field)
    let lines = 0
    const grow = (): void => {
      host.element.toggleAttribute('data-auto', host.data['autoHeight'] === true)
      if (!host.data['autoHeight']) return
      field.style.height = 'auto'
      field.style.height = `${field.scrollHeight}px`
      const lineHeight = parseFloat(getComputedStyle(field).lineHeight) || 24
      const now = Math.max(1, Math.round(field.scrollHeight / lineHeight))
      if (now !== lines) host.emit('linechange', { height: field.scrollHeight, heightRpx: 0, lineCount: (lines = now) })
    }
    field.addEventListener('input', grow)
    field.rows = 1
    return {
      attached: () => {
        life.attached?.()
        requestAnimationFrame(grow)
      },
      update: () => {
        life.update?.()
        grow()
      },
    }
  },
}
