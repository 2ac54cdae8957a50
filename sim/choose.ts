import { draft } from './draft.ts'
import { expected, resolved } from './model/index.ts'
import { mayLapse } from './model/of-a-case.ts'
import type { State } from './model/state.ts'
import { prepared } from './model/state.ts'
import { Random } from './random.ts'
import type { Trace } from './run.ts'
import type { Act, Step } from './step.ts'

/** Working days, a long holiday ahead, and a year's end: where the clock may start. */
const starts = ['2026-09-28T02:00:00.000Z', '2026-12-24T06:00:00.000Z']

/** What a seed means: the model alone decides what could happen next, so a trace is known before anything runs. */
export function traceOf(seed: number, count: number): Trace {
  const random = new Random(seed)
  const at = random.pick(starts)
  let state = prepared(at)
  const steps = Array.from({ length: count }, (_, n): Step => {
    const step = next(state, random, n + 1)
    const acts = step.do === 'both' ? [step.first, step.second] : [step]
    for (const act of acts) state = expected(state, resolved(state, act)).next
    return step
  })
  return { at, steps }
}

function next(state: State, random: Random, n: number): Step {
  if (state.frozen && random.chance(40)) return { do: 'thaw' }
  if (random.chance(8)) return wait(random)
  if (!state.frozen && random.chance(0.6)) return { do: 'freeze' }
  const payouts = Object.keys(state.payouts)
  const late = payouts.filter((name) => mayLapse(state, name))
  if (random.chance(late.length > 0 ? 15 : 1)) return { do: 'round' }
  if (late.length > 0 && random.chance(4)) return { do: 'lapse', payout: random.pick(late) }
  if (payouts.length > 0 && random.chance(1)) return { do: 'lapse', payout: random.pick(payouts) }
  const act = draft(state, random, n)
  if (!random.chance(7) || act.do === 'signIn') return manner(act, random)
  return { do: 'both', first: act, second: beside(state, random, n, act) }
}

/** The same thing by the same or another hand, or something else, at the same moment. */
function beside(state: State, random: Random, n: number, act: Act): Act {
  const own = 'name' in act ? { name: `${act.name}b` } : {}
  if (random.chance(60)) return { ...act, ...own } as Act
  const other = draft(state, random, n)
  if (other.do === 'signIn') return { ...act, ...own } as Act
  return { ...other, ...('name' in other ? { name: `${other.name}b` } : {}) } as Act
}

function manner(act: Act, random: Random): Act {
  if (act.do === 'look' || act.do === 'signIn') return act
  if (random.chance(4)) return { ...act, lost: true }
  if (random.chance(3)) return { ...act, twice: true }
  return random.chance(2) ? { ...act, stale: true } : act
}

function wait(random: Random): Step {
  const minutes = random.weighted([
    [random.int(1, 59), 35], [random.int(60, 12 * 60), 30], [24 * 60, 12], [3 * 24 * 60, 10], [random.int(4, 12) * 24 * 60, 8],
    [31 * 24 * 60, 2], [-60, 3],
  ])
  return { do: 'wait', minutes }
}
