/** What another case has otherwise, by its place in the template. */
export type Slots = readonly string[]
export type Value = string | bigint | null
/** A cell that stays, or text with slots in it. */
export type Cell = Value | readonly (string | number)[]

/** Reads a cell of the lived case: every string of `others` in it becomes a slot. */
export function cellOf(value: Value, others: readonly string[], finder: RegExp): Cell {
  if (typeof value !== 'string' || value.search(finder) < 0) return value
  const at = new Map(others.map((text, index) => [text, index]))
  return value.split(finder).map((part) => at.get(part) ?? part)
}

/** Finds any of these, the longest first, and keeps it when splitting. */
export function finderOf(others: readonly string[]): RegExp {
  const longestFirst = others.toSorted((a, b) => b.length - a.length)
  return new RegExp(`(${longestFirst.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`)
}

/** The cell of another case. */
export function patternOf(cell: Cell, slots: Slots): Value {
  if (!Array.isArray(cell)) return cell as Value
  let text = ''
  for (const part of cell as readonly (string | number)[]) text += typeof part === 'number' ? slots[part] : part
  return text
}
