/** Gives every value the word that WXS calls its `constructor`. The compiler writes the property under this name. */
export function teachWxsTypes(): void {
  Object.defineProperty(Object.prototype, '__wxsType', {
    configurable: true, enumerable: false,
    get(this: unknown) {
      return Object.prototype.toString.call(this).slice(8, -1)
    },
    set(this: object, value: unknown) {
      Object.defineProperty(this, '__wxsType', { value, writable: true, configurable: true, enumerable: true })
    },
  })
}

/** WXS has no literals for these two. */
export const wxsGlobals = {
  getRegExp: (source: string, flags?: string): RegExp => new RegExp(source, flags),
  getDate: (...parts: [] | [number | string]): Date => new Date(...(parts as [])),
}
