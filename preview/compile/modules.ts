/** An object literal: module path -> function of the five names that a phone gives to a module. */
export function wrapModules(scripts: Map<string, string>): string {
  const entries = [...scripts].map(([path, code]) =>
    `${JSON.stringify(path)}: function (require, module, exports, Page, Component, Behavior) {\n${code}\n}`)
  return `{\n${entries.join(',\n')}\n}`
}
