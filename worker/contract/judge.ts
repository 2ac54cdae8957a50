/**
 * What the rules say to one wish, in the order in which the schema asks (db/migrations/0009): state, who, how, how much, how
 * often, the fund. Pure and free of zod: the phone shows this answer while the official types the sum, the server before
 * the tap, and the database gives the same one (tests/rooms/policy/judge-agrees.test.ts).
 */
import type { Formula, FormulaLimits } from './formula.ts'
import { countedPersons, formulaFen, formulaWords } from './formula.ts'
import { formatFen } from './money.ts'
import type { PolicyLines } from './policy-values.ts'
import type { ProblemCode } from './problems.ts'
import { problems } from './problems.ts'
import type { ExceptionCode } from './terms-household.ts'
import type { Channel, Track } from './terms.ts'
import type { NoticeState } from './terms-standard.ts'

/** Everything a decision is judged by, as the cases view hands it over. Sums in fen. */
export type CaseFacts = {
  accepted: boolean
  open: boolean
  escalated: boolean
  granted: boolean
  kin: boolean
  /** The ceiling of the county's letter that holds today; null = none holds. */
  letterFen: number | null
  /** A cause of lasting cost (C-02) goes the standard way whatever the wish calls it. */
  lastingCost: boolean
  /** The public notice that a standard grant waits for (F-7); null: none hangs out. */
  notice: { fen: number; state: NoticeState } | null
  hasPayee: boolean
  /** The account is not the applicant's own, or is in his name. */
  payeeFits: boolean
  /** How many the household has, at least 1. */
  persons: number
  /** Grants of this township whose explanation is overdue. */
  overdue: number
  /** Live grants of the household this Beijing year; `before`: of the same cause, the year before. */
  year: { total: number; sameCause: number; before: number }
  /** How many other households were paid to the same account. */
  payeeHouseholds: number
  /** Exceptions that stand for this request (N-32, N-42). */
  exceptions: ExceptionCode[]
  fund: { bankFen: number; cashFen: number; frozen: boolean }
  actor: { leads: boolean; filedOrAccepted: boolean; gains: boolean }
}
/** `formula`: how the sum was worked out, where it was. */
export type Wish = { track: Track; fen: number; channel: Channel; formula?: Formula }
/** The lines of the policy that a decision is judged by. */
export type JudgeLimits = Pick<
  PolicyLines,
  'smallCapFen' | 'smallBasis' | 'urgentCeilingFen' | 'cashCapFen' | 'overdueBlockUrgent' | 'sameCausePerYear' | 'householdPerYear' | 'payeeSharedLimit'
> & FormulaLimits

/**
 * `allow`: the tap works. `next_signer`: somebody else of the township may. `county`: the township may not, the county
 * decides. `refuse`: not like this; `offer` names the way that is open.
 */
export type Judgement =
  | { outcome: 'allow' }
  | {
      outcome: 'next_signer' | 'county' | 'refuse'
      code: ProblemCode
      rules: readonly string[]
      /** In plain Chinese, with the limit where there is one. */
      sentence: string
      limitFen?: number
      offer?: 'urgent' | 'county' | 'transfer' | 'cash'
    }

/** The cap of a small grant for a household of so many: of the case, or of each person. */
export function smallCapOf(limits: Pick<JudgeLimits, 'smallCapFen' | 'smallBasis'>, persons: number): number {
  return limits.smallBasis === 'per_person' ? limits.smallCapFen * Math.max(1, persons) : limits.smallCapFen
}

/** The smaller of the policy's ceiling and the letter's holds. */
function ceilingOf({ letterFen }: CaseFacts, { urgentCeilingFen }: JudgeLimits): number {
  return Math.min(urgentCeilingFen, letterFen ?? urgentCeilingFen)
}

/** The first rule that stands against the wish decides. */
export function judge(facts: CaseFacts, limits: JudgeLimits, wish: Wish): Judgement {
  const code = against(facts, limits, wish)[0]
  return code === undefined ? { outcome: 'allow' } : said(code, facts, limits, wish)
}

/** Every rule that stands against the wish, first things first. */
export function against(facts: CaseFacts, limits: JudgeLimits, wish: Wish): ProblemCode[] {
  const { actor, year, notice } = facts
  const stands = (code: ExceptionCode) => facts.exceptions.includes(code)
  const oftener = stands('RECURRENT_INFECTION') || stands('EPIDEMIC') || stands('OTHER_HARDSHIP')
  const standard = wish.track === 'standard'
  const { formula } = wish
  const counted = formula?.kind === 'light' ? undefined : formula
  const rules: [ProblemCode, boolean][] = [
    // where the request stands
    ['request_not_open', !facts.open],
    ['county_turn', facts.escalated],
    ['request_not_accepted', !facts.accepted],
    ['already_granted', facts.granted],
    // who
    ['post_required', !actor.leads],
    ['same_person', actor.filedOrAccepted],
    ['beneficiary', actor.gains],
    ['kin_needs_county', facts.kin],
    ['no_letter', facts.letterFen === null],
    // how
    ['public_notice_needed', standard ? notice === null : facts.lastingCost],
    ['objection_open', standard && notice?.state === 'stopped'],
    ['notice_running', standard && notice?.state === 'running'],
    ['notice_amount', standard && notice !== null && wish.fen > notice.fen],
    ['overdue_explanations', wish.track === 'urgent' && facts.overdue >= limits.overdueBlockUrgent],
    // how much
    ['light_cap', formula?.kind === 'light' && wish.fen > limits.lightCapFen],
    ['formula_months', counted?.kind === 'months' && (counted.count < limits.monthsMin || counted.count > limits.monthsMax)],
    ['formula_days', counted?.kind === 'days' && counted.count > limits.daysMax],
    ['formula_persons', counted !== undefined && counted.persons > countedPersons(limits, facts.persons)],
    ['formula_sum', counted !== undefined && wish.fen !== formulaFen(counted, limits)],
    ['county_turn', wish.fen > ceilingOf(facts, limits)],
    ['small_cap', wish.track === 'small' && wish.fen > smallCapOf(limits, facts.persons)],
    ['cash_cap', wish.channel === 'cash' && wish.fen > limits.cashCapFen],
    ['payee_needed', wish.channel === 'transfer' && !facts.hasPayee],
    ['payee_holder', wish.channel === 'transfer' && !facts.payeeFits],
    // how often
    ['payee_shared', wish.channel === 'transfer' && facts.payeeHouseholds >= limits.payeeSharedLimit && !stands('SHARED_PAYEE')],
    ['same_cause_this_year', !oftener && year.sameCause >= limits.sameCausePerYear],
    ['household_year_limit', !oftener && year.total >= limits.householdPerYear],
    ['still_in_need', !oftener && year.before > 0 && !stands('STILL_IN_NEED')],
    // the fund
    ['fund_frozen', facts.fund.frozen],
    ['fund_insufficient', wish.fen > availableOf(facts, wish)],
  ]
  return rules.flatMap(([code, against]) => (against ? [code] : []))
}

