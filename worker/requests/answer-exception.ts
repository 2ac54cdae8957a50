import type { AnswerException, ExceptionAnswered } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { statement, textInsert } from '../platform/index.ts'

/** The county consents to an exception, or not, with a reason (N-32). Refuses: exception_answered, request_not_open, same_person. */
export async function answerException(ctx: Context, requestId: string, n: number, input: AnswerException): Promise<ExceptionAnswered> {
  return change(ctx, {
    chain: statement('SELECT r.township_code FROM exceptions e JOIN requests r ON r.id = e.request_id WHERE e.request_id = ? AND e.n = ?', requestId, n),
    facts: {},
    plan: (_, step) => {
      const reason = textInsert(ctx.cipher, step, input.reason)
      const answer = statement(
        'INSERT INTO exception_answers (request_id, n, consent, reason_text_id, answered_by, answered_at, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
        requestId,
        n,
        input.consent ? 1 : 0,
        reason.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return {
        object: requestId,
        statements: [...reason.statements, answer],
        answer: { id: requestId, n, consent: input.consent, answeredAt: step.at },
      }
    },
  })
}
