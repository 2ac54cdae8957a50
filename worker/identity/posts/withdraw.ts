import type { InvitationWithdrawn } from '../../contract/index.ts'
import type { Context } from '../../platform/index.ts'
import { statement } from '../../platform/index.ts'
import { change } from '../change.ts'

/** A code that went to the wrong hands is good for nothing any more. Refuses: invitation_unknown (bound, withdrawn or none). */
export async function withdrawInvitation(ctx: Context, id: string): Promise<InvitationWithdrawn> {
  return change(ctx, {
    chain: statement("SELECT 'county'"),
    facts: {},
    plan: (_, step) => ({
      object: id,
      statements: [
        statement(
          'INSERT INTO invitation_withdrawals (invitation_id, withdrawn_by, withdrawn_at, journal_id) VALUES (?, ?, ?, ?)',
          id,
          step.caller.personId,
          step.at,
          step.journalId,
        ),
      ],
      answer: { id, withdrawnAt: step.at },
    }),
  })
}