const nextSigner: readonly ProblemCode[] = ['post_required', 'same_person', 'beneficiary']
const countyTurn: readonly ProblemCode[] = [
  'county_turn', 'kin_needs_county', 'no_letter', 'overdue_explanations', 'same_cause_this_year', 'household_year_limit', 'payee_shared',
  'fund_frozen', 'fund_insufficient',
]
const availableOf = ({ fund }: CaseFacts, { channel }: Wish) => (channel === 'cash' ? fund.cashFen : fund.bankFen)

function said(code: ProblemCode, facts: CaseFacts, limits: JudgeLimits, wish: Wish): Judgement {
  const { title, rules } = problems[code]
  const way = wayOf(code, facts, limits, wish)
  const county = countyTurn.includes(code) && way.offer !== 'transfer'
  const outcome = nextSigner.includes(code) ? 'next_signer' : county ? 'county' : 'refuse'
  const offer = way.offer ?? (outcome === 'county' ? 'county' : undefined)
  return {
    outcome, code, rules, sentence: way.sentence ?? title,
    ...(way.limitFen === undefined ? {} : { limitFen: way.limitFen }),
    ...(offer === undefined ? {} : { offer }),
  }
}

type Way = { sentence?: string; limitFen?: number; offer?: 'urgent' | 'county' | 'transfer' | 'cash' }

/** The limit that refused and the way that is open. */
function wayOf(code: ProblemCode, facts: CaseFacts, limits: JudgeLimits, wish: Wish): Way {
  if (code === 'county_turn' && !facts.escalated) {
    const limitFen = ceilingOf(facts, limits)
    return { limitFen, sentence: `超过乡镇上限 ${formatFen(limitFen)} 元,要报县级审批` }
  }
  if (code === 'notice_amount' && facts.notice)
    return { limitFen: facts.notice.fen, sentence: `公示的金额是 ${formatFen(facts.notice.fen)} 元,不能再多` }
  if (code === 'small_cap') {
    const limitFen = smallCapOf(limits, facts.persons)
    return { limitFen, offer: 'urgent', sentence: `超过小额快救上限 ${formatFen(limitFen)} 元,可按先行救助批` }
  }
  const counted = ofFormula(code, facts, limits, wish)
  if (counted) return counted
  if (code === 'cash_cap')
    return { limitFen: limits.cashCapFen, offer: 'transfer', sentence: `现金最多 ${formatFen(limits.cashCapFen)} 元,请改转账` }
  if (code === 'payee_needed') return { offer: 'cash' }
  if (code !== 'fund_insufficient') return {}
  const limitFen = availableOf(facts, wish)
  if (wish.channel === 'cash' && wish.fen <= facts.fund.bankFen)
    return { limitFen, offer: 'transfer', sentence: `现金只有 ${formatFen(limitFen)} 元,请改转账` }
  return { limitFen, offer: 'county', sentence: `储备金只有 ${formatFen(limitFen)} 元,要报县级审批` }
}

/** What the county's formula lets (N-31), in numbers. */
function ofFormula(code: ProblemCode, { persons }: CaseFacts, limits: JudgeLimits, { formula }: Wish): Way | undefined {
  const { lightCapFen, monthsMin, monthsMax, daysMax, formulaBasis } = limits
  if (code === 'light_cap') return { limitFen: lightCapFen, sentence: `轻微急难最多 ${formatFen(lightCapFen)} 元` }
  if (code === 'formula_months') return { sentence: `按月算,要在 ${monthsMin} 到 ${monthsMax} 个月之间` }
  if (code === 'formula_days') return { sentence: `按天算,最多 ${daysMax} 天` }
  if (code === 'formula_persons')
    return { sentence: formulaBasis === 'per_household' ? '本县按户算,只能算 1 户' : `这一户登记了 ${countedPersons(limits, persons)} 人,不能再多` }
  if (code !== 'formula_sum' || !formula || formula.kind === 'light') return undefined
  return { limitFen: formulaFen(formula, limits), sentence: `核算结果是 ${formulaWords(formula, limits)}` }
}
