import type { CancelGrant, Cancelled } from '../contract/index.ts'
import { townshipOfGrant } from '../explanations/index.ts'
import { entryInsert, fundHead, fundHeadOf } from '../fund/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { digest, ProblemError, statement, textInsert } from '../platform/index.ts'

/**
 * A wrong sum is cancelled by the same official before the money is sent: the fen go back and the request can be
 * decided again. Refuses: not_your_decision, cannot_cancel, request_not_open (already cancelled).
 */
export async function cancelGrant(ctx: Context, grantId: string, input: CancelGrant): Promise<Cancelled> {
  return change<'payout' | 'head', Cancelled>(ctx, {
    chain: townshipOfGrant(grantId),
    facts: {
      payout: statement(
        'SELECT p.id, p.fen, p.channel, g.salt FROM payouts p JOIN grants g ON g.id = p.grant_id WHERE g.id = ? AND p.n = 1',
        grantId,
      ),
      head: fundHead(statement('SELECT fund_code FROM grants WHERE id = ?', grantId)),
    },
    plan: ({ payout: [payout], head: rows }, step) => {
      const head = fundHeadOf(rows[0])
      if (!payout || !head) throw new ProblemError('not_found')
      const reason = textInsert(ctx.cipher, step, input.reason)
      const cancellation = statement(
        'INSERT INTO cancellations (grant_id, reason_text_id, cancelled_by, cancelled_at, journal_id) VALUES (?, ?, ?, ?, ?)',
        grantId,
        reason.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      const bank = payout.channel === 'transfer'
      const fen = Number(payout.fen)
      const release = entryInsert(
        {
          fundCode: head.code,
          event: 'release',
          debit: bank ? 'bank.available' : 'cash.available',
          credit: bank ? 'bank.held' : 'cash.held',
          fen,
          payoutId: String(payout.id),
          day: step.on,
          at: step.at,
          madeBy: step.caller.personId,
          checkedBy: null,
          paper: null,
          undoes: null,
          factsHash: digest([String(payout.salt), 'cancel', grantId]),
          journalId: step.journalId,
        },
        head,
      )
      return {
        object: grantId,
        statements: [...reason.statements, cancellation, release],
        answer: {
          grantId,
          cancelledAt: step.at,
          fund: { code: head.code, availableFen: head.availableFen + (bank ? fen : 0) },
        },
      }
    },
  })
}
