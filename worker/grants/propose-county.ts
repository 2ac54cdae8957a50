import type { CountyProposed, ProposeCounty } from '../contract/index.ts'
import { ownPhotos, requirePhotos } from '../evidence/index.ts'
import { change } from '../identity/index.ts'
import type { Policy } from '../policy/index.ts'
import { policyFact, policyOf } from '../policy/index.ts'
import { townshipOf } from '../requests/index.ts'
import type { Context } from '../platform/index.ts'
import { beijingDay, ProblemError, statement, textInsert } from '../platform/index.ts'

/**
 * 县救助股 says what the county should grant (N-20); the last of its proposals counts. Above the county's cap it carries
 * the minutes of 一事一议. Refuses: minutes_needed (limitFen), not_escalated, request_not_accepted, small_cap, public_notice_needed.
 */
export async function proposeCounty(ctx: Context, requestId: string, input: ProposeCounty): Promise<CountyProposed> {
  const { minutes } = input
  const seen: { policy?: Policy } = {}
  const proposed = change<'earlier' | 'photos' | 'policy', CountyProposed>(ctx, {
    chain: townshipOf(requestId),
    facts: {
      earlier: statement('SELECT count(*) AS n FROM county_proposals WHERE request_id = ?', requestId),
      photos: ownPhotos(ctx.tokenHash, minutes ? [minutes.evidenceId] : []),
      policy: policyFact(beijingDay(ctx.clock())),
    },
    plan: ({ earlier: [earlier], photos, policy: [policyRow] }, step) => {
      seen.policy = policyOf(policyRow)
      if (minutes) requirePhotos([minutes.evidenceId], photos, 'minutes.evidenceId')
      const n = Number(earlier?.n ?? 0) + 1
      const reason = textInsert(ctx.cipher, step, input.reason)
      const said = textInsert(ctx.cipher, step, minutes?.text)
      const proposal = statement(
        `INSERT INTO county_proposals (request_id, n, track, fen, reason_text_id, minutes_text_id, minutes_evidence_id, proposed_by, proposed_at, journal_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        requestId,
        n,
        input.track,
        input.amountFen,
        reason.id,
        said.id,
        minutes?.evidenceId ?? null,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return {
        object: requestId,
        statements: [...reason.statements, ...said.statements, proposal],
        answer: { requestId, proposal: n, proposedAt: step.at },
      }
    },
  })
  return proposed.catch((error: unknown) => {
    const { policy } = seen
    if (!(error instanceof ProblemError) || !policy) throw error
    if (error.code === 'small_cap') throw new ProblemError('small_cap', { offer: 'urgent', limitFen: policy.smallCapFen }, error)
    if (error.code === 'minutes_needed') throw new ProblemError('minutes_needed', { limitFen: countyCapOf(policy) }, error)
    throw error
  })
}

/** What the county may grant without minutes: so many times the month's standard (N-20). */
export function countyCapOf(policy: Policy): number {
  return policy.countyCapTimes * policy.dibaoFen
}
