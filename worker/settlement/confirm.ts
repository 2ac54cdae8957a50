import type { ClaimConfirmed } from '../contract/index.ts'
import { entryInserts, fundHead, fundHeadOf } from '../fund/index.ts'
import { change } from '../identity/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { digest, ProblemError, statement } from '../platform/index.ts'
import { fundOfClaim, townshipOfClaim } from './of-claim.ts'

/**
 * 财政所, 县救助股 and 县财政 confirm in this order, each another person; at the third every payout of the claim moves from
 * `cleared` to `claimed`. Refuses: not_your_turn, second_person_required, claim_closed, place_overdrawn.
 */
export async function confirmClaim(ctx: Context, claimId: string): Promise<ClaimConfirmed> {
  return change<'claim' | 'items' | 'head', ClaimConfirmed>(ctx, {
    chain: townshipOfClaim(claimId),
    facts: {
      claim: statement(
        'SELECT made_by, (SELECT count(*) FROM claim_confirmations WHERE claim_id = claims.id) AS n FROM claims WHERE id = ?',
        claimId,
      ),
      items: statement('SELECT payout_id, fen FROM claim_items WHERE claim_id = ? ORDER BY payout_id', claimId),
      head: fundHead(fundOfClaim(claimId)),
    },
    plan: ({ claim: [claim], items, head: rows }, step) => {
      const head = fundHeadOf(rows[0])
      if (!claim || !head) throw new ProblemError('not_found')
      if (claim.n === 3) throw new ProblemError('claim_closed')
      const n = Number(claim.n) + 1
      const confirmation = statement(
        'INSERT INTO claim_confirmations (claim_id, n, confirmed_by, confirmed_at, journal_id) VALUES (?, ?, ?, ?, ?)',
        claimId,
        n,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      const claimed = (item: Row) => ({
        event: 'claim' as const,
        debit: 'claimed' as const,
        credit: 'cleared' as const,
        fen: Number(item.fen),
        payoutId: String(item.payout_id),
        claimId,
        day: step.on,
        at: step.at,
        madeBy: String(claim.made_by),
        checkedBy: step.caller.personId,
        factsHash: digest(['claim', claimId, String(item.payout_id)]),
        journalId: step.journalId,
      })
      const entries = n < 3 ? [] : items.map(claimed)
      return {
        object: claimId,
        statements: [confirmation, ...entryInserts(head, entries)],
        answer: { claimId, confirmations: n, at: step.at },
      }
    },
  })
}
