import type { PayoutStep } from '../contract/index.ts'
import { townshipOfGrant } from '../explanations/index.ts'
import { entryInsert } from '../fund/index.ts'
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
      const entry = entryInsert(
        {
          fundCode: head.code,
          event: 'send',
          debit: 'bank.sent',
          credit: 'bank.held',
          fen: payout.fen,
          payoutId: payout.id,
          day: step.on,
          at: step.at,
          madeBy: step.caller.personId,
          checkedBy: null,
          paper: null,
          undoes: null,
          factsHash: digest([payout.salt, 'send', payout.id]),
          journalId: step.journalId,
        },
        head,
      )
      return {
        object: payout.id,
        statements: [entry],
        answer: { grantId, payout: n, step: 'sent', at: step.at, dueOn: null, dueProvisional: false },
      }
    },
  })
}
