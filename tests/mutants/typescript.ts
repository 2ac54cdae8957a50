import { parseAst } from 'vite'
import type { Edit } from './mutant.ts'
import { edited, shown } from './mutant.ts'
import { sqlEdits } from './sql.ts'

type Node = { type: string; start: number; end: number } & Record<string, unknown>
type Kind = 'expression' | 'statement'
export type CodeEdit = Edit & { kind: Kind; of: { start: number; end: number } }

const swaps: Record<string, string> = { '===': '!==', '!==': '===', '<': '<=', '<=': '<', '>': '>=', '>=': '>', '+': '-', '-': '+', '*': '/', '/': '*', '%': '*' }
const unwalked = new Set(['ImportDeclaration', 'ExportAllDeclaration'])

/** What can be wrong in a file: conditions, operators, literals, statements, what is returned, and the SQL in its texts. */
export function codeEdits(source: string): CodeEdit[] {
  const edits: CodeEdit[] = []
  const put = (node: Node, text: string, what: string, kind: Kind = 'expression') =>
    edits.push({ start: node.start, end: node.end, text, what, kind, of: node })
  const textOf = (node: Node) => source.slice(node.start, node.end)
  walk(parseAst(source, { lang: 'ts' }) as unknown as Node, (node, parent, role) => {
    const text = textOf(node)
    if (role === 'test' && node.type !== 'LogicalExpression') put(node, `!(${text})`, `!(${shown(text)})`)
    if (node.type === 'BinaryExpression') operator(node, swaps[String(node.operator)])
    if (node.type === 'LogicalExpression') operator(node, node.operator === '&&' ? '||' : '&&')
    // a summary is read by people of the OpenAPI document: no test holds its words
    if (parent.type === 'Property' && (parent.key as Node & { name?: string }).name === 'summary') return
    if (node.type === 'Literal' && role !== 'key' && parent.type !== 'ExpressionStatement') literal(node)
    if (node.type === 'TemplateLiteral' && parent.type !== 'TaggedTemplateExpression') literal(node)
    if (node.type === 'ArrayExpression' && (node.elements as unknown[]).length > 0) put(node, '[]', `${shown(text)} -> []`)
    if (node.type === 'ArrowFunctionExpression' && (node.body as Node).type !== 'BlockStatement')
      put(node.body as Node, 'undefined', `=> ${shown(textOf(node.body as Node))} -> undefined`)
    if (node.type === 'ReturnStatement' && node.argument) put(node, 'return undefined', `${shown(text)} -> return`, 'statement')
    if (node.type === 'ExpressionStatement' || node.type === 'ThrowStatement') put(node, '', `${shown(text)} removed`, 'statement')
  })
  return edits

  function operator(node: Node, other: string | undefined) {
    const [left, right] = [node.left as Node, node.right as Node]
    if (other) put(node, `(${textOf(left)}) ${other} (${textOf(right)})`, `${String(node.operator)} -> ${other} in ${shown(textOf(node))}`)
  }
  function literal(node: Node) {
    const text = textOf(node)
    if (typeof node.value === 'number') put(node, `${node.value + 1}`, `${text} -> ${node.value + 1}`)
    if (typeof node.value === 'boolean') put(node, String(!node.value), `${text} -> ${String(!node.value)}`)
    const worded = node.type === 'TemplateLiteral' ? text.length > 2 : typeof node.value === 'string' && node.value !== ''
    if (!worded) return
    put(node, "''", `${shown(text)} -> ''`)
    if (/^[`'"]\s*(SELECT|INSERT|UPDATE|EXISTS|DELETE)\b/.test(text)) {
      for (const edit of sqlEdits(text.slice(1, -1))) put(node, `${text[0]}${edited(text.slice(1, -1), edit)}${text[0]}`, `SQL ${edit.what}`)
    }
  }
}

function walk(node: Node, visit: (node: Node, parent: Node, role: string) => void, parent = node, role = ''): void {
  const typed = ['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression'].includes(node.type)
  if (unwalked.has(node.type) || (node.type.startsWith('TS') && !typed)) return
  visit(node, parent, role)
  for (const [key, child] of Object.entries(node)) {
    if (node.type === 'TemplateElement' || (node.type === 'Literal' && key === 'value')) continue
    const children = Array.isArray(child) ? child : [child]
    for (const one of children) if (isNode(one)) walk(one, visit, node, key)
  }
}

function isNode(child: unknown): child is Node {
  return typeof child === 'object' && child !== null && typeof (child as Node).type === 'string'
}

/** The file with all of its mutants in it, asleep: `mutantAwake(id)` says at each which one is awake. */
export function withMutants(source: string, mutants: (CodeEdit & { id: number })[], start = 0, end = source.length): string {
  const inside = mutants.filter((one) => one.of.start >= start && one.of.end <= end)
  const outer = inside.filter((one) => !inside.some((other) => holds(other.of, one.of)))
  let text = ''
  let at = start
  for (const { of, kind } of outer.toSorted((a, b) => a.of.start - b.of.start)) {
    if (of.start < at) continue
    const here = outer.filter((one) => one.of.start === of.start && one.of.end === of.end)
    const within = mutants.filter((one) => holds(of, one.of))
    const original = withMutants(source, within, of.start, of.end)
    const awake = (one: { id: number }) => `globalThis.mutantAwake(${one.id})`
    text += source.slice(at, of.start)
    text += kind === 'expression'
      ? `(${here.map((one) => `${awake(one)}?(${one.text}):`).join('')}(${original}))`
      : `${here.map((one) => `if(${awake(one)}){${one.text}}else `).join('')}{${original}\n}`
    at = of.end
  }
  return text + source.slice(at, end)
}

function holds(outer: { start: number; end: number }, inner: { start: number; end: number }): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start
}

/** The same file with its top-level constants made again on call, as imports are bound: for faults that sit in a constant. */
export function madeAgain(source: string): string {
  const body = (parseAst(source, { lang: 'ts' }) as unknown as { body: Node[] }).body
  return body.reduceRight((text, node) => {
    const made = (node.type === 'ExportNamedDeclaration' ? node.declaration : node) as Node | null
    if (made?.type !== 'VariableDeclaration') return text
    const again = (made.declarations as { id: { name: string }; init: Node }[])
      .map(({ id, init }) => `${id.name} = (${source.slice(init.start, init.end)})`).join('; ')
    const declared = source.slice(node.start, node.end).replace(/^(export )?const/, '$1let')
    return `${text.slice(0, node.start)}${declared};(globalThis.mutantAgain ??= []).push(() => { ${again} });${text.slice(node.end)}`
  }, source)
}
