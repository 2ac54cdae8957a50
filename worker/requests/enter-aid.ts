import type { AidEntered, EnterAid } from '../contract/index.ts'
import { standingPrograms } from '../contract/index.ts'
import type { Step } from '../identity/index.ts'
import { change } from '../identity/index.ts'
import type { Context, Statement, Value } from '../platform/index.ts'
import { fieldProblem, statement, textInsert } from '../platform/index.ts'

/**
 * What another programme gave this household, by hand (C-05): a sum once, or a standing for at most a year (P13). Journaled
 * where the caseworker is. Refuses: input (with fields), aid_later, post_required, beneficiary.
 */
export async function enterAid(ctx: Context, householdId: string, input: EnterAid): Promise<AidEntered> {
  requireSpan(input)
  return change(ctx, {
    chain: whereMine(ctx, householdId),
    facts: {},
    plan: (_, step) => {
      const id = step.newId('aid')
      const words = textInsert(ctx.cipher, step, input.note)
      return {
        object: householdId,
        statements: [...words.statements, aidInsert(step, { ...input, id, householdId, wordsId: words.id, undoes: null })],
        answer: { id, householdId, enteredAt: step.at },
      }
    },
  })
}

/** The caller's own township, where he has a case of this household; else the household's. */
export function whereMine(ctx: Context, householdId: string): Statement {
  return statement(
    `SELECT coalesce((SELECT p.township_code FROM sessions s JOIN posts p ON p.person_id = s.person_id AND p.kind = 'caseworker' AND p.until_at IS NULL
       JOIN requests r ON r.township_code = p.township_code JOIN acceptances a ON a.request_id = r.id AND a.household_id = ?1
       WHERE s.token_hash = ?2 LIMIT 1), (SELECT township_code FROM households WHERE id = ?1))`,
    householdId,
    ctx.tokenHash ?? '',
  )
}

type Aid = { id: string; householdId: string; program: Value; amountFen?: Value; fromOn: Value; toOn?: Value; wordsId: string | null; undoes: string | null }

export function aidInsert(step: Step, aid: Aid): Statement {
  return statement(
    `INSERT INTO other_aid (id, household_id, program, fen, from_on, until_on, words_text_id, undoes, entered_by, entered_at, journal_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    aid.id,
    aid.householdId,
    aid.program,
    typeof aid.amountFen === 'number' ? BigInt(aid.amountFen) : null,
    aid.fromOn,
    aid.toOn ?? null,
    aid.wordsId,
    aid.undoes,
    step.caller.personId,
    step.at,
    step.journalId,
  )
}

function requireSpan({ program, fromOn, toOn }: EnterAid): void {
  const standing = (standingPrograms as readonly string[]).includes(program)
  if (standing && toOn === undefined) throw fieldProblem('toOn', '到哪天', '这一种要写到哪天为止')
  if (!standing && toOn !== undefined) throw fieldProblem('toOn', '到哪天', '这一种是一次性的,不写到哪天')
  const limit = `${Number(fromOn.slice(0, 4)) + 1}${fromOn.slice(4)}`
  if (toOn !== undefined && (toOn < fromOn || toOn > limit)) throw fieldProblem('toOn', '到哪天', '要在开始那天之后,最长一年')
}
