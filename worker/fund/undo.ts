import type { Ordered, Undo } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { fieldProblem, ProblemError, statement, textInsert } from '../platform/index.ts'
import { fundHead, fundHeadOf } from './entry.ts'
import { townshipOfFund } from './order.ts'

/**
 * Proposes the mirror image of one entry of the fund's own money (冲正); a second person confirms it. A grant's entries
 * are not undone here: they have their own moves. Refuses: already_undone, input (no such entry).
 */
export async function proposeUndo(ctx: Context, code: string, input: Undo): Promise<Ordered> {
  return change(ctx, {
    chain: townshipOfFund(code),
    facts: {
      head: fundHead(statement('?', code)),
      entry: statement(
        `SELECT event, fen, EXISTS (SELECT 1 FROM entries u WHERE u.fund_code = e.fund_code AND u.undoes = e.seq) AS undone
         FROM entries e WHERE fund_code = ? AND seq = ?`,
        code,
        input.entrySeq,
      ),
    },
    plan: ({ head: rows, entry: [entry] }, step) => {
      const head = fundHeadOf(rows[0])
      if (!head) throw new ProblemError('not_found')
      if (!entry || !['allocate', 'withdraw', 'deposit'].includes(String(entry.event))) {
        throw fieldProblem('entrySeq', '要冲正的笔号', '只能冲正拨入、提现和存回')
      }
      if (entry.undone === 1) throw new ProblemError('already_undone')
      const reason = textInsert(ctx.cipher, step, input.reason)
      const id = step.newId('pro')
      const insert = statement(
        `INSERT INTO proposals (id, fund_code, event, fen, day, paper, undoes, reason_text_id, made_by, made_at, journal_id)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        id,
        code,
        'undo',
        Number(entry.fen),
        step.on,
        null,
        input.entrySeq,
        reason.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return {
        object: id,
        statements: [...reason.statements, insert],
        answer: { fundCode: code, proposalId: id, entrySeq: null, at: step.at, availableFen: head.availableFen },
      }
    },
  })
}
