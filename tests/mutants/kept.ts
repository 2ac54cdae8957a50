import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Mutant } from './mutant.ts'

const folder = '.cache/mutants'

/** By which test a mutant died; null: it was no SQL. One that lives has none. */
export type Kept = Map<number, string | null>

/** What is known of these from earlier runs. What was known of a file that is another by now is forgotten. */
export function kept(mutants: Mutant[], fresh = false): Kept {
  mkdirSync(folder, { recursive: true })
  const known: Kept = new Map()
  for (const [file, here] of Map.groupBy(mutants, (mutant) => mutant.file)) {
    const seal = createHash('sha256').update(readFileSync(file, 'utf8')).update(JSON.stringify(here.map(({ what }) => what))).digest('hex')
    const lines = fresh || !existsSync(pathOf(file)) ? [] : readFileSync(pathOf(file), 'utf8').split('\n').filter(Boolean)
    if (lines[0] !== seal) writeFileSync(pathOf(file), `${seal}\n`)
    else for (const line of lines.slice(1)) {
      const { n, by } = JSON.parse(line) as { n: number; by: string | null }
      if (here[n]) known.set(here[n].id, by)
    }
  }
  return known
}

/** Kept at once: a run that is stopped goes on from there. */
export function keep(mutants: Mutant[], mutant: Mutant, by: string | null): void {
  const n = mutants.filter(({ file }) => file === mutant.file).findIndex(({ id }) => id === mutant.id)
  appendFileSync(pathOf(mutant.file), `${JSON.stringify({ n, by })}\n`)
}

function pathOf(file: string): string {
  return `${folder}/${file.replaceAll('/', '+')}.jsonl`
}
