import type { ExplanationReturned, ReturnExplanation } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import { dueFact, dueOf } from '../policy/index.ts'
import type { Context } from '../platform/index.ts'
import { beijingDay, ProblemError, statement, textInsert } from '../platform/index.ts'
import { townshipOfGrant } from './township-of-grant.ts'

/** Sends the newest filing back with a reason; it is owed again, with the days anew (DESIGN 3). Refuses: same_person, explanation_not_filed. */
export async function sendBackExplanation(
  ctx: Context,
  grantId: string,
  input: ReturnExplanation,
): Promise<ExplanationReturned> {
  return change<'last' | 'due', ExplanationReturned>(ctx, {
    chain: townshipOfGrant(grantId),
    facts: {
      last: statement('SELECT max(n) AS n FROM filings WHERE grant_id = ?', grantId),
      due: dueFact(
        statement('SELECT explanation_days FROM grants WHERE id = ?', grantId),
        statement('SELECT ?', beijingDay(ctx.clock())),
      ),
    },
    plan: ({ last, due: [due] }, step) => {
      const n = last[0]?.n
      if (typeof n !== 'number') throw new ProblemError('explanation_not_filed')
      const reason = textInsert(ctx.cipher, step, input.reason)
      const again = dueOf(due)
      const insert = statement(
        `INSERT INTO filing_returns (grant_id, n, reason_text_id, due_on, provisional, returned_by, returned_at, journal_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        grantId,
        n,
        reason.id,
        again.on,
        again.provisional ? 1 : 0,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return { object: grantId, statements: [...reason.statements, insert], answer: { grantId, returnedAt: step.at } }
    },
  })
}
