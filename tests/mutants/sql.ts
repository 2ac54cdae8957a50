import type { Edit } from './mutant.ts'
import { shown } from './mutant.ts'

type Token = { text: string; start: number; end: number; depth: number }

const breaks = new Set(['WHERE', 'ON', 'WHEN', 'THEN', 'ELSE', 'SELECT', 'FROM', 'JOIN', 'LEFT', 'ORDER', 'GROUP', 'LIMIT', 'UNION', 'END', 'BEGIN', ';', ',', 'SET'])
const bounds: Record<string, string> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }

/** Comments are no tokens; a string, `${...}` of a template and a word are one token each. */
function tokensOf(sql: string): Token[] {
  const tokens: Token[] = []
  let depth = 0
  let cases = 0
  for (const { 0: text, index } of sql.matchAll(/--[^\n]*|\$\{[^}]*\}|'(?:[^']|'')*'|[\w.?]+|<=|>=|<>|\|\||\S/g)) {
    if (text.startsWith('--')) continue
    if (text === ')') depth -= 1
    tokens.push({ text: text.startsWith("'") ? text : text.toUpperCase(), start: index, end: index + text.length, depth })
    if (text === '(' || text === 'CASE') depth += 1
    if (text === 'CASE') cases += 1
    if (text !== 'END' || cases === 0) continue
    depth -= 1
    cases -= 1
  }
  return tokens
}

/** The rules of a piece of SQL, each taken away once: a conjunct, a branch of a judging CASE, a bound, one of a list. */
export function sqlEdits(sql: string): Edit[] {
  const tokens = tokensOf(sql)
  return [...operands(sql, tokens), ...branches(sql, tokens), ...comparisons(sql, tokens), ...items(sql, tokens)]
}

function operands(sql: string, tokens: Token[]): Edit[] {
  const edits: Edit[] = []
  for (let first = 1; first < tokens.length; first += 1) {
    const before = tokens[first - 1]!
    const depth = before.text === '(' ? before.depth + 1 : before.depth
    const opens = ['AND', 'OR', 'WHERE', 'ON', 'WHEN', '('].includes(before.text) && !isOfBetween(tokens, first - 1)
    if (!opens || tokens[first]!.text === 'SELECT') continue
    let last = first
    while (last < tokens.length && !ends(tokens, last, depth)) last += 1
    const after = tokens[last]?.text ?? ''
    const alone = !['AND', 'OR'].includes(before.text) && !['AND', 'OR'].includes(after)
    if (last === first || (alone && (depth === 0 || before.text === '(' || before.text === 'WHEN'))) continue
    const [start, end] = [tokens[first]!.start, tokens[last - 1]!.end]
    const neutral = before.text === 'AND' || after === 'AND' || alone ? '1' : '0'
    edits.push({ start, end, text: neutral, what: `${shown(sql.slice(start, end))} -> ${neutral === '1' ? 'true' : 'false'}` })
  }
  return edits
}

function ends(tokens: Token[], at: number, depth: number): boolean {
  const { text, depth: own } = tokens[at]!
  if (own < depth) return true
  return own === depth && (breaks.has(text) || ((text === 'AND' || text === 'OR') && !isOfBetween(tokens, at)))
}

function isOfBetween(tokens: Token[], at: number): boolean {
  return tokens[at]!.text === 'AND' && tokens.slice(Math.max(0, at - 3), at).some(({ text }) => text === 'BETWEEN')
}

function branches(sql: string, tokens: Token[]): Edit[] {
  return tokens.flatMap(({ text, end: from, depth }, at) => {
    if (text !== 'WHEN') return []
    const then = tokens.findIndex((token, index) => index > at && token.text === 'THEN' && token.depth === depth)
    const result = tokens.slice(then + 1, then + 5).map((token) => token.text)
    if (then < 0 || !result.includes('RAISE')) return []
    const end = tokens[then]!.start - 1
    return [{ start: from, end, text: ' 0', what: `WHEN ${shown(sql.slice(from, end))}: branch removed` }]
  })
}

function comparisons(sql: string, tokens: Token[]): Edit[] {
  return tokens.flatMap(({ text, start, end }) => {
    const other = bounds[text]
    return other ? [{ start, end, text: other, what: `${text} -> ${other} in ${shown(sql.slice(Math.max(0, start - 30), end + 30))}` }] : []
  })
}

/** `IN ('a', 'b')` without one of them. */
function items(sql: string, tokens: Token[]): Edit[] {
  return tokens.flatMap(({ text }, at) => {
    if (text !== 'IN' || tokens[at + 1]?.text !== '(' || !tokens[at + 2]?.text.startsWith("'")) return []
    const close = tokens.findIndex((token, index) => index > at && token.text === ')')
    const listed = tokens.slice(at + 2, close).filter((token) => token.text !== ',')
    return listed.flatMap((item) => {
      const others = listed.filter((one) => one !== item).map((one) => sql.slice(one.start, one.end))
      const whole = { start: tokens[at + 2]!.start, end: listed.at(-1)!.end }
      return [{ ...whole, text: others.join(', ') || "''", what: `${item.text} taken out of a list` }]
    })
  })
}

/** Each statement of a trigger's body, taken out. */
export function statementEdits(sql: string): Edit[] {
  return [...sql.matchAll(/\bBEGIN\b([\s\S]*?;)\s*END;/g)].flatMap((body) => {
    const from = body.index + 'BEGIN'.length
    let depth = 0
    let start = from
    return [...(body[1] ?? '').matchAll(/--[^\n]*|'(?:[^']|'')*'|[();]/g)].flatMap(({ 0: text, index }) => {
      depth += text === '(' ? 1 : text === ')' ? -1 : 0
      if (text !== ';' || depth > 0) return []
      const end = from + index
      const at = start + (/^(\s|--[^\n]*\n)*/.exec(sql.slice(start, end))?.[0].length ?? 0)
      start = end + 1
      return [{ start: at, end, text: 'SELECT 1', what: `${shown(sql.slice(at, end))}: statement removed` }]
    })
  })
}
