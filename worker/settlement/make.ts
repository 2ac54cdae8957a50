import type { ClaimMade, MakeClaim } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError, statement } from '../platform/index.ts'

/**
 * 核销: a batch of cleared payouts of one fund, each in one claim only; left out = every one that is free. It waits for
 * its three confirmations. Refuses: not_claimable, beneficiary, post_required, out_of_scope, fund_frozen.
 */
export async function makeClaim(ctx: Context, code: string, input: MakeClaim): Promise<ClaimMade> {
  return change<'fund' | 'payouts', ClaimMade>(ctx, {
    chain: statement('SELECT township_code FROM funds WHERE code = ?', code),
    facts: {
      fund: statement('SELECT count(*) AS claims FROM claims WHERE fund_code = ?', code),
      payouts: statement(
        `SELECT o.id, b.fen FROM balances b JOIN payouts o ON o.id = b.key
         WHERE b.fund_code = ?1 AND b.place = 'cleared' AND b.fen > 0
           AND (?2 IS NULL OR o.id IN (SELECT value FROM json_each(?2)))
           AND (?2 IS NOT NULL OR NOT EXISTS (SELECT 1 FROM live_claim_items WHERE payout_id = o.id))
         ORDER BY o.id LIMIT 1000`,
        code,
        input.payoutIds ? JSON.stringify(input.payoutIds) : null,
      ),
    },
    plan: ({ fund: [fund], payouts }, step) => {
      const wanted = input.payoutIds ? new Set(input.payoutIds).size : 1
      if (payouts.length < wanted) throw new ProblemError('not_claimable')
      const claimId = step.newId('clm')
      const number = `HX${code.slice(1)}-${step.on.slice(0, 4)}-${String(Number(fund?.claims ?? 0) + 1).padStart(4, '0')}`
      const claim = statement(
        'INSERT INTO claims (id, fund_code, number, made_by, made_at, journal_id) VALUES (?, ?, ?, ?, ?, ?)',
        claimId,
        code,
        number,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      const items = payouts.map((payout) =>
        statement(
          'INSERT INTO claim_items (claim_id, payout_id, fen, journal_id) VALUES (?, ?, ?, ?)',
          claimId,
          String(payout.id),
          Number(payout.fen),
          step.journalId,
        ),
      )
      const amountFen = payouts.reduce((sum, { fen }) => sum + Number(fen), 0)
      return {
        object: claimId,
        statements: [claim, ...items],
        answer: { claimId, number, fundCode: code, count: payouts.length, amountFen, madeAt: step.at },
      }
    },
  })
}
