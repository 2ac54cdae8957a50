import type { CancelPayout, PayoutCancelled } from '../contract/index.ts'
import { townshipOfGrant } from '../explanations/index.ts'
import { entryInserts, fundHead, fundHeadOf } from '../fund/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError, statement, textInsert } from '../platform/index.ts'
import { releaseOf, releasableFact } from './release.ts'

/**
 * One stage is not needed any more (N-21): its fen go back, the other stages stay. The last one that is left goes with
 * the whole grant. Refuses: not_your_decision, cannot_cancel, request_not_open (already cancelled).
 */
export async function cancelPayout(
  ctx: Context,
  grantId: string,
  n: number,
  input: CancelPayout,
): Promise<PayoutCancelled> {
  return change<'payout' | 'held' | 'head', PayoutCancelled>(ctx, {
    chain: townshipOfGrant(grantId),
    facts: {
      payout: statement('SELECT id FROM payouts WHERE grant_id = ? AND n = ?', grantId, n),
      held: releasableFact(grantId, n),
      head: fundHead(statement('SELECT fund_code FROM grants WHERE id = ?', grantId)),
    },
    plan: ({ payout: [payout], held, head: rows }, step) => {
      const head = fundHeadOf(rows[0])
      if (!payout || !head) throw new ProblemError('not_found')
      const reason = textInsert(ctx.cipher, step, input.reason)
      const cancellation = statement(
        `INSERT INTO payout_cancellations (payout_id, reason_text_id, cancelled_by, cancelled_at, journal_id)
         VALUES (?, ?, ?, ?, ?)`,
        String(payout.id),
        reason.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      const { entries, bankFen } = releaseOf(step, held)
      return {
        object: String(payout.id),
        statements: [...reason.statements, cancellation, ...entryInserts(head, entries)],
        answer: {
          grantId,
          payout: n,
          cancelledAt: step.at,
          fund: { code: head.code, availableFen: head.availableFen + bankFen },
        },
      }
    },
  })
}
