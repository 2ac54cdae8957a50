import type { Escalated, EscalateRequest } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { statement, textInsert } from '../platform/index.ts'
import { townshipOf } from './township-of.ts'

/** Above the township: the request becomes the county's turn; its clock runs on (N-20, scenario 11). Refuses: beneficiary. */
export async function escalateRequest(ctx: Context, requestId: string, input: EscalateRequest): Promise<Escalated> {
  return change(ctx, {
    chain: townshipOf(requestId),
    facts: {},
    plan: (_, step) => {
      const reason = textInsert(ctx.cipher, step, input.reason)
      const escalation = statement(
        'INSERT INTO escalations (request_id, code, reason_text_id, escalated_by, escalated_at, journal_id) VALUES (?, ?, ?, ?, ?, ?)',
        requestId,
        input.code,
        reason.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return {
        object: requestId,
        statements: [...reason.statements, escalation],
        answer: { id: requestId, escalatedAt: step.at },
      }
    },
  })
}
