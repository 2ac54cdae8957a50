import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dirname, join as joinUrl } from 'node:path/posix'
import postcss, { type Root } from 'postcss'
import type { ComponentJson } from '../build/app-json.ts'
import { BuildProblem } from '../build/problem.ts'
import { phoneSelector, type StyleScope } from './selectors.ts'
import { phoneUnits } from '../units.ts'

interface StyledComponent {
  path: string
  json: ComponentJson
}

/** Path -> CSS for the browser; `app` is the sheet of all pages. Files without rules are left out. */
export function compileStyles(
  folder: string, components: StyledComponent[], scopes: Map<string, string>,
): Record<string, string> {
  const sheets = [
    ['app', compileSheet(folder, 'app', { kind: 'shared' })],
    ...components.map(({ path, json }) => [path, compileSheet(folder, path, scopeOf(path, json, scopes))]),
  ]
  return Object.fromEntries(sheets.filter(([, css]) => css !== ''))
}

/** Who a sheet speaks to: a page's sheet to its own page, an isolated component's to nothing but itself. */
function scopeOf(path: string, json: ComponentJson, scopes: Map<string, string>): StyleScope {
  const isolation = json.styleIsolation ?? (json.component ? 'isolated' : 'page')
  if (isolation === 'page' || isolation.startsWith('page-')) return { kind: 'page', path }
  if (isolation === 'shared') return { kind: json.component ? 'shared' : 'page', path }
  return { kind: 'component', path, name: scopes.get(path)! }
}

function compileSheet(folder: string, path: string, scope: StyleScope): string {
  const file = join(folder, `${path}.wxss`)
  if (!existsSync(file)) return ''
  const root = readSheet(folder, `${path}.wxss`, [])
  root.walkComments((comment) => void comment.remove())
  root.walkRules((rule) => {
    const inKeyframes = rule.parent?.type === 'atrule' && (rule.parent as { name: string }).name.endsWith('keyframes')
    if (!inKeyframes) rule.selector = phoneSelector(rule.selector, scope)
  })
  root.walkDecls((declaration) => {
    declaration.value = phoneUnits(declaration.value)
  })
  return root.toString()
}

/** A sheet with its imports written in place, as WeChat's compiler does it. */
function readSheet(folder: string, path: string, from: string[]): Root {
  const file = join(folder, path)
  if (!existsSync(file)) throw new BuildProblem(`${from.at(-1) ?? 'app.json'} imports ${path}, which is not there`)
  const root = postcss.parse(readFileSync(file, 'utf8'), { from: path })
  if (from.includes(path)) return postcss.root()
  root.walkAtRules('import', (rule) => {
    const written = /["']([^"']+)["']/.exec(rule.params)?.[1] ?? rule.params
    const target = written.startsWith('/') ? written.slice(1) : joinUrl(dirname(path), written)
    rule.replaceWith(readSheet(folder, target, [...from, path]).nodes)
  })
  return root
}
