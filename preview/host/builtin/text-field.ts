import type { Host, Life } from './define.ts'
import { registerControl } from './controls.ts'
import { phoneUnits } from '../../units.ts'

/** The properties that input and textarea share. */
export const fieldProperties = {
  value: String, placeholder: String, placeholderStyle: String, placeholderClass: String, disabled: Boolean,
  maxlength: { type: Number, value: 140 }, focus: Boolean, autoFocus: Boolean, name: String, cursorSpacing: Number,
  cursor: { type: Number, value: -1 }, selectionStart: { type: Number, value: -1 },
  selectionEnd: { type: Number, value: -1 }, adjustPosition: { type: Boolean, value: true }, holdKeyboard: Boolean,
  cursorColor: String,
}

let fieldCount = 0

/** How a text field of the browser lives inside a phone's input or textarea. */
export function textField(host: Host, field: HTMLInputElement | HTMLTextAreaElement): Life {
  const { element, data, set, emit } = host
  const initial = (): string => String(data['value'] ?? '')
  let first: string | undefined
  let focused = false
  field.id = `field-${(fieldCount += 1)}`
  field.autocomplete = 'off'
  element.append(field)

  const write = (value: string): void => {
    field.value = value
    set({ value })
  }
  field.addEventListener('input', (event) => {
    event.stopPropagation()
    if ((event as InputEvent).isComposing) return
    set({ value: field.value })
    emit('input', { value: field.value, cursor: field.selectionStart ?? field.value.length, keyCode: 0 }, {
      onReturn: (value) => {
        const wanted = typeof value === 'object' && value !== null ? (value as { value?: unknown }).value : value
        if (typeof wanted === 'string') write(wanted)
      },
    })
  })
  field.addEventListener('compositionend', () => field.dispatchEvent(new InputEvent('input')))
  field.addEventListener('focus', () => emit('focus', { value: field.value, height: 0 }))
  field.addEventListener('blur', () => emit('blur', { value: field.value, cursor: field.value.length }))
  field.addEventListener('change', (event) => {
    event.stopPropagation()
    emit('change', { value: field.value })
  })
  registerControl(element, {
    name: () => String(data['name'] ?? ''),
    value: () => field.value,
    reset: () => write(first ?? ''),
    activate: () => field.focus(),
  })

  return {
    attached: () => {
      if (data['autoFocus']) field.focus()
    },
    update: () => {
      first ??= initial()
      if (field.value !== initial()) field.value = initial()
      field.placeholder = String(data['placeholder'] ?? '')
      field.disabled = data['disabled'] === true
      const longest = Number(data['maxlength'])
      if (longest >= 0) field.maxLength = longest
      else field.removeAttribute('maxlength')
      styleFor(element, String(data['placeholderStyle'] ?? ''))
      nameField(element, field)
      const wantsFocus = data['focus'] === true
      if (wantsFocus && !focused) requestAnimationFrame(() => field.focus())
      focused = wantsFocus
    },
  }
}

/** Placeholder colours come as inline style; the browser needs them as a variable of the pseudo element. */
function styleFor(element: HTMLElement, style: string): void {
  const color = /(?:^|;)\s*color:\s*([^;]+)/.exec(phoneUnits(style))?.[1]
  if (color) element.style.setProperty('--placeholder-color', color)
}

/** A screen reader meets the field, not the box around it, so the names move inside. */
function nameField(element: HTMLElement, field: HTMLElement): void {
  for (const name of ['aria-label', 'aria-describedby', 'aria-invalid', 'aria-required']) {
    const value = element.getAttribute(name)
    if (value === null) continue
    field.setAttribute(name, value)
    element.removeAttribute(name)
  }
  element.removeAttribute('role')
  element.removeAttribute('aria-roledescription')
}
