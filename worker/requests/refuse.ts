import type { Refused, RefuseRequest } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { addDays, statement, textInsert } from '../platform/index.ts'
import { townshipOf } from './township-of.ts'

/** 行政复议 may be asked for within 60 days of knowing (N-50). */
const reviewDays = 60

/** 不予救助: facts, ground and reason are written (F-8, N-50). Refuses: already_granted, request_not_open, post_required. */
export async function refuseRequest(ctx: Context, requestId: string, input: RefuseRequest): Promise<Refused> {
  return change(ctx, {
    chain: townshipOf(requestId),
    facts: {},
    plan: (_, step) => {
      const facts = textInsert(ctx.cipher, step, input.facts)
      const reason = textInsert(ctx.cipher, step, input.reason)
      const reviewUntilOn = addDays(step.on, reviewDays)
      const refusal = statement(
        `INSERT INTO refusals (request_id, code, facts_text_id, reason_text_id, review_until_on, refused_by, refused_at, journal_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        requestId,
        input.code,
        facts.id,
        reason.id,
        reviewUntilOn,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return {
        object: requestId,
        statements: [...facts.statements, ...reason.statements, refusal],
        answer: { id: requestId, refusedAt: step.at, reviewUntilOn },
      }
    },
  })
}
