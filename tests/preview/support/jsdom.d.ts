/** As much of jsdom's page as these tests touch; the DOM's own types would let server code name `document`. */
declare module 'jsdom' {
  export interface PageElement {
    textContent: string | null
    value: string
    click(): void
    getAttribute(name: string): string | null
    dispatchEvent(event: object): boolean
    querySelector(selector: string): PageElement | null
    querySelectorAll(selector: string): Iterable<PageElement> & { length: number }
  }
  export interface DOMWindow {
    document: PageElement
    location: { hash: string }
    localStorage: { setItem(key: string, value: string): void }
    Event: new (name: string, options: { bubbles: boolean }) => object
  }
  export class VirtualConsole {}
  export class JSDOM {
    constructor(html: string, options: object)
    window: DOMWindow
    getInternalVMContext(): import('node:vm').Context
  }
}
