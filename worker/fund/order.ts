import type { FundOrder, Ordered, Place } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context, Statement } from '../platform/index.ts'
import { digest, fieldProblem, ProblemError, statement, textInsert } from '../platform/index.ts'
import { entryInsert, fundHead, fundHeadOf } from './entry.ts'

type Order = { event: FundOrder; amountFen: number; on?: string; bankSerial: string; reason: string }

/** The two ends of each order (DESIGN 3). `dual` ones wait for a second person as a proposal. */
export const orderMoves: Record<'allocate' | 'withdraw' | 'deposit', { debit: Place; credit: Place; dual: boolean }> = {
  allocate: { debit: 'bank.available', credit: 'county', dual: true },
  withdraw: { debit: 'cash.available', credit: 'bank.available', dual: true },
  deposit: { debit: 'bank.available', credit: 'cash.available', dual: false },
}

/** Whose journal a move of this fund belongs to; null where there is no such fund. */
export function townshipOfFund(code: string): Statement {
  return statement('SELECT township_code FROM funds WHERE code = ?', code)
}

/**
 * Orders a move of the fund's own money: 拨入, 提现, 存回. Needs the bank's serial; the day is today or earlier.
 * Refuses: post_required, out_of_scope, paper_used, fund_insufficient.
 */
export async function orderMove(
  ctx: Context,
  code: string,
  event: 'allocate' | 'withdraw' | 'deposit',
  order: Omit<Order, 'event'>,
): Promise<Ordered> {
  const { debit, credit, dual } = orderMoves[event]
  return change<'head', Ordered>(ctx, {
    chain: townshipOfFund(code),
    facts: { head: fundHead(statement('?', code)) },
    plan: ({ head: rows }, step) => {
      const head = fundHeadOf(rows[0])
      if (!head) throw new ProblemError('not_found')
      const day = order.on ?? step.on
      if (day > step.on || day < head.openedOn) {
        throw fieldProblem('on', '日期', '日期要在储备金开立之后、今天之前')
      }
      const reason = textInsert(ctx.cipher, step, order.reason)
      const answer = { fundCode: code, proposalId: null, entrySeq: null, at: step.at, availableFen: head.availableFen }
      if (dual) {
        const id = step.newId('pro')
        const insert = statement(
          `INSERT INTO proposals (id, fund_code, event, fen, day, paper, undoes, reason_text_id, made_by, made_at, journal_id)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          id,
          code,
          event,
          order.amountFen,
          day,
          order.bankSerial,
          null,
          reason.id,
          step.caller.personId,
          step.at,
          step.journalId,
        )
        return { object: id, statements: [...reason.statements, insert], answer: { ...answer, proposalId: id } }
      }
      const entry = entryInsert(
        {
          fundCode: code,
          event,
          debit,
          credit,
          fen: order.amountFen,
          payoutId: null,
          day,
          at: step.at,
          madeBy: step.caller.personId,
          checkedBy: null,
          paper: order.bankSerial,
          undoes: null,
          factsHash: digest([event, code, order.bankSerial]),
          journalId: step.journalId,
        },
        head,
      )
      const availableFen = head.availableFen + order.amountFen
      return {
        object: `${code}/${head.seq + 1}`,
        statements: [...reason.statements, entry],
        answer: { ...answer, entrySeq: head.seq + 1, availableFen },
      }
    },
  })
}
