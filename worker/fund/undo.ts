import type { Ordered, Undo } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { fieldProblem, ProblemError, statement, textInsert } from '../platform/index.ts'
import { fundHead, fundHeadOf } from './entry.ts'
import { fundOf, proposalInsert, townshipOfFund } from './order.ts'

/**
 * Proposes the mirror image of one entry (冲正); a second person confirms it. An approval is cancelled, an instruction
 * rejected, a claim reopened instead: their moves have a way back of their own. Refuses: already_undone, input (no such entry).
 */
export async function proposeUndo(ctx: Context, code: string, input: Undo): Promise<Ordered> {
  const fund = fundOf({ fund: code })
  return change(ctx, {
    chain: townshipOfFund(fund),
    facts: {
      head: fundHead(fund),
      entry: statement(
        `SELECT e.fen, e.payout_id, e.claim_id, m.undo_makers IS NOT NULL AS undoable
         FROM entries e JOIN moves m ON m.event = e.event AND m.debit_place = e.debit_place AND m.credit_place = e.credit_place
         WHERE e.fund_code = ? AND e.seq = ?`,
        code,
        input.entrySeq,
      ),
    },
    plan: ({ head: rows, entry: [entry] }, step) => {
      const head = fundHeadOf(rows[0])
      if (!head) throw new ProblemError('not_found')
      if (!entry || entry.undoable !== 1) {
        throw fieldProblem('entrySeq', '要冲正的笔号', '这一笔不能冲正;批准用撤销,核销用退回')
      }
      const reason = textInsert(ctx.cipher, step, input.reason)
      const id = step.newId('pro')
      const insert = proposalInsert(step, code, {
        id,
        event: 'undo',
        fen: Number(entry.fen),
        payoutId: entry.payout_id === null ? null : String(entry.payout_id),
        claimId: entry.claim_id === null ? null : String(entry.claim_id),
        day: step.on,
        paper: null,
        undoes: input.entrySeq,
        reasonId: reason.id,
      })
      return {
        object: id,
        statements: [...reason.statements, insert],
        answer: { fundCode: code, proposalId: id, entrySeq: null, at: step.at, availableFen: head.availableFen },
      }
    },
  })
}
