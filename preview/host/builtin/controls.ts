/** A part of a form: what it is called, what it holds, and how it reacts to its label. */
export interface Control {
  name(): string
  value(): unknown
  reset(): void
  activate(): void
}

const controls = new WeakMap<Element, Control>()

/** Lets forms and labels find a control by its element. */
export function registerControl(element: HTMLElement, control: Control): void {
  controls.set(element, control)
  element.setAttribute('data-control', '')
}

/** The control that an element is, if it is one. */
export function controlOf(element: Element): Control | undefined {
  return controls.get(element)
}

/** All controls inside an element, in the order of the page. */
export function controlsIn(element: Element): Control[] {
  const found = [...element.querySelectorAll('[data-control]')].map((one) => controls.get(one))
  return found.filter((one) => one !== undefined)
}
