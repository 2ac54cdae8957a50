import type { HandBack, HandedBack } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { statement, textInsert } from '../platform/index.ts'
import { townshipOf } from './township-of.ts'

/** The county gives it back to the township, once: topped up, or the township's to decide. Refuses: kin_needs_county, not_escalated. */
export async function handBackRequest(ctx: Context, requestId: string, input: HandBack): Promise<HandedBack> {
  return change(ctx, {
    chain: townshipOf(requestId),
    facts: {},
    plan: (_, step) => {
      const reason = textInsert(ctx.cipher, step, input.reason)
      const back = statement(
        'INSERT INTO hand_backs (request_id, reason_text_id, handed_back_by, handed_back_at, journal_id) VALUES (?, ?, ?, ?, ?)',
        requestId,
        reason.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return { object: requestId, statements: [...reason.statements, back], answer: { requestId, handedBackAt: step.at } }
    },
  })
}
