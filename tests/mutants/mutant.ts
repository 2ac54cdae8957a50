/** One small fault put into the product: where it stands, and what it does there. */
export type Mutant = {
  id: number
  file: string
  line: number
  what: string
  /** Only tests that write this table the way it watches (`INTO entries`) can see it; null: no such filter. */
  reach: RegExp | null
  /** A word that the test must meet as well: the refusal of the rule around it, the event of a move. Empty: no such filter. */
  about: string[]
  /** What it takes the place of: two that overlap are never awake together. */
  of: { start: number; end: number }
  /** Where the fault is a migration's: its number, and what is changed in its text or said behind it. */
  schema: { n: number; edit: Edit | null; also: string } | null
}

export type Edit = { start: number; end: number; text: string; what: string }

export function lineOf(source: string, index: number): number {
  return source.slice(0, index).split('\n').length
}

export function edited(source: string, { start, end, text }: Edit): string {
  return source.slice(0, start) + text + source.slice(end)
}

export function shown(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > 90 ? `${flat.slice(0, 87)}...` : flat
}

/** Two faults that cannot be told apart when both are awake. */
export function overlap(a: Mutant, b: Mutant): boolean {
  return a.file === b.file && a.of.start <= b.of.end && b.of.start <= a.of.end
}
