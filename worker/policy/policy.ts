import type { CauseCode, FormulaLimits, JudgeLimits, PolicyLines, Track } from '../contract/index.ts'
import { expenditureCauses } from '../contract/index.ts'
import type { Row, Statement } from '../platform/index.ts'
import { addHours, statement } from '../platform/index.ts'
import { policyLinesOf } from './values.ts'

/** The county's rules in force on a day: every line that is one number or one word. Sums in fen. */
export type Policy = { version: number } & PolicyLines

/** A fact: the newest version whose day has come (Beijing day). */
export function policyFact(on: string): Statement {
  return statement('SELECT * FROM policies WHERE from_on <= ? ORDER BY from_on DESC, version DESC LIMIT 1', on)
}

export function policyOf(row: Row | undefined): Policy {
  if (!row) throw new Error('the county has no policy in force')
  return { version: Number(row.version), ...policyLinesOf(row) }
}

/** The lines that a decision is judged by, as they are handed to the phone. */
export function limitsOf(policy: Policy): JudgeLimits {
  const { smallCapFen, smallBasis, urgentCeilingFen, cashCapFen, overdueBlockUrgent, sameCausePerYear, householdPerYear, payeeSharedLimit } = policy
  return {
    smallCapFen, smallBasis, urgentCeilingFen, cashCapFen, overdueBlockUrgent, sameCausePerYear, householdPerYear, payeeSharedLimit, ...formulaLimitsOf(policy),
  }
}

/** The lines that a sum is worked out by (N-31). */
export function formulaLimitsOf(lines: PolicyLines): FormulaLimits {
  const { dibaoFen, ruralDibaoFen, formulaBasis, monthsMin, monthsMax, daysMax, lightCapFen } = lines
  return { dibaoFen, ruralDibaoFen, formulaBasis, monthsMin, monthsMax, daysMax, lightCapFen }
}

/** 支出型 (C-02): never small or urgent. */
export function hasLastingCost(causeCode: CauseCode): boolean {
  return (expenditureCauses as readonly string[]).includes(causeCode)
}

/** The track a request starts on; the decision names the final one (RULEBOOK 1.4). No sum asked = small. */
export function proposeTrack(causeCode: CauseCode, askedFen: number | null, policy: Pick<Policy, 'smallCapFen' | 'urgentCeilingFen'>): Track {
  if (hasLastingCost(causeCode)) return 'standard'
  if (askedFen === null || askedFen <= policy.smallCapFen) return 'small'
  return askedFen <= policy.urgentCeilingFen ? 'urgent' : 'standard'
}

/** A scalar select: one line of the policy in force on a day. */
export function policyLine(column: 'standard_days' | 'explanation_days', on: string): Statement {
  return statement(`SELECT ${column} FROM policies WHERE from_on <= ? ORDER BY from_on DESC, version DESC LIMIT 1`, on)
}

/**
 * When the office must have decided: from receipt, small and urgent in calendar hours, standard by the end of its last
 * working day in Beijing (N-15, N-22). Where the calendar has no such day yet nobody is turned away: days of 24 hours.
 */
export function decideBy(track: Track, submitted: Date, policy: Policy, standardOn: string | null): Date {
  if (track === 'standard' && standardOn !== null) return new Date(`${standardOn}T16:00:00.000Z`)
  const hours = { small: policy.smallHours, urgent: policy.urgentHours, standard: policy.standardDays * 24 }
  return addHours(submitted, hours[track])
}
