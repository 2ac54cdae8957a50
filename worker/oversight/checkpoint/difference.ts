/** What became of a fund's entries since a checkpoint, told from their marks: `then` as they were, `now` as they are. */
export function difference(then: readonly string[], now: readonly string[]): string {
  const at = then.findIndex((mark, index) => mark !== now[index])
  if (at < 0) return 'the same entries stand under other numbers or hashes'
  const gone = at + 1 === then.length ? `entry ${at + 1} is gone` : `entries ${at + 1} to ${then.length} are gone`
  if (at === now.length) return `its tail was cut: ${gone}`
  const other = then.indexOf(now[at] ?? '', at + 1)
  if (other > 0 && begins(now, swapped(then, at, other))) return `entries ${at + 1} and ${other + 1} were swapped`
  if (begins(now.toSpliced(at, 1), then)) return `entry ${at + 1} was inserted`
  if (at + 1 < then.length && begins(now, then.toSpliced(at, 1))) return `entry ${at + 1} was deleted`
  const changed = then.flatMap((mark, index) => (mark === now[index] ? [] : [index + 1]))
  return changed.length === 1 ? `entry ${at + 1} was edited` : `entries ${at + 1} to ${changed.at(-1) ?? 0} were rewritten`
}

function begins(marks: readonly string[], start: readonly string[]): boolean {
  return start.every((mark, index) => mark === marks[index])
}

function swapped(marks: readonly string[], a: number, b: number): string[] {
  return marks.map((mark, index) => marks[index === a ? b : index === b ? a : index] ?? mark)
}
