import type { AidEntered, WithdrawAid } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError, statement, textInsert } from '../platform/index.ts'
import { aidInsert, whereMine } from './enter-aid.ts'

/** A row of another programme that was wrong: its mirror row, with a reason. Refuses: aid_withdrawn, post_required. */
export async function withdrawAid(ctx: Context, householdId: string, aidId: string, input: WithdrawAid): Promise<AidEntered> {
  return change<'aid', AidEntered>(ctx, {
    chain: whereMine(ctx, householdId),
    facts: {
      aid: statement('SELECT program, fen, from_on, until_on FROM other_aid WHERE id = ? AND household_id = ? AND undoes IS NULL', aidId, householdId),
    },
    plan: ({ aid: [aid] }, step) => {
      if (!aid) throw new ProblemError('not_found')
      const id = step.newId('aid')
      const words = textInsert(ctx.cipher, step, input.reason)
      const row = {
        id, householdId, wordsId: words.id, undoes: aidId,
        program: aid.program ?? null, amountFen: aid.fen, fromOn: aid.from_on ?? null, toOn: aid.until_on,
      }
      return {
        object: householdId,
        statements: [...words.statements, aidInsert(step, row)],
        answer: { id, householdId, enteredAt: step.at },
      }
    },
  })
}
