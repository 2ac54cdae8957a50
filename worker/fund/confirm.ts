import type { LedgerEvent, Ordered, Place } from '../contract/index.ts'
import type { Step } from '../identity/index.ts'
import { change } from '../identity/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { digest, ProblemError, statement } from '../platform/index.ts'
import type { Entry } from './entry.ts'
import { entryInserts, fundHead, fundHeadOf } from './entry.ts'
import { availableAfter, fundOf, townshipOfFund } from './order.ts'

/**
 * The second person: what was proposed becomes an entry; a claim that is reopened one for each of its payouts.
 * Refuses: second_person_required, post_required, proposal_closed, paper_used, fund_insufficient, place_overdrawn.
 */
export async function confirmProposal(ctx: Context, code: string, proposalId: string): Promise<Ordered> {
  const fund = fundOf({ fund: code })
  return change(ctx, {
    chain: townshipOfFund(fund),
    facts: {
      head: fundHead(fund),
      proposal: statement('SELECT * FROM proposals WHERE id = ? AND fund_code = ?', proposalId, code),
      steps: stepsFact(proposalId),
    },
    plan: ({ head: rows, proposal: [proposal], steps }, step) => {
      const head = fundHeadOf(rows[0])
      if (!head || !proposal) throw new ProblemError('not_found')
      if (steps.length === 0) throw new ProblemError('place_overdrawn')
      const confirmation = statement(
        'INSERT INTO proposal_confirmations (proposal_id, confirmed_by, confirmed_at, journal_id) VALUES (?, ?, ?, ?)',
        proposalId,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      const entries = steps.map((row) => entryOf(step, proposal, row))
      const [first] = entries as [Entry]
      return {
        object: proposalId,
        statements: [confirmation, ...entryInserts(head, entries)],
        answer: {
          fundCode: code,
          proposalId,
          entrySeq: head.seq + entries.length,
          at: step.at,
          availableFen: availableAfter(head, first.debit, first.credit, first.fen),
        },
      }
    },
  })
}

/** The walk that the order means: an undo mirrors, a reopened claim gives back each payout, others start where the money lies. */
function stepsFact(proposalId: string): Statement {
  return statement(
    `WITH p AS (SELECT * FROM proposals WHERE id = ?)
     SELECT u.credit_place AS debit_place, u.debit_place AS credit_place, p.fen, p.payout_id FROM p
       JOIN entries u ON u.fund_code = p.fund_code AND u.seq = p.undoes
     UNION ALL SELECT c.credit_place, c.debit_place, c.fen, c.payout_id FROM p JOIN entries c ON c.claim_id = p.claim_id AND c.event = 'claim'
       WHERE p.event = 'reopen' AND NOT EXISTS (
         SELECT 1 FROM entries r WHERE r.claim_id = c.claim_id AND r.event = 'reopen' AND r.payout_id = c.payout_id)
     UNION ALL SELECT * FROM (SELECT m.debit_place, m.credit_place, p.fen, p.payout_id FROM p JOIN moves m ON m.event = p.event AND m.dual = 1
       JOIN places a ON a.place = m.credit_place
       LEFT JOIN balances b ON b.fund_code = p.fund_code AND b.place = a.place
         AND b.key = CASE a.per WHEN 'fund' THEN '' WHEN 'claim' THEN p.claim_id ELSE p.payout_id END
       WHERE p.event NOT IN ('undo', 'reopen') ORDER BY coalesce(b.fen, 0) > 0 DESC LIMIT 1)`,
    proposalId,
  )
}

function entryOf(step: Step, proposal: Row, row: Row): Entry {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  return {
    event: proposal.event as LedgerEvent,
    debit: row.debit_place as Place,
    credit: row.credit_place as Place,
    fen: Number(row.fen),
    payoutId: text(row.payout_id),
    claimId: text(proposal.claim_id),
    day: String(proposal.day),
    at: step.at,
    madeBy: String(proposal.made_by),
    checkedBy: step.caller.personId,
    paper: text(proposal.paper),
    undoes: proposal.undoes === null ? null : Number(proposal.undoes),
    factsHash: digest(['proposal', String(proposal.id)]),
    journalId: step.journalId,
  }
}
