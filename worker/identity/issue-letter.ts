import type { IssueLetter, LetterIssued } from '../contract/index.ts'
import type { Context } from '../platform/index.ts'
import { fieldProblem, statement } from '../platform/index.ts'
import { change } from './change.ts'

/** 委托书: the county leader lets a township decide, up to a ceiling, for a time. Refuses: letter_number_used, township_unknown. */
export async function issueLetter(ctx: Context, input: IssueLetter): Promise<LetterIssued> {
  return change(ctx, {
    chain: statement("SELECT 'county'"),
    facts: {},
    plan: (_, step) => {
      if (input.validUntilOn < input.validFromOn) throw fieldProblem('validUntilOn', '委托截止日', '截止日要在起始日之后')
      if (input.validUntilOn < step.on) throw fieldProblem('validUntilOn', '委托截止日', '截止日已经过了,请写今天以后的日子')
      const letterId = step.newId('let')
      const letter = statement(
        `INSERT INTO delegation_letters (id, number, township_code, ceiling_fen, from_on, until_on, signed_by, signed_at, journal_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        letterId,
        input.number,
        input.townshipCode,
        input.ceilingFen,
        input.validFromOn,
        input.validUntilOn,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return {
        object: letterId,
        statements: [letter],
        answer: { letterId, number: input.number, townshipCode: input.townshipCode, signedAt: step.at },
      }
    },
  })
}
