/**
 * `npm run mutants [-- <part of a file's path>]`: puts one small fault after the other into the rules of money and runs the
 * tests that can see it. Prints per file what died; survivors stand in survivors.md. Ends with 1 where under 85 % die.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startVitest } from 'vitest/node'
import { allMutants } from './all.ts'

const [only = ''] = process.argv.slice(2)
// thousands of counties are made and thrown away: in memory where there is such a place
if (existsSync('/dev/shm')) process.env.TMPDIR = '/dev/shm'
const folder = mkdtempSync(join(tmpdir(), 'xianjiu-mutants-'))
const out = join(folder, 'mutants.jsonl')
writeFileSync(out, '')
process.env.XIANJIU_MUTANTS = JSON.stringify({ out, only })
const vitest = await startVitest('test', [], { run: true, watch: false, root: '.', config: 'tests/mutants/vitest.config.ts', reporters: ['dot'] })
const broken = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]).filter((test) => test.result().state === 'failed')
await vitest.close()

type Line = { killed?: number; invalid?: number; by?: string }
const lines = readFileSync(out, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Line)
rmSync(folder, { recursive: true, force: true })
const killed = new Set(lines.flatMap((line) => line.killed ?? []))
const invalid = new Set(lines.flatMap((line) => line.invalid ?? []))
const { code, schema } = allMutants()
const tried = [...code, ...schema].filter(({ id, file }) => new RegExp(only).test(file) && !invalid.has(id))

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
for (const test of broken) console.log(`fails without any mutant: ${test.fullName}`)
for (const { id, file, line, what } of tried) if (!killed.has(id)) console.log(`${file}:${line}  ${what}`)
for (const file of new Set(tried.map((mutant) => mutant.file))) {
  const here = tried.filter((mutant) => mutant.file === file)
  const dead = here.filter(({ id }) => killed.has(id)).length
  console.log(`${percent(dead, here.length).padStart(8)}  ${String(dead).padStart(4)} of ${String(here.length).padStart(4)}  ${file}`)
}
const dead = tried.filter(({ id }) => killed.has(id)).length
console.log(`\n${tried.length} mutants, ${dead} killed, ${tried.length - dead} survived: ${percent(dead, tried.length)}; ${invalid.size} more were no SQL`)
process.exit(broken.length === 0 && tried.length > 0 && dead >= 0.85 * tried.length ? 0 : 1)
