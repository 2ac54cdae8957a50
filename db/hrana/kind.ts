/** What a statement may do, as far as it decides who runs it and when. */
export type Kind = {
  /** Waits for the writer's turn. */
  writes: boolean
  /** `BEGIN READONLY`, a word of libSQL's. */
  promisesToRead: boolean
  /** Changes the connection itself (PRAGMA, TEMP): no other stream gets it afterwards. */
  tainting: boolean
  /** Reaches other files: not served. */
  forbidden: boolean
}

const harmless = new Set(['select', 'values', 'explain', 'pragma', 'commit', 'end', 'rollback', 'release', undefined])
const kinds = new Map<string, Kind>()
const keptMax = 2_000

/** Judged by its bare words. In doubt a statement counts as a write: that costs a wait, never a wrong answer. */
export function kindOf(sql: string): Kind {
  const known = kinds.get(sql)
  if (known) return known
  const words = wordsOf(sql)
  const first = words[0]
  const has = (...some: string[]) => some.some((word) => words.includes(word))
  const promisesToRead = first === 'begin' && has('readonly')
  const kind: Kind = {
    writes: first === 'with' ? has('insert', 'update', 'delete', 'replace') : !promisesToRead && !harmless.has(first),
    promisesToRead,
    tainting: has('pragma', 'temp', 'temporary'),
    forbidden: has('attach', 'detach', 'vacuum'),
  }
  if (kinds.size >= keptMax) kinds.clear()
  kinds.set(sql, kind)
  return kind
}

/** The names of its parameters (`null` for a bare `?`), in the order in which SQLite numbers them. */
export function paramsOf(sql: string): (string | null)[] {
  const names: (string | null)[] = []
  for (const name of bareOf(sql).match(/\?\d*|[:@$]\w+/g) ?? []) {
    if (/^\?\d/.test(name)) names[Number(name.slice(1)) - 1] = name
    else if (name === '?' || !names.includes(name)) names.push(name === '?' ? null : name)
  }
  return Array.from(names, (name) => name ?? null)
}

function wordsOf(sql: string): string[] {
  return bareOf(sql).toLowerCase().match(/[a-z_]\w*/g) ?? []
}

/** Without strings, quoted names and comments. */
function bareOf(sql: string): string {
  return sql.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
}
