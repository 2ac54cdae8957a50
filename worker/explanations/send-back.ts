import type { ExplanationReturned, ReturnExplanation } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError, statement, textInsert } from '../platform/index.ts'
import { townshipOfGrant } from './township-of-grant.ts'

/** Sends the newest filing back with a reason; it is owed again. Refuses: same_person, explanation_not_filed. */
export async function sendBackExplanation(
  ctx: Context,
  grantId: string,
  input: ReturnExplanation,
): Promise<ExplanationReturned> {
  return change<'last', ExplanationReturned>(ctx, {
    chain: townshipOfGrant(grantId),
    facts: { last: statement('SELECT max(n) AS n FROM filings WHERE grant_id = ?', grantId) },
    plan: ({ last }, step) => {
      const n = last[0]?.n
      if (typeof n !== 'number') throw new ProblemError('explanation_not_filed')
      const reason = textInsert(ctx.cipher, step, input.reason)
      const insert = statement(
        'INSERT INTO filing_returns (grant_id, n, reason_text_id, returned_by, returned_at, journal_id) VALUES (?, ?, ?, ?, ?, ?)',
        grantId,
        n,
        reason.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return { object: grantId, statements: [...reason.statements, insert], answer: { grantId, returnedAt: step.at } }
    },
  })
}
