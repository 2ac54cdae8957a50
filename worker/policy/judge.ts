import type { Channel, ProblemCode, Track } from '../contract/index.ts'
import type { Policy } from './policy.ts'

/** Everything a decision is judged by. Sums in fen; `year` counts live grants of the household this Beijing year. */
export type Case = {
  accepted: boolean
  open: boolean
  escalated: boolean
  granted: boolean
  kin: boolean
  /** A cause of lasting cost (C-02) goes the standard way whatever the wish calls it. */
  lastingCost: boolean
  hasPayee: boolean
  year: { total: number; sameCause: number }
  fund: { bankFen: number; cashFen: number; frozen: boolean }
  actor: { leads: boolean; filedOrAccepted: boolean; gains: boolean }
}
export type Wish = { track: Track; fen: number; channel: Channel }
export type Judgement = { outcome: 'allow' } | { outcome: 'county' | 'refuse'; code: ProblemCode }

const countyTurn: readonly ProblemCode[] = [
  'county_turn',
  'kin_needs_county',
  'public_notice_needed',
  'same_cause_this_year',
  'household_year_limit',
  'fund_frozen',
  'fund_insufficient',
]

/**
 * What the rules say to one wish, in the order in which the schema asks (db/migrations/0009): the screen before the tap
 * shows this answer, the database gives the same one.
 */
export function judge(facts: Case, policy: Policy, wish: Wish): Judgement {
  const code = against(facts, policy, wish)[0]
  if (code === undefined) return { outcome: 'allow' }
  return { outcome: countyTurn.includes(code) ? 'county' : 'refuse', code }
}

/** Every rule that stands against the wish, first things first. */
export function against(facts: Case, policy: Policy, wish: Wish): ProblemCode[] {
  const { actor, year } = facts
  const available = wish.channel === 'cash' ? facts.fund.cashFen : facts.fund.bankFen
  const rules: [ProblemCode, boolean][] = [
    ['request_not_open', !facts.open],
    ['county_turn', facts.escalated],
    ['request_not_accepted', !facts.accepted],
    ['already_granted', facts.granted],
    ['post_required', !actor.leads],
    ['same_person', actor.filedOrAccepted],
    ['beneficiary', actor.gains],
    ['kin_needs_county', facts.kin],
    ['public_notice_needed', wish.track === 'standard' || facts.lastingCost],
    ['county_turn', wish.fen > policy.urgentCeilingFen],
    ['small_cap', wish.track === 'small' && wish.fen > policy.smallCapFen],
    ['cash_cap', wish.channel === 'cash' && wish.fen > policy.cashCapFen],
    ['payee_needed', wish.channel === 'transfer' && !facts.hasPayee],
    ['same_cause_this_year', year.sameCause >= policy.sameCausePerYear],
    ['household_year_limit', year.total >= policy.householdPerYear],
    ['fund_frozen', facts.fund.frozen],
    ['fund_insufficient', wish.fen > available],
  ]
  return rules.flatMap(([code, stands]) => (stands ? [code] : []))
}
