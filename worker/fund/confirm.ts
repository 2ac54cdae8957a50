import type { Ordered, Place } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { digest, ProblemError, statement } from '../platform/index.ts'
import { entryInsert, fundHead, fundHeadOf } from './entry.ts'
import { orderMoves, townshipOfFund } from './order.ts'

/**
 * The second person: what was proposed becomes an entry. Refuses: second_person_required, post_required,
 * proposal_closed, paper_used, fund_insufficient.
 */
export async function confirmProposal(ctx: Context, code: string, proposalId: string): Promise<Ordered> {
  return change(ctx, {
    chain: townshipOfFund(code),
    facts: {
      head: fundHead(statement('?', code)),
      proposal: statement(
        `SELECT p.*, e.debit_place, e.credit_place FROM proposals p
         LEFT JOIN entries e ON e.fund_code = p.fund_code AND e.seq = p.undoes WHERE p.id = ? AND p.fund_code = ?`,
        proposalId,
        code,
      ),
    },
    plan: ({ head: rows, proposal: [proposal] }, step) => {
      const head = fundHeadOf(rows[0])
      if (!head || !proposal) throw new ProblemError('not_found')
      const { debit, credit } = endsOf(String(proposal.event), proposal.debit_place, proposal.credit_place)
      const fen = Number(proposal.fen)
      const confirmation = statement(
        'INSERT INTO proposal_confirmations (proposal_id, confirmed_by, confirmed_at, journal_id) VALUES (?, ?, ?, ?)',
        proposalId,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      const entry = entryInsert(
        {
          fundCode: code,
          event: proposal.event as 'allocate',
          debit,
          credit,
          fen,
          payoutId: null,
          day: String(proposal.day),
          at: step.at,
          madeBy: String(proposal.made_by),
          checkedBy: step.caller.personId,
          paper: proposal.paper === null ? null : String(proposal.paper),
          undoes: proposal.undoes === null ? null : Number(proposal.undoes),
          factsHash: digest(['proposal', proposalId]),
          journalId: step.journalId,
        },
        head,
      )
      const availableFen =
        head.availableFen + (debit === 'bank.available' ? fen : 0) - (credit === 'bank.available' ? fen : 0)
      return {
        object: proposalId,
        statements: [confirmation, entry],
        answer: { fundCode: code, proposalId, entrySeq: head.seq + 1, at: step.at, availableFen },
      }
    },
  })
}

/** An undo mirrors the entry it undoes. */
function endsOf(event: string, debit: unknown, credit: unknown): { debit: Place; credit: Place } {
  if (event === 'undo') return { debit: credit as Place, credit: debit as Place }
  return orderMoves[event as keyof typeof orderMoves]
}
