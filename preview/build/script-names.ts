import { parseAst } from 'vite'

interface Node {
  type: string
  computed?: boolean
  name?: string
  value?: unknown
  key?: Node
  object?: Node
  property?: Node
}

/** The functions that a template's attributes call. A computed or WXS handler cannot be checked here. */
export function handlerNames(attributes: Record<string, string>): string[] {
  return Object.entries(attributes)
    .filter(([name]) => /^(capture-)?(mut-)?(bind|catch)(:|[a-z])/.test(name))
    .map(([, handler]) => handler).filter((handler) => handler !== '' && !handler.includes('{{'))
}

/** Every name that a script gives to a property: a handler has to be among them. */
export function scriptNames(code: string): Set<string> {
  const names = new Set<string>()
  visit(code, ({ type, key, computed }) => {
    const named = type === 'Property' || type === 'MethodDefinition'
    if (named && key && !computed) names.add(key.name ?? String(key.value))
  })
  return names
}

/** The wx functions that a script names. */
export function wxNames(code: string): string[] {
  const names = new Set<string>()
  visit(code, ({ type, object, property, computed }) => {
    if (type === 'MemberExpression' && !computed && object?.name === 'wx' && property?.name) names.add(property.name)
  })
  return [...names]
}

function visit(code: string, see: (node: Node) => void): void {
  const walk = (node: object): void => {
    if ('type' in node) see(node as Node)
    for (const value of Object.values(node) as unknown[]) {
      for (const child of Array.isArray(value) ? value as unknown[] : [value]) {
        if (typeof child === 'object' && child !== null) walk(child)
      }
    }
  }
  walk(parseAst(code, { sourceType: 'script' } as never) as unknown as object)
}
