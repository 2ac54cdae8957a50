import type { CancelGrant, Cancelled } from '../contract/index.ts'
import { townshipOfGrant } from '../explanations/index.ts'
import { entryInserts, fundHead, fundHeadOf } from '../fund/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError, statement, textInsert } from '../platform/index.ts'
import { releaseOf, releasableFact } from './release.ts'

/**
 * A wrong sum is cancelled by the same official before the money is sent, or once all of it has come back: the fen return
 * and the request can be decided again. Refuses: not_your_decision, cannot_cancel, request_not_open (already cancelled).
 */
export async function cancelGrant(ctx: Context, grantId: string, input: CancelGrant): Promise<Cancelled> {
  return change<'payouts' | 'head', Cancelled>(ctx, {
    chain: townshipOfGrant(grantId),
    facts: {
      payouts: releasableFact(grantId),
      head: fundHead(statement('SELECT fund_code FROM grants WHERE id = ?', grantId)),
    },
    plan: ({ payouts, head: rows }, step) => {
      const head = fundHeadOf(rows[0])
      if (!head) throw new ProblemError('not_found')
      const reason = textInsert(ctx.cipher, step, input.reason)
      const cancellation = statement(
        'INSERT INTO cancellations (grant_id, reason_text_id, cancelled_by, cancelled_at, journal_id) VALUES (?, ?, ?, ?, ?)',
        grantId,
        reason.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      const { entries, bankFen } = releaseOf(step, payouts)
      return {
        object: grantId,
        statements: [...reason.statements, cancellation, ...entryInserts(head, entries)],
        answer: {
          grantId,
          cancelledAt: step.at,
          fund: { code: head.code, availableFen: head.availableFen + bankFen },
        },
      }
    },
  })
}
