import { differences, findings } from './check.ts'
import { expected, isThere, resolved } from './model/index.ts'
import type { State } from './model/state.ts'
import { prepared } from './model/state.ts'
import type { Act, Step } from './step.ts'
import { inWords } from './step.ts'
import { wrongOffers } from './offers.ts'
import { stuck } from './stuck.ts'
import type { Answer } from './world.ts'
import { World } from './world.ts'

/** A trace is data: where the clock starts, and what happens. */
export type Trace = { at: string; steps: Step[] }
export type Failure = { step: number; what: string }
export type Outcome = {
  failure: Failure | null
  done: number
  refused: Record<string, number>
  /** Steps that a shortened trace names without their cause. */
  left: number
  events: Record<string, number>
}

const verifyEvery = 50

/**
 * Walks a trace through the real app and the model side by side, until they differ or it ends. `spoil` breaks the county's
 * file first: to see that a fault would be found.
 */
export async function run({ at, steps }: Trace, spoil?: (path: string) => void): Promise<Outcome> {
  const outcome: Outcome = { failure: null, done: 0, refused: {}, left: 0, events: {} }
  const world = await World.open(at, spoil)
  let state = prepared(at)
  try {
    for (const [index, step] of steps.entries()) {
      const went = await walk(world, state, step, outcome)
      const what = typeof went === 'string' ? went : ((await differences(world, went, state)) ?? (await verified(world, went, index, steps.length)))
      if (what !== null) {
        outcome.failure = { step: index, what: `${inWords(step)}\n    ${what}` }
        break
      }
      state = went as State
    }
    for (const { event } of state.entries.slice(2)) outcome.events[event] = (outcome.events[event] ?? 0) + 1
    return outcome
  } finally {
    await world.close()
  }
}

async function verified(world: World, state: State, index: number, steps: number): Promise<string | null> {
  return (index + 1) % verifyEvery === 0 || index + 1 === steps ? (stuck(state) ?? (await findings(world))) : null
}

/** The state after a step, or how it went otherwise than the model says. */
async function walk(world: World, state: State, named: Step, outcome: Outcome): Promise<State | string> {
  if (named.do === 'both') return walkBoth(world, state, resolved(state, named.first), resolved(state, named.second), outcome)
  const step = resolved(state, named)
  if (!isThere(state, step)) {
    outcome.left += 1
    return state
  }
  const { reasons, next } = expected(state, step)
  const answer = await world.do(step)
  count(outcome, answer)
  const wrong = step.do === 'look' && answer.code === null ? wrongOffers(state, step, answer.body) : null
  return differs(answer, reasons, next) ?? wrong ?? next
}

/** Two at once: the answers must be those of one order or of the other. */
async function walkBoth(world: World, state: State, one: Act, other: Act, outcome: Outcome): Promise<State | string> {
  if (!isThere(state, one) || !isThere(state, other)) {
    outcome.left += 1
    return state
  }
  // both are signed in before they race
  for (const { who, stale } of [one, other]) if (who !== 'nobody') await world.phone(who, stale)
  const answers = await Promise.all([world.do(one), world.do(other)])
  for (const answer of answers) count(outcome, answer)
  const wrong: string[] = []
  for (const order of [[0, 1], [1, 0]] as const) {
    const first = expected(state, [one, other][order[0]]!)
    const second = expected(first.next, [one, other][order[1]]!)
    const said = differs(answers[order[0]]!, first.reasons, first.next) ?? differs(answers[order[1]]!, second.reasons, second.next)
    if (said === null) return second.next
    wrong.push(said)
  }
  return wrong.join('\n    or, the other way round: ')
}

function count(outcome: Outcome, { code }: Answer): void {
  if (code === null) outcome.done += 1
  else outcome.refused[code] = (outcome.refused[code] ?? 0) + 1
}

function differs(answer: Answer, reasons: string[], next: State): string | null {
  const { code, status, body, strange } = answer
  if (strange !== null) return strange
  if (status >= 500 && !['wechat_down', 'calendar_missing'].includes(String(code))) return `${status} ${code}`
  if (code === null && reasons.length > 0) return `it worked; it should be refused with ${reasons.join(' or ')}`
  if (code !== null && reasons.length === 0) return `refused with ${code}; it should work`
  if (code !== null && !reasons.includes(code)) return `refused with ${code}; it should be ${reasons.join(' or ')}`
  const available = body.availableFen ?? (body.fund as { availableFen?: number } | undefined)?.availableFen
  const paper = next.sums['bank.available'] ?? 0
  if (code !== null || available === undefined || available === paper) return null
  return `the answer says ${String(available)} fen are available; on paper ${paper}`
}
