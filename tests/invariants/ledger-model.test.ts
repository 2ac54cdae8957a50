import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { traceOf } from '../../sim/choose.ts'
import { kept } from '../../sim/kept.ts'
import { expected, resolved } from '../../sim/model/index.ts'
import { prepared } from '../../sim/model/state.ts'
import type { Trace } from '../../sim/run.ts'
import { run } from '../../sim/run.ts'
import { shortest } from '../../sim/shrink.ts'
import { events } from '../../worker/contract/index.ts'

it.each(kept)('once it was so: $found', async ({ trace }) => {
  const outcome = await run(trace)
  expect(outcome.failure).toBeNull()
  expect(outcome.left).toBe(0)
})

it.each([1, 2, 3, 4, 5, 6])('seed %i: 150 random steps, legal and illegal, and the app does what the paper says', async (seed) => {
  const outcome = await run(traceOf(seed, 150))
  expect(outcome.failure).toBeNull()
  expect(outcome.done).toBeGreaterThan(60)
  expect(Object.keys(outcome.refused).length).toBeGreaterThan(5)
})

it('twenty seeds of 400 steps reach every event of the ledger, each more than once', () => {
  const reached = Array.from({ length: 20 }, (_, seed) => eventsOf(traceOf(seed + 1, 400))).flat()
  expect(events.filter((event) => reached.filter((one) => one === event).length < 2)).toEqual([])
})

/** Faults that somebody could build in: each is found, and told in a few steps. */
const faults: [fault: string, sql: string][] = [
  ['one person is enough to draw cash',
    `DROP TRIGGER moves_are_never_changed; UPDATE moves SET dual = 0, checkers = '' WHERE event = 'withdraw'`],
  ['a slip is not asked for its officer', 'DROP TRIGGER cash_slips_are_judged'],
  ['a balance is not moved',
    'DROP TRIGGER entries_move_the_balances'],
]
it.each(faults)('a county where %s is found out in a few steps', async (_, sql) => {
  const spoil = (path: string): void => {
    const file = new DatabaseSync(path)
    file.exec(sql)
    file.close()
  }
  const trace = traceOf(1, 150)
  const outcome = await run(trace, spoil)
  expect(outcome.failure).not.toBeNull()
  const { trace: short } = await shortest(trace, outcome, spoil, 60)
  expect(short.steps.length).toBeLessThan(12)
})

function eventsOf({ at, steps }: Trace): string[] {
  let state = prepared(at)
  for (const step of steps)
    for (const act of step.do === 'both' ? [step.first, step.second] : [step]) state = expected(state, resolved(state, act)).next
  return state.entries.slice(2).map(({ event }) => event)
}
