import parser from 'postcss-selector-parser'
import { browserTag } from '../tags.ts'

/** Whom a sheet speaks to. */
export type StyleScope =
  | { kind: 'shared' }
  | { kind: 'shared'; path: string }
  | { kind: 'page'; path: string }
  | { kind: 'component'; path: string; name: string }

/** Writes a WXSS selector for the browser: own tag names, `page`, `:host`, class prefixes of isolated components. */
export function phoneSelector(selector: string, scope: StyleScope): string {
  return parser((root) => {
    root.walkTags((tag) => {
      tag.value = tag.value === 'page' ? 'wx-page' : browserTag(tag.value)
    })
    if (scope.kind === 'component') scopeComponent(root, scope.name)
    if (scope.kind === 'page') root.each((one) => scopePage(one, scope.path))
  }).processSync(selector)
}

function scopeComponent(root: parser.Root, name: string): void {
  root.walkClasses((one) => {
    one.value = `${name}--${one.value}`
  })
  root.walkPseudos((pseudo) => {
    if (pseudo.value === ':host') {
      const host = { attribute: 'wx-host', operator: '=', value: name, quoteMark: '"', raws: {} } as const
      pseudo.replaceWith(parser.attribute(host))
    }
  })
}

/** On a phone each page is a document of its own; `:where` keeps the weight of the rule as it was written. */
function scopePage(selector: parser.Selector, path: string): void {
  const first = selector.first
  const ownPage = `[is=${JSON.stringify(path)}]`
  if (first?.type === 'tag' && first.value === 'wx-page') {
    selector.insertAfter(first, parser.pseudo({ value: ':where', nodes: [selectorOf(ownPage)] }))
    return
  }
  const spaces = first?.spaces.before ?? ''
  if (first) first.spaces.before = ''
  selector.prepend(parser.combinator({ value: ' ' }))
  selector.prepend(parser.pseudo({ value: ':where', nodes: [selectorOf(`wx-page${ownPage}`)], spaces: {
    before: spaces, after: '',
  } }))
}

function selectorOf(text: string): parser.Selector {
  return parser().astSync(text).first
}
