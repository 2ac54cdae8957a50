import type { ClaimDismissed, DismissClaim } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { statement, textInsert } from '../platform/index.ts'
import { townshipOfClaim } from './of-claim.ts'

/**
 * A wrong claim ends before its third confirmation, with a reason: taken back by its maker, or turned down by one of the
 * three. Its payouts are free again. Refuses: claim_closed, post_required, not_found.
 */
export async function dismissClaim(ctx: Context, claimId: string, input: DismissClaim): Promise<ClaimDismissed> {
  return change<never, ClaimDismissed>(ctx, {
    chain: townshipOfClaim(claimId),
    facts: {},
    plan: (_rows, step) => {
      const reason = textInsert(ctx.cipher, step, input.reason)
      const insert = statement(
        `INSERT INTO claim_dismissals (claim_id, reason_text_id, dismissed_by, dismissed_at, journal_id) VALUES (?, ?, ?, ?, ?)`,
        claimId,
        reason.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return {
        object: claimId,
        statements: [...reason.statements, insert],
        answer: { claimId, dismissedAt: step.at },
      }
    },
  })
}
