import { expect, it } from 'vitest'
import type { CaseFacts, JudgeLimits, Wish } from '../../../worker/contract/index.ts'
import { judge } from '../../../worker/contract/index.ts'
import type { Axis } from './judged-cases.ts'
import { axes, edges } from './judged-cases.ts'

const limits: JudgeLimits = {
  smallCapFen: 82_800, smallBasis: 'per_case', urgentCeilingFen: 300_000, cashCapFen: 100_000, overdueBlockUrgent: 3, sameCausePerYear: 1,
  householdPerYear: 2, payeeSharedLimit: 2,
  dibaoFen: 82_800, ruralDibaoFen: 61_600, formulaBasis: 'per_person', monthsMin: 1, monthsMax: 6, daysMax: 180, lightCapFen: 80_000,
}
const facts: CaseFacts = {
  accepted: true, open: true, escalated: false, granted: false, kin: false, letterFen: 300_000, lastingCost: false, notice: null, hasPayee: true, payeeFits: true, persons: 3,
  overdue: 0, year: { total: 0, sameCause: 0, before: 0 }, payeeHouseholds: 0, exceptions: [], fund: { bankFen: 1_000_000, cashFen: 1_000_000, frozen: false },
  actor: { leads: true, filedOrAccepted: false, gains: false },
}
const wish: Wish = { track: 'small', fen: 50_000, channel: 'transfer' }

type Together = { facts: CaseFacts; limits: JudgeLimits; wish: Wish }
const with1 = (of: Together, axis: Axis): Together => ({
  facts: { ...of.facts, ...axis.facts, actor: { ...of.facts.actor, ...axis.actor } },
  limits: { ...of.limits, ...axis.limits }, wish: { ...of.wish, ...axis.wish },
})
const none: Together = { facts, limits, wish }
const clash = (one: object = {}, other: object = {}) =>
  Object.entries(one).some(([key, value]) => key in other && JSON.stringify((other as Record<string, unknown>)[key]) !== JSON.stringify(value))
/** Two of them can stand at once when neither takes away what makes the other. */
const together = (one: Axis, other: Axis) => !clash(one.wish, other.wish) && !clash(one.facts, other.facts) && !clash(one.limits, other.limits)
const pairs = axes.flatMap((one, index) => axes.slice(index + 1).filter((other) => together(one, other)).map((other) => [one, other] as const))
const triples = pairs.flatMap(([one, other]) => axes.slice(axes.indexOf(other) + 1)
  .filter((third) => together(one, third) && together(other, third)).map((third) => [one, other, third] as const))

const first = (group: readonly Axis[]) => {
  const [axis] = group
  const judged = judge(...Object.values(group.reduce(with1, none)) as [CaseFacts, JudgeLimits, Wish])
  const { outcome, code, rules } = axis!
  return { name: group.map(({ name }) => name).join(' + '), wanted: { outcome, code, rules }, judged }
}
const wrong = (groups: (readonly Axis[])[]) => groups.map(first).filter(({ wanted, judged }) =>
  judged.outcome === 'allow' || judged.outcome !== wanted.outcome || judged.code !== wanted.code || JSON.stringify(judged.rules) !== JSON.stringify(wanted.rules))

it('each thing that stands alone is said with its rule, limit and way out, in a Chinese sentence', () => {
  for (const axis of axes) {
    const { name, outcome, code, rules, limitFen, offer } = axis
    const { facts: of, limits: under, wish: wished } = with1(none, axis)
    const judged = judge(of, under, wished)
    expect(judged, name).toMatchObject({ outcome, code, rules, sentence: expect.stringMatching(/^[^A-Za-z_]{6,}$/) })
    expect(judged, name).toEqual({ ...judged, ...(limitFen === undefined ? {} : { limitFen }), ...(offer === undefined ? {} : { offer }) })
    expect('limitFen' in judged, name).toBe(limitFen !== undefined)
  }
})

it('of two and of three that stand, the one that the order names first is said: more than three hundred judged cases', () => {
  expect(axes.length + pairs.length + edges.length).toBeGreaterThan(200)
  expect(axes.length + pairs.length + triples.length + edges.length).toBeGreaterThan(300)
  expect(wrong(pairs)).toEqual([])
  expect(wrong(triples)).toEqual([])
})

it.each(edges)('$name: $code', ({ facts: of, limits: under, wish: wished, code, limitFen }) => {
  const judged = judge({ ...facts, ...of }, { ...limits, ...under }, { ...wish, ...wished })
  expect(judged.outcome === 'allow' ? null : judged.code).toBe(code)
  if (limitFen !== undefined) expect(judged).toMatchObject({ limitFen })
})
