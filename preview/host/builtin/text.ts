import type { Builtin } from './define.ts'

/** Words inside a line. */
export const text: Builtin = {
  tag: 'text',
  properties: { userSelect: Boolean, selectable: Boolean, space: String, decode: Boolean, maxLines: Number,
    overflow: String },
  holds: 'children',
  create: ({ element, data }) => {
    const decode = (): void => {
      if (!data['decode']) return
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) node.textContent = decoded(node.textContent ?? '')
      }
    }
    return {
      attached: decode,
      update: () => element.toggleAttribute('data-select', data['userSelect'] === true || data['selectable'] === true),
    }
  },
}

const entities: Record<string, string> = {
  '&nbsp;': '\u00a0', '&ensp;': '\u2002', '&emsp;': '\u2003', '&lt;': '<', '&gt;': '>', '&amp;': '&', '&apos;': '\'',
}

function decoded(words: string): string {
  return words.replace(/&(nbsp|ensp|emsp|lt|gt|amp|apos);/g, (entity) => entities[entity] ?? entity)
}
