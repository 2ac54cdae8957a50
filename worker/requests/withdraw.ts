import type { Withdrawn, WithdrawRequest } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { statement, textInsert } from '../platform/index.ts'
import { townshipOf } from './township-of.ts'

/** Taken back by who asked or filed, until it is granted. Refuses: out_of_scope, already_granted, request_not_open. */
export async function withdrawRequest(ctx: Context, requestId: string, input: WithdrawRequest): Promise<Withdrawn> {
  return change(ctx, {
    chain: townshipOf(requestId),
    facts: {},
    plan: (_, step) => {
      const reason = textInsert(ctx.cipher, step, input.reason)
      const withdrawal = statement(
        'INSERT INTO withdrawals (request_id, reason_text_id, withdrawn_by, withdrawn_at, journal_id) VALUES (?, ?, ?, ?, ?)',
        requestId,
        reason.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return {
        object: requestId,
        statements: [...reason.statements, withdrawal],
        answer: { id: requestId, withdrawnAt: step.at },
      }
    },
  })
}
