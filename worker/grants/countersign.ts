import type { PayoutStep } from '../contract/index.ts'
import { townshipOfGrant } from '../explanations/index.ts'
import { change } from '../identity/index.ts'
import { dueOf } from '../policy/index.ts'
import type { Context } from '../platform/index.ts'
import { beijingDay, ProblemError, statement } from '../platform/index.ts'
import { paidInserts } from './pay.ts'
import { dueAfter, payoutFacts, payoutOf } from './payout.ts'

/**
 * The second officer was there when the cash was handed over and signs by own login (F-12): only now it is paid, on the
 * day it was handed. Refuses: slip_missing, second_person_required, cashier_is_reviewer.
 */
export async function countersignPayout(ctx: Context, grantId: string, n: number): Promise<PayoutStep> {
  const handedOn = statement(
    `SELECT date(s.handed_at, '+8 hours') FROM live_slips s JOIN payouts p ON p.id = s.payout_id WHERE p.grant_id = ? AND p.n = ?`,
    grantId,
    n,
  )
  return change<'payout' | 'head' | 'due', PayoutStep>(ctx, {
    chain: townshipOfGrant(grantId),
    facts: { ...payoutFacts(grantId, n), due: dueAfter(grantId, handedOn) },
    plan: (rows, step) => {
      const { payout, head } = payoutOf(rows.payout[0], rows.head[0])
      if (!payout.handedBy || !payout.slipId || !payout.handedAt) throw new ProblemError('slip_missing')
      const paidOn = beijingDay(new Date(payout.handedAt))
      const fixed = payout.owes ? dueOf(rows.due[0]) : null
      const paper = {
        day: paidOn,
        madeBy: payout.handedBy,
        checkedBy: step.caller.personId,
        paper: `slip:${payout.slipId}`,
      }
      return {
        object: payout.id,
        statements: paidInserts(step, head, payout, paper, fixed),
        answer: { grantId, payout: n, step: 'paid', at: step.at, dueOn: fixed?.on ?? null, dueProvisional: fixed?.provisional ?? false },
      }
    },
  })
}
