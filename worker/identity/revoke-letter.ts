import type { LetterRevoked, RevokeLetter } from '../contract/index.ts'
import type { Context } from '../platform/index.ts'
import { statement, textInsert } from '../platform/index.ts'
import { change } from './change.ts'

/** The letter no longer holds: from now on the township decides nothing by it. Refuses: letter_revoked. */
export async function revokeLetter(ctx: Context, letterId: string, input: RevokeLetter): Promise<LetterRevoked> {
  return change(ctx, {
    chain: statement("SELECT 'county' FROM delegation_letters WHERE id = ?", letterId),
    facts: {},
    plan: (_, step) => {
      const reason = textInsert(ctx.cipher, step, input.reason)
      const revocation = statement(
        'INSERT INTO letter_revocations (letter_id, reason_text_id, revoked_by, revoked_at, journal_id) VALUES (?, ?, ?, ?, ?)',
        letterId,
        reason.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return {
        object: letterId,
        statements: [...reason.statements, revocation],
        answer: { letterId, revokedAt: step.at },
      }
    },
  })
}
