import type { Track } from '../contract/index.ts'
import { expenditureCauses } from '../contract/index.ts'
import type { CauseCode } from '../contract/index.ts'
import type { Row, Statement } from '../platform/index.ts'
import { addHours, statement } from '../platform/index.ts'

/** The county's rules in force on a day. Sums in fen, clocks in calendar hours, explanation in working days. */
export type Policy = {
  version: number
  smallCapFen: number
  urgentCeilingFen: number
  cashCapFen: number
  smallHours: number
  urgentHours: number
  standardDays: number
  explanationDays: number
  sameCausePerYear: number
  householdPerYear: number
  lowFundPercent: number
}

/** A fact: the newest version whose day has come (Beijing day). */
export function policyFact(on: string): Statement {
  return statement('SELECT * FROM policies WHERE from_on <= ? ORDER BY from_on DESC, version DESC LIMIT 1', on)
}

export function policyOf(row: Row | undefined): Policy {
  if (!row) throw new Error('the county has no policy in force')
  return {
    version: Number(row.version),
    smallCapFen: Number(row.small_cap_fen),
    urgentCeilingFen: Number(row.urgent_ceiling_fen),
    cashCapFen: Number(row.cash_cap_fen),
    smallHours: Number(row.small_hours),
    urgentHours: Number(row.urgent_hours),
    standardDays: Number(row.standard_days),
    explanationDays: Number(row.explanation_days),
    sameCausePerYear: Number(row.same_cause_per_year),
    householdPerYear: Number(row.household_per_year),
    lowFundPercent: Number(row.low_fund_percent),
  }
}

/** 支出型 (C-02): never small or urgent. */
export function hasLastingCost(causeCode: CauseCode): boolean {
  return (expenditureCauses as readonly string[]).includes(causeCode)
}

/** The track a request starts on; the decision names the final one (RULEBOOK 1.4). No sum asked = small. */
export function proposeTrack(causeCode: CauseCode, askedFen: number | null, policy: Policy): Track {
  if (hasLastingCost(causeCode)) return 'standard'
  if (askedFen === null || askedFen <= policy.smallCapFen) return 'small'
  return askedFen <= policy.urgentCeilingFen ? 'urgent' : 'standard'
}

/** When the office must have decided: from receipt, in calendar hours (N-15, N-22; 24 h and 72 h in RULEBOOK 1.4). */
export function decideBy(track: Track, submitted: Date, policy: Policy): Date {
  const hours = { small: policy.smallHours, urgent: policy.urgentHours, standard: policy.standardDays * 24 }
  return addHours(submitted, hours[track])
}
