import type { Granted, MakeGrant } from '../contract/index.ts'
import { formulaFen } from '../contract/index.ts'
import type { FundHead } from '../fund/index.ts'
import { fundHead, fundHeadOf } from '../fund/index.ts'
import { change, letterCeiling } from '../identity/index.ts'
import type { Policy } from '../policy/index.ts'
import { policyFact, policyOf } from '../policy/index.ts'
import { townshipOf } from '../requests/index.ts'
import type { Context } from '../platform/index.ts'
import { noticeFact, noticeOf } from '../standard/index.ts'
import { beijingDay, ProblemError, statement } from '../platform/index.ts'
import { decisionInserts } from './decision.ts'

/**
 * The one confirm (DESIGN 3): grant, payout, `reserve` entry and the owed explanation, in one plan. The schema judges
 * post, people, ceiling, frequency and balance (db/migrations/0008, 0009) and refuses with its own word.
 * Refuses: overdue_explanations, small_cap (offer: urgent), light_cap, formula_months, formula_days, formula_persons, formula_sum (limitFen), county_turn, public_notice_needed, cash_cap, payee_needed, same_cause_this_year,
 * household_year_limit, still_in_need, payee_shared, notice_running, objection_open, notice_amount, kin_needs_county, no_letter, fund_insufficient (limitFen), same_person, beneficiary, already_granted.
 */
export async function decideGrant(ctx: Context, requestId: string, input: MakeGrant): Promise<Granted> {
  const seen: Seen = {}
  const decided = change<'request' | 'policy' | 'head' | 'notice', Granted>(ctx, {
    chain: townshipOf(requestId),
    facts: {
      request: statement(
        `SELECT r.number, r.township_code, r.person_id, r.cause_code, a.household_id, a.accepted_by,
           (SELECT count(*) FROM grants WHERE request_id = r.id) AS grants,
           (SELECT id FROM payees WHERE request_id = r.id ORDER BY n DESC LIMIT 1) AS payee_id,
           (SELECT group_concat(n) FROM (SELECT n FROM standing_exceptions WHERE request_id = r.id ORDER BY n)) AS exceptions,
           (${letterCeiling('r.township_code', '?2')}) AS letter_fen
         FROM requests r LEFT JOIN acceptances a ON a.request_id = r.id WHERE r.id = ?1`,
        requestId,
        beijingDay(ctx.clock()),
      ),
      policy: policyFact(beijingDay(ctx.clock())),
      notice: noticeFact(requestId),
      head: fundHead(
        statement(
          'SELECT code FROM funds WHERE township_code = (SELECT township_code FROM requests WHERE id = ?)',
          requestId,
        ),
      ),
    },
    plan: ({ request: [request], policy: [policyRow], head: [headRow], notice: [noticeRow] }, step) => {
      const head = fundHeadOf(headRow)
      if (!request || !head) throw new ProblemError('not_found')
      const policy = policyOf(policyRow)
      Object.assign(seen, { policy, head, ceilingFen: Math.min(policy.urgentCeilingFen, Number(request.letter_fen ?? Infinity)), noticeFen: noticeOf(noticeRow, step.on)?.fen })
      const grantId = step.newId('gra')
      const number = `${String(request.number)}-${Number(request.grants) + 1}`
      const availableFen = input.channel === 'transfer' ? head.availableFen - input.amountFen : head.availableFen
      return {
        object: grantId,
        statements: decisionInserts(ctx, step, input, { grantId, number, requestId, request, policy, head }),
        answer: {
          grantId,
          number,
          requestId,
          track: input.track,
          amountFen: input.amountFen,
          channel: input.channel,
          grantedAt: step.at,
          explanationDays: input.track === 'standard' ? 0 : policy.explanationDays,
          fund: { code: head.code, availableFen },
        },
      }
    },
  })
  return decided.catch((error: unknown) => {
    throw withTheWayOut(error, input, seen)
  })
}

/** What was read for the decision; `ceilingFen`: the policy's or the letter's, the smaller. */
type Seen = { policy?: Policy; head?: FundHead; ceilingFen?: number; noticeFen?: number }

/** A refusal by a limit names the limit and the way out (`offer`). */
function withTheWayOut(error: unknown, input: MakeGrant, seen: Seen): unknown {
  if (!(error instanceof ProblemError)) return error
  const { policy, head, ceilingFen, noticeFen } = seen
  const { formula } = input
  const ways: Record<string, { offer?: string; limitFen: number | undefined }> = {
    light_cap: { limitFen: policy?.lightCapFen },
    formula_sum: { limitFen: policy && formula && formula.kind !== 'light' ? formulaFen(formula, policy) : undefined },
    small_cap: { offer: 'urgent', limitFen: policy?.smallBasis === 'per_case' ? policy.smallCapFen : undefined },
    county_turn: { offer: 'county', limitFen: ceilingFen },
    no_letter: { offer: 'county', limitFen: undefined },
    notice_amount: { offer: 'notice', limitFen: noticeFen },
    cash_cap: { offer: 'transfer', limitFen: policy?.cashCapFen },
    fund_insufficient: { offer: 'county', limitFen: input.channel === 'cash' ? head?.cashFen : head?.availableFen },
  }
  return ways[error.code] ? new ProblemError(error.code, ways[error.code], error) : error
}
