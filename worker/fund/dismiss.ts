import type { Dismissed, DismissProposal } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError, statement, textInsert } from '../platform/index.ts'
import { fundOf, townshipOfFund } from './order.ts'

/**
 * A wrong proposal ends here, with a reason: taken back by its maker, or turned down by who would confirm it. Its bank
 * serial is free again. Refuses: proposal_closed, post_required, not_found.
 */
export async function dismissProposal(
  ctx: Context,
  code: string,
  proposalId: string,
  input: DismissProposal,
): Promise<Dismissed> {
  return change<'proposal', Dismissed>(ctx, {
    chain: townshipOfFund(fundOf({ fund: code })),
    facts: { proposal: statement('SELECT id FROM proposals WHERE id = ? AND fund_code = ?', proposalId, code) },
    plan: ({ proposal: [proposal] }, step) => {
      if (!proposal) throw new ProblemError('not_found')
      const reason = textInsert(ctx.cipher, step, input.reason)
      const insert = statement(
        `INSERT INTO proposal_dismissals (proposal_id, reason_text_id, dismissed_by, dismissed_at, journal_id)
         VALUES (?, ?, ?, ?, ?)`,
        proposalId,
        reason.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return {
        object: proposalId,
        statements: [...reason.statements, insert],
        answer: { proposalId, dismissedAt: step.at },
      }
    },
  })
}
