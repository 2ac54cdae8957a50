import { parseAst } from 'vite'

interface Node {
  type: string
  start: number
  end: number
  computed?: boolean
  object?: Node
  property?: Node & { name?: string }
}

/**
 * Makes WXS run as JavaScript. In WXS `x.constructor` is a word ("Array"), so the property is renamed to one that
 * the host defines for every value; a required module carries no suffix in the compiled group.
 */
export function phoneWxs(code: string): string {
  const plain = code.replace(/(\brequire\(\s*["'][^"']+?)\.wxs(["']\s*\))/g, '$1$2')
  if (!plain.includes('constructor')) return plain
  const edits: Node[] = []
  walk(parseAst(plain, { sourceType: 'script' } as never) as unknown as Node, (node) => {
    const { property } = node
    if (node.type === 'MemberExpression' && !node.computed && property?.name === 'constructor') edits.push(property)
  })
  return edits.sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => `${text.slice(0, start)}__wxsType${text.slice(end)}`, plain)
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const value of Object.values(node) as unknown[]) {
    for (const child of Array.isArray(value) ? value as unknown[] : [value]) {
      if (typeof child === 'object' && child !== null && 'type' in child) walk(child as Node, visit)
    }
  }
}
