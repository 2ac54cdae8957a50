import type { PayoutStep } from '../contract/index.ts'
import { townshipOfGrant } from '../explanations/index.ts'
import { entryInserts } from '../fund/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { digest } from '../platform/index.ts'
import { payoutFacts, payoutOf } from './payout.ts'

/** The cashier has given the bank its instruction: held -> in transit. Refuses: cashier_is_reviewer, place_overdrawn. */
export async function sendPayout(ctx: Context, grantId: string, n: number): Promise<PayoutStep> {
  return change<'payout' | 'head', PayoutStep>(ctx, {
    chain: townshipOfGrant(grantId),
    facts: payoutFacts(grantId, n),
    plan: (rows, step) => {
      const { payout, head } = payoutOf(rows.payout[0], rows.head[0])
      const statements = entryInserts(head, [
        {
          event: 'send',
          debit: 'bank.sent',
          credit: 'bank.held',
          fen: payout.fen,
          payoutId: payout.id,
          day: step.on,
          at: step.at,
          madeBy: step.caller.personId,
          factsHash: digest([payout.salt, 'send', payout.id]),
          journalId: step.journalId,
        },
      ])
      return {
        object: payout.id,
        statements,
        answer: { grantId, payout: n, step: 'sent', at: step.at, dueOn: null, dueProvisional: false },
      }
    },
  })
}
