import type { GeneralComponent, template } from 'glass-easel'
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'

/** What the host tells a built-in component about its place, and does for it. */
export interface Host {
  element: HTMLElement
  data: Readonly<Record<string, unknown>>
  set(patch: Record<string, unknown>): void
  emit(name: string, detail: unknown, options?: { bubbles?: boolean; onReturn?: (value: unknown) => void }): void
  toggleClass(names: unknown, on: boolean): void
  /** The element with this id in the same page or component: ids are local to it. */
  find(id: string): HTMLElement | undefined
}

/** The life of one built-in component on the page. */
export interface Life {
  update?(): void
  attached?(): void
  detached?(): void
}

/** A built-in component: its tag, its properties, whether it holds children, and how it lives. */
export interface Builtin {
  tag: string
  properties?: Record<string, unknown>
  holds: 'children' | 'nothing'
  create?(host: Host): Life
}

const ariaNames = [
  'Role', 'Label', 'Hidden', 'Disabled', 'Checked', 'Selected', 'Expanded', 'Pressed', 'Live', 'Atomic', 'Busy',
  'Haspopup', 'Modal', 'Multiline', 'Level', 'Valuenow', 'Valuemin', 'Valuemax', 'Valuetext', 'Labelledby',
  'Describedby', 'Controls', 'Owns', 'Roledescription', 'Invalid', 'Required', 'Posinset', 'Setsize', 'Orientation',
]

const commonProperties: Record<string, unknown> = {
  hidden: Boolean,
  animation: { type: null },
  ...Object.fromEntries(ariaNames.map((name) => [`aria${name}`, { type: null }])),
}

/** What a screen reader can press, a keyboard can press too. */
const pressableRoles = new Set(['button', 'link', 'checkbox', 'radio', 'tab', 'switch', 'option', 'menuitem'])

const nothing: template.ComponentTemplate = { content: () => () => ({ C: () => undefined, B: {} }) } as never

/** Registers a built-in component for every template of the mini-program. */
export function defineBuiltin(space: CodeSpace, builtin: Builtin): void {
  const lives = new WeakMap<GeneralComponent, Life>()
  const components = space.getComponentSpace()
  const update = (component: GeneralComponent): void => {
    const element = component.$$ as unknown as HTMLElement | null
    if (!element) return
    writeCommon(element, component.data as Record<string, unknown>)
    lives.get(component)?.update?.()
  }
  const definition = components.defineComponent({
    is: `wx://${builtin.tag}`,
    properties: { ...commonProperties, ...builtin.properties },
    ...(builtin.holds === 'nothing' && { template: nothing }),
    observers: {
      '**'(this: GeneralComponent) {
        if (lives.has(this)) update(this)
      },
    },
    lifetimes: {
      created(this: GeneralComponent) {
        lives.set(this, builtin.create?.(hostOf(this)) ?? {})
      },
      attached(this: GeneralComponent) {
        update(this)
        lives.get(this)?.attached?.()
      },
      detached(this: GeneralComponent) {
        lives.get(this)?.detached?.()
      },
    },
  } as never)
  components.setGlobalUsingComponent(builtin.tag, definition as never)
}

function hostOf(component: GeneralComponent): Host {
  return {
    element: component.$$ as unknown as HTMLElement,
    get data() {
      return component.data as Record<string, unknown>
    },
    set: (patch) => component.setData(patch as never),
    emit: (name, detail, { bubbles = false, onReturn } = {}) => {
      component.triggerEvent(name, detail, { bubbles, composed: false, ...(onReturn && {
        handleListenerReturn: (value: unknown) => void onReturn(value),
      }) })
    },
    toggleClass: (names, on) => {
      const wanted = typeof names === 'string' && names !== 'none' ? names.split(/\s+/).filter(Boolean) : []
      wanted.forEach((name) => component.classList?.toggle(name, on))
    },
    find: (id) => {
      const found = component.ownerShadowRoot?.getElementById(id)
      return (found?.getBackendElement() as unknown as HTMLElement | null) ?? undefined
    },
  }
}

/** `hidden` and the aria properties mean the same on every built-in component. */
function writeCommon(element: HTMLElement, data: Record<string, unknown>): void {
  element.toggleAttribute('hidden', data['hidden'] === true)
  for (const name of ariaNames) {
    const value = data[`aria${name}`]
    const attribute = name === 'Role' ? 'role' : `aria-${name.toLowerCase()}`
    if (value === undefined || value === null) continue
    if (value === '' && name !== 'Hidden') element.removeAttribute(attribute)
    else element.setAttribute(attribute, value === '' ? 'true' : String(value))
  }
  if (pressableRoles.has(String(data['ariaRole'] ?? '')) && !element.hasAttribute('tabindex')) element.tabIndex = 0
}
