import type { AskException, ExceptionAsked } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { statement, textInsert } from '../platform/index.ts'
import { townshipOf } from './township-of.ts'

/**
 * The township asks for an exception to how often (N-32) or to a shared account (N-42), for one request, with a reason;
 * 跨年仍困难 stands at once. Refuses: exception_asked, request_not_accepted, already_granted, county_turn, beneficiary.
 */
export async function askForException(ctx: Context, requestId: string, input: AskException): Promise<ExceptionAsked> {
  return change<'last', ExceptionAsked>(ctx, {
    chain: townshipOf(requestId),
    facts: { last: statement('SELECT count(*) AS n FROM exceptions WHERE request_id = ?', requestId) },
    plan: ({ last }, step) => {
      const n = 1 + Number(last[0]?.n ?? 0)
      const reason = textInsert(ctx.cipher, step, input.reason)
      const exception = statement(
        'INSERT INTO exceptions (request_id, n, code, reason_text_id, asked_by, asked_at, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
        requestId,
        n,
        input.code,
        reason.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return {
        object: requestId,
        statements: [...reason.statements, exception],
        answer: { id: requestId, n, askedAt: step.at, stands: input.code === 'STILL_IN_NEED' },
      }
    },
  })
}
