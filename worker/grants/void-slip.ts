import type { SlipVoided, VoidSlip } from '../contract/index.ts'
import { townshipOfGrant } from '../explanations/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { statement, textInsert } from '../platform/index.ts'
import { payoutFacts, payoutOf } from './payout.ts'

/**
 * A slip that nobody can sign any more (blurred, recipient gone) is made void by who handed the cash out or by a leader,
 * with a reason; the cash is to hand out again (F-12). Refuses: slip_missing, place_overdrawn (signed already), post_required.
 */
export async function voidSlip(ctx: Context, grantId: string, n: number, input: VoidSlip): Promise<SlipVoided> {
  return change<'payout' | 'head', SlipVoided>(ctx, {
    chain: townshipOfGrant(grantId),
    facts: payoutFacts(grantId, n),
    plan: (rows, step) => {
      const { payout } = payoutOf(rows.payout[0], rows.head[0])
      const reason = textInsert(ctx.cipher, step, input.reason)
      const voiding = statement(
        'INSERT INTO slip_voidings (payout_id, n, reason_text_id, voided_by, voided_at, journal_id) VALUES (?, ?, ?, ?, ?, ?)',
        payout.id,
        payout.slip,
        reason.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return {
        object: payout.id,
        statements: [...reason.statements, voiding],
        answer: { grantId, payout: n, voidedAt: step.at },
      }
    },
  })
}
