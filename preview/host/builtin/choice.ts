import type { Builtin, Host } from './define.ts'
import { registerControl } from './controls.ts'

interface Choice {
  value(): string
  checked(): boolean
  check(on: boolean): void
}

interface Group {
  members(): Choice[]
  changed(member: Choice): void
}

const groups = new WeakMap<Element, Group>()
const choices = new WeakMap<Element, Choice>()

const choiceProperties = { value: String, checked: Boolean, disabled: Boolean, color: String, name: String }

/** One of several; the group around it keeps that. */
export const radio: Builtin = { tag: 'radio', properties: choiceProperties, holds: 'children',
  create: (host) => choice(host, 'radio') }

/** A tick. */
export const checkbox: Builtin = {
  tag: 'checkbox', properties: choiceProperties, holds: 'children', create: (host) => choice(host, 'checkbox'),
}

/** Lets only one radio be on, and tells the page which. */
export const radioGroup: Builtin = {
  tag: 'radio-group', properties: { name: String }, holds: 'children',
  create: (host) => group(host, 'radio'),
}

/** Tells the page which boxes are ticked. */
export const checkboxGroup: Builtin = {
  tag: 'checkbox-group', properties: { name: String }, holds: 'children',
  create: (host) => group(host, 'checkbox'),
}

function choice({ element, data, set }: Host, role: 'radio' | 'checkbox'): { update(): void } {
  const mark = document.createElement('span')
  mark.className = 'choice-mark'
  element.prepend(mark)
  element.setAttribute('role', role)
  const self: Choice = {
    value: () => String(data['value'] ?? ''),
    checked: () => data['checked'] === true,
    check: (checked) => set({ checked }),
  }
  const activate = (): void => {
    if (data['disabled']) return
    if (role === 'radio' && self.checked()) return
    self.check(!self.checked())
    const around = element.closest(`wx-${role}-group`)
    if (around) groups.get(around)?.changed(self)
  }
  choices.set(element, self)
  element.addEventListener('click', activate)
  registerControl(element, { name: () => '', value: () => self.checked(), reset: () => self.check(false), activate })
  return {
    update: () => {
      element.setAttribute('aria-checked', String(self.checked()))
      element.setAttribute('aria-disabled', String(data['disabled'] === true))
      element.tabIndex = data['disabled'] ? -1 : 0
      nameByLabel(element)
    },
  }
}

/** A choice without words of its own is named by the label around it. */
function nameByLabel(element: HTMLElement): void {
  if (element.hasAttribute('aria-label') || element.textContent?.trim()) return
  const words = element.closest('wx-label')?.textContent?.trim()
  if (words) element.setAttribute('aria-label', words)
}

function group({ element, data, emit }: Host, role: 'radio' | 'checkbox'): object {
  if (role === 'radio') element.setAttribute('role', 'radiogroup')
  const members = (): Choice[] => [...element.querySelectorAll(`wx-${role}`)]
    .map((one) => choices.get(one)).filter((one) => one !== undefined)
  const value = (): string | string[] => {
    const on = members().filter((one) => one.checked()).map((one) => one.value())
    return role === 'radio' ? on[0] ?? '' : on
  }
  groups.set(element, {
    members,
    changed(member) {
      if (role === 'radio') members().filter((one) => one !== member).forEach((one) => one.check(false))
      emit('change', { value: value() })
    },
  })
  registerControl(element, {
    name: () => String(data['name'] ?? ''), value, reset: () => members().forEach((one) => one.check(false)),
    activate: () => undefined,
  })
  return {}
}
