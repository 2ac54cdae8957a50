/** `npm run sim -- --seed N --steps M [--seeds COUNT] [--trace FILE]`: one line a seed; the shortest trace where it fails. */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { events } from '../worker/contract/index.ts'
import { traceOf } from './choose.ts'
import type { Outcome, Trace } from './run.ts'
import { run } from './run.ts'
import { shortest } from './shrink.ts'
import { inWords } from './step.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    steps: { type: 'string', default: '400' },
    trace: { type: 'string' },
  },
})
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const [first, seeds, steps] = [Number(values.seed), Number(values.seeds), Number(values.steps)]
const total: Outcome = { failure: null, done: 0, refused: {}, left: 0, events: {} }

for (let seed = first; seed < first + seeds; seed += 1) {
  const trace = values.trace ? (JSON.parse(readFileSync(values.trace, 'utf8')) as Trace) : traceOf(seed, steps)
  const outcome = await run(trace)
  add(total, outcome)
  say(`seed ${seed}: ${trace.steps.length} steps, ${outcome.done} done, ${sum(outcome.refused)} refused${outcome.failure ? ', FAILED' : ''}`)
  if (outcome.failure) await tell(trace, outcome, seed)
}
say(`refused: ${list(total.refused)}`)
say(`events: ${list(total.events)}`)
const missing = events.filter((event) => !total.events[event])
if (missing.length > 0) say(`not reached: ${missing.join(', ')}`)
say(process.exitCode ? 'FAILED' : 'ok')

async function tell(trace: Trace, outcome: Outcome, seed: number): Promise<void> {
  process.exitCode = 1
  say(`  step ${outcome.failure?.step}: ${outcome.failure?.what}\n  looking for a shorter trace`)
  const { trace: short, outcome: again } = await shortest(trace, outcome)
  say(`  from ${short.at}:`)
  short.steps.forEach((step, index) => say(`  ${String(index + 1).padStart(3)} ${inWords(step)}`))
  say(`  ${again.failure?.what}`)
  const file = `sim-${seed}.json`
  writeFileSync(file, `${JSON.stringify(short, null, 1)}\n`)
  say(`  again: npm run sim -- --seed ${seed} --steps ${steps}   or, shortest: npm run sim -- --trace ${file}`)
}

function add(into: Outcome, { done, refused, events: reached }: Outcome): void {
  into.done += done
  for (const [code, count] of Object.entries(refused)) into.refused[code] = (into.refused[code] ?? 0) + count
  for (const [event, count] of Object.entries(reached)) into.events[event] = (into.events[event] ?? 0) + count
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((all, count) => all + count, 0)
}

function list(counts: Record<string, number>): string {
  return Object.entries(counts).toSorted(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`).join(', ') || 'none'
}
