/**
 * `npm run mutants [-- <part of a file's path>] [--every N] [--fresh] [--alone]`: puts small faults into the rules of money and runs the
 * tests that can see them. What died is kept under `.cache/mutants` as long as the faulty file stays as it is: a run that was
 * stopped goes on from there, the next tries only what lives. `--fresh` forgets it, `--alone` never tries two at once,
 * `--every 4` tries each fourth.
 * Prints who lives and per file what died. Ends with 1 where under 85 % die.
 */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { startVitest } from 'vitest/node'
import { allMutants } from './all.ts'
import { kept } from './kept.ts'
import { reasonFor, reasons } from './reasons.ts'

const options = {
  every: { type: 'string', default: '1' }, fresh: { type: 'boolean', default: false }, alone: { type: 'boolean', default: false },
} as const
const { positionals: [only = ''], values: { every, fresh, alone } } = parseArgs({ allowPositionals: true, options })
const { code, schema } = allMutants()
const there = [...code, ...schema].filter(({ file }) => new RegExp(only).test(file))
const chosen = there.filter(({ id }) => id % Number(every) === 0)
const known = kept(there, fresh)
const wanted = chosen.filter(({ id }) => !known.has(id)).map(({ id }) => id)

// thousands of counties are made and thrown away: in memory where there is such a place
if (existsSync('/dev/shm')) process.env.TMPDIR = '/dev/shm'
process.env.XIANJIU_MUTANTS = JSON.stringify({ wanted, alone })
const began = Date.now()
const broken = wanted.length > 0 ? await tryThem() : []
const after = kept(there)
const tried = chosen.filter(({ id }) => after.get(id) !== null)
const lives = tried.filter(({ id }) => !after.has(id))
const listed = reasons()
const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
for (const test of broken) console.log(`fails without any mutant: ${test}`)
for (const mutant of lives) console.log(`${reasonFor(mutant, listed) === null ? 'lives' : 'known'}  ${mutant.file}:${mutant.line}  ${mutant.what}`)
for (const [file, here] of Map.groupBy(tried, (mutant) => mutant.file)) {
  const dead = here.filter(({ id }) => after.has(id)).length
  console.log(`${percent(dead, here.length).padStart(8)}  ${String(dead).padStart(4)} of ${String(here.length).padStart(4)}  ${file}`)
}
const dead = tried.length - lives.length
const unnamed = lives.filter((mutant) => reasonFor(mutant, listed) === null).length
console.log(`\n${tried.length} mutants, ${dead} killed: ${percent(dead, tried.length)}; ${lives.length} live, ${unnamed} of them without a reason in survivors.md`)
console.log(`${wanted.length} of them tried now, in ${Math.round((Date.now() - began) / 1000)} s; ${chosen.length - tried.length} more were no SQL`)
process.exit(broken.length === 0 && tried.length > 0 && dead >= 0.85 * tried.length ? 0 : 1)

/** Answers the tests that fail without any fault. */
async function tryThem(): Promise<string[]> {
  const vitest = await startVitest('test', [], { run: true, watch: false, root: '.', config: 'tests/mutants/vitest.config.ts', reporters: ['dot'] })
  const failed = vitest.state.getTestModules().flatMap((module) => [
    ...module.errors().map(({ message }) => `${module.moduleId}: ${message}`),
    ...[...module.children.allTests()].filter((test) => test.result().state === 'failed').map((test) => test.fullName),
  ])
  await vitest.close()
  return failed
}
