import type { Outcome, Trace } from './run.ts'
import { run } from './run.ts'

export type Shortest = { trace: Trace; outcome: Outcome }

/** Leaves out ever smaller pieces while what is left still fails. `tries` bounds the patience. */
export async function shortest(
  trace: Trace, outcome: Outcome, spoil?: (path: string) => void, tries = 400,
): Promise<Shortest> {
  let best: Shortest = { trace: { ...trace, steps: trace.steps.slice(0, (outcome.failure?.step ?? 0) + 1) }, outcome }
  let left = tries
  for (let size = Math.ceil(best.trace.steps.length / 2); size >= 1 && left > 0;) {
    let found = false
    for (let from = best.trace.steps.length - 1 - size; from > -size && left > 0; from -= size) {
      const at = Math.max(0, from)
      const steps = best.trace.steps.toSpliced(at, Math.min(size, size + from - at))
      left -= 1
      const tried = await run({ ...trace, steps }, spoil)
      if (tried.failure === null) continue
      best = { trace: { ...trace, steps: steps.slice(0, tried.failure.step + 1) }, outcome: tried }
      found = true
      from = Math.min(from, best.trace.steps.length)
    }
    if (!found || size > 1) size = size === 1 ? 0 : Math.ceil(size / 2)
  }
  return best
}
