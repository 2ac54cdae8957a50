import { readFileSync } from 'node:fs'
import type { Mutant } from './mutant.ts'

export type Reason = { file: string; what: string; reason: string }

/** The table of survivors.md: under a file's name, `what` and why it may live. */
export function reasons(text = readFileSync('tests/mutants/survivors.md', 'utf8')): Reason[] {
  let file = ''
  return text.split('\n').flatMap((line) => {
    file = /^### `(.+)`$/.exec(line)?.[1] ?? file
    const [, what, reason] = /^- `` (.+) ``: (.+)$/.exec(line) ?? []
    return what && reason ? [{ file, what, reason }] : []
  })
}

/** Why this one may live; null: nobody has said so. */
export function reasonFor({ file, what }: Mutant, known: Reason[]): string | null {
  return known.find((one) => one.file === file && one.what === what)?.reason ?? null
}
