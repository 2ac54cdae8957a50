import type { ConfirmCounty, Granted } from '../contract/index.ts'
import type { FundHead } from '../fund/index.ts'
import { fundHead, fundHeadOf } from '../fund/index.ts'
import { change } from '../identity/index.ts'
import { policyFact, policyOf } from '../policy/index.ts'
import { townshipOf } from '../requests/index.ts'
import type { Context } from '../platform/index.ts'
import { beijingDay, ProblemError, statement } from '../platform/index.ts'
import { decisionInserts } from './decision.ts'

/**
 * The county leader confirms what 县救助股 proposed: one grant, as a township's, but from the county's own fund (N-20).
 * Refuses: proposal_missing, proposal_changed, same_person, beneficiary, payee_needed, fund_insufficient (limitFen).
 */
export async function confirmCounty(ctx: Context, requestId: string, input: ConfirmCounty): Promise<Granted> {
  const seen: { head?: FundHead } = {}
  const confirmed = change<'request' | 'proposal' | 'policy' | 'head', Granted>(ctx, {
    chain: townshipOf(requestId),
    facts: {
      request: statement(
        `SELECT r.number, r.township_code, r.person_id, r.cause_code, a.household_id, a.accepted_by,
           (SELECT count(*) FROM grants WHERE request_id = r.id) AS grants,
           (SELECT id FROM payees WHERE request_id = r.id ORDER BY n DESC LIMIT 1) AS payee_id,
           (SELECT group_concat(n) FROM (SELECT n FROM standing_exceptions WHERE request_id = r.id ORDER BY n)) AS exceptions
         FROM requests r LEFT JOIN acceptances a ON a.request_id = r.id WHERE r.id = ?`,
        requestId,
      ),
      proposal: statement('SELECT n, track, fen FROM county_proposals WHERE request_id = ? ORDER BY n DESC LIMIT 1', requestId),
      policy: policyFact(beijingDay(ctx.clock())),
      head: fundHead(statement('SELECT code FROM funds WHERE township_code IS NULL')),
    },
    plan: ({ request: [request], proposal: [proposal], policy: [policyRow], head: [headRow] }, step) => {
      const head = fundHeadOf(headRow)
      if (!request || !head) throw new ProblemError('not_found')
      if (!proposal) throw new ProblemError('proposal_missing')
      if (proposal.n !== input.proposal) throw new ProblemError('proposal_changed')
      seen.head = head
      const policy = policyOf(policyRow)
      const grantId = step.newId('gra')
      const number = `${String(request.number)}-${Number(request.grants) + 1}`
      const wish = {
        track: proposal.track as 'small' | 'urgent',
        amountFen: Number(proposal.fen),
        channel: 'transfer' as const,
        reason: input.reason,
      }
      return {
        object: grantId,
        statements: decisionInserts(ctx, step, wish, { grantId, number, requestId, request, policy, head }),
        answer: {
          grantId,
          number,
          requestId,
          track: wish.track,
          amountFen: wish.amountFen,
          channel: wish.channel,
          grantedAt: step.at,
          explanationDays: policy.explanationDays,
          fund: { code: head.code, availableFen: head.availableFen - wish.amountFen },
        },
      }
    },
  })
  return confirmed.catch((error: unknown) => {
    if (!(error instanceof ProblemError) || error.code !== 'fund_insufficient' || !seen.head) throw error
    throw new ProblemError('fund_insufficient', { limitFen: seen.head.availableFen }, error)
  })
}
