import type { Builtin } from './define.ts'
import { phoneUnits } from '../../units.ts'

interface RichNode {
  type?: 'node' | 'text'
  name?: string
  text?: string
  attrs?: Record<string, string>
  children?: RichNode[]
}

const allowed = new Set(['a', 'abbr', 'b', 'blockquote', 'br', 'code', 'dd', 'del', 'div', 'dl', 'dt', 'em', 'h1', 'h2',
  'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'ins', 'label', 'li', 'ol', 'p', 'q', 'span', 'strong', 'sub', 'sup', 'table',
  'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'])

/** Trusted marks inside text, reduced to the tags that a phone shows. */
export const richText: Builtin = {
  tag: 'rich-text',
  properties: { nodes: { type: null, value: [] }, space: String, userSelect: Boolean, mode: String },
  holds: 'nothing',
  create: ({ element, data }) => ({
    update: () => {
      const nodes = data['nodes']
      element.replaceChildren(...(typeof nodes === 'string' ? parsed(nodes) : drawn(nodes as RichNode[])))
    },
  }),
}

function parsed(html: string): Node[] {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return cleaned([...page.body.childNodes])
}

function cleaned(nodes: Node[]): Node[] {
  return nodes.flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? '')]
    if (!(node instanceof Element)) return []
    const children = cleaned([...node.childNodes])
    const name = node.tagName.toLowerCase()
    if (name === 'script' || name === 'style') return []
    return allowed.has(name) ? [made(name, { style: node.getAttribute('style') ?? '' }, children)] : children
  })
}

function drawn(nodes: RichNode[]): Node[] {
  return (Array.isArray(nodes) ? nodes : []).flatMap((node) => {
    if (node.type === 'text') return [document.createTextNode(node.text ?? '')]
    const children = drawn(node.children ?? [])
    return node.name && allowed.has(node.name) ? [made(node.name, node.attrs ?? {}, children)] : children
  })
}

function made(name: string, attrs: Record<string, string>, children: Node[]): HTMLElement {
  const element = document.createElement(name)
  if (attrs['style']) element.setAttribute('style', phoneUnits(attrs['style']))
  element.append(...children)
  return element
}
