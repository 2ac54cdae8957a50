import { CurrentWindowBackendContext, Event as TreeEvent, type Element, type EventOptions } from 'glass-easel'
import { browserTag } from '../tags.ts'
import { phoneUnits } from '../units.ts'

/** Draws glass-easel's tree in the browser's document, and lets only the phone's own events in. */
export class PhoneBackend extends CurrentWindowBackendContext {
  override document = {
    createElement: (tag: string) => createPhoneElement(tag),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as CurrentWindowBackendContext['document']

  private sheets = new Map<string, string>()
  private shown = new Map<string, number>()

  /** Gestures say themselves which events there are; DOM events must not leak in under the same names. */
  override setListenerStats(): void {}

  override registerStyleSheetContent(path: string, content: unknown): void {
    this.sheets.set(path, String(content))
  }

  /** A sheet is put in once, however many pages use it. */
  override appendStyleSheetPath(path: string): number {
    const known = this.shown.get(path)
    if (known !== undefined) return known
    const style = document.createElement('style')
    style.dataset['path'] = path
    style.textContent = this.sheets.get(path) ?? ''
    document.head.append(style)
    this.shown.set(path, this.shown.size)
    return this.shown.size - 1
  }

  override disableStyleSheet(): void {}

  /**
   * Sends an event through the component tree, starting at the nearest element that belongs to it.
   * True when a listener caught it for good (catch:touchmove), so that the browser must not act on it.
   */
  dispatch(from: EventTarget | null, type: string, detail: unknown, options: EventOptions): boolean {
    const target = nearest(from)
    if (!target) return false
    const event = new TreeEvent(type, detail, { bubbles: true, composed: true, capturePhase: true, ...options })
    TreeEvent.dispatchEvent(target, event)
    return event.defaultPrevented()
  }
}

function createPhoneElement(tag: string): HTMLElement {
  const element = document.createElement(tag.startsWith('wx-') ? tag : browserTag(tag))
  const setAttribute = element.setAttribute.bind(element)
  element.setAttribute = (name, value) => setAttribute(name, name === 'style' ? phoneUnits(value) : value)
  return element
}

function nearest(from: EventTarget | null): Element | null {
  for (let node = from as (Node & { __wxElement?: Element }) | null; node; node = node.parentNode) {
    if (node.__wxElement) return node.__wxElement
  }
  return null
}
