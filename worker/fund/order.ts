import type { LedgerOrder, Ordered, Place } from '../contract/index.ts'
import type { Step } from '../identity/index.ts'
import { change } from '../identity/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { digest, fieldProblem, ProblemError, statement, textInsert } from '../platform/index.ts'
import type { FundHead } from './entry.ts'
import { entryInserts, fundHead, fundHeadOf } from './entry.ts'

/** What an order moves: the fund's own money, one payout's, or one claim's. */
export type Target = { fund: string } | { payout: string } | { claim: string }

/** `fen` may be left out where the whole of it moves. `paper`: bank serial or the number of a decision. */
export type Order = { event: LedgerOrder; fen?: number; on?: string; paper: string | null; reason: string }

/** A row of `moves` with what lies at the place that it takes from. */
type Move = { debit: Place; credit: Place; dual: boolean; lies: number }

/** The fund of a target, as a scalar select; null where there is none. */
export function fundOf(target: Target): Statement {
  if ('fund' in target) return statement('SELECT code FROM funds WHERE code = ?', target.fund)
  if ('payout' in target) return statement('SELECT fund_code FROM payouts WHERE id = ?', target.payout)
  return statement('SELECT fund_code FROM claims WHERE id = ?', target.claim)
}

/** Whose journal a move of this fund (a scalar select) belongs to, the county's own for its fund; null where there is no such fund. */
export function townshipOfFund(fund: Statement): Statement {
  return statement(`SELECT coalesce(township_code, 'county') FROM funds WHERE code = (${fund.sql})`, ...fund.args)
}

/**
 * Orders a move by hand. Which pair of places it is follows from where the money lies; a dual move waits for a second
 * person as a proposal, another stands in the ledger at once. Refuses: post_required, out_of_scope, paper_used,
 * fund_insufficient, place_overdrawn, period_closed, fund_frozen, not_replenished.
 */
export async function orderMove(ctx: Context, target: Target, order: Order): Promise<Ordered> {
  const fund = fundOf(target)
  return change<'head' | 'move', Ordered>(ctx, {
    chain: townshipOfFund(fund),
    facts: { head: fundHead(fund), move: moveFact(fund, target, order.event) },
    plan: ({ head: heads, move: moves }, step) => {
      const head = fundHeadOf(heads[0])
      if (!head) throw new ProblemError('not_found')
      const day = order.on ?? step.on
      if (day > step.on || day < head.openedOn) {
        throw fieldProblem('on', '日期', '日期要在储备金开立之后、今天之前')
      }
      const move = moveOf(moves[0])
      const fen = order.fen ?? move.lies
      if (fen === 0) throw new ProblemError('place_overdrawn')
      const reason = textInsert(ctx.cipher, step, order.reason)
      const planned = { ...order, fen, day, reasonId: reason.id }
      const done = move.dual ? proposed(step, head, target, planned) : entered(step, head, target, planned, move)
      return { ...done, statements: [...reason.statements, ...done.statements] }
    },
  })
}

function moveFact(fund: Statement, target: Target, event: LedgerOrder): Statement {
  const key = payoutOf(target) ?? claimOf(target)
  return statement(
    `SELECT m.debit_place, m.credit_place, m.dual, coalesce(b.fen, 0) AS fen FROM moves m JOIN places p ON p.place = m.credit_place
     LEFT JOIN balances b ON b.fund_code = (${fund.sql}) AND b.place = m.credit_place AND b.key = iif(p.per = 'fund', '', ?)
     WHERE m.event = ? ORDER BY coalesce(b.fen, 0) > 0 DESC LIMIT 1`,
    ...fund.args,
    key,
    event,
  )
}

function moveOf(row: Row | undefined): Move {
  if (!row) throw new ProblemError('move_unknown')
  return {
    debit: row.debit_place as Place,
    credit: row.credit_place as Place,
    dual: row.dual === 1,
    lies: Number(row.fen),
  }
}

type Planned = Order & { fen: number; day: string; reasonId: string | null }

const payoutOf = (target: Target): string | null => ('payout' in target ? target.payout : null)
const claimOf = (target: Target): string | null => ('claim' in target ? target.claim : null)

function proposed(step: Step, head: FundHead, target: Target, order: Planned) {
  const id = step.newId('pro')
  const insert = proposalInsert(step, head.code, {
    id,
    event: order.event,
    fen: order.fen,
    payoutId: payoutOf(target),
    claimId: claimOf(target),
    day: order.day,
    paper: order.paper,
    undoes: null,
    reasonId: order.reasonId,
  })
  const answer = { fundCode: head.code, proposalId: id, entrySeq: null, at: step.at, availableFen: head.availableFen }
  return { object: id, statements: [insert], answer }
}

function entered(step: Step, head: FundHead, target: Target, order: Planned, { debit, credit }: Move) {
  const statements = entryInserts(head, [
    {
      event: order.event,
      debit,
      credit,
      fen: order.fen,
      payoutId: payoutOf(target),
      claimId: claimOf(target),
      day: order.day,
      at: step.at,
      madeBy: step.caller.personId,
      paper: order.paper,
      factsHash: digest([order.event, head.code, order.paper]),
      journalId: step.journalId,
    },
  ])
  const answer = {
    fundCode: head.code,
    proposalId: null,
    entrySeq: head.seq + 1,
    at: step.at,
    availableFen: availableAfter(head, debit, credit, order.fen),
  }
  return { object: `${head.code}/${head.seq + 1}`, statements, answer }
}

/** What transfers may spend once this entry stands. */
export function availableAfter(head: FundHead, debit: Place, credit: Place, fen: number): number {
  return head.availableFen + (debit === 'bank.available' ? fen : 0) - (credit === 'bank.available' ? fen : 0)
}

type Proposal = {
  id: string
  event: LedgerOrder | 'undo'
  fen: number
  payoutId: string | null
  claimId: string | null
  day: string
  paper: string | null
  undoes: number | null
  reasonId: string | null
}

/** An order that waits for a second person. */
export function proposalInsert(step: Step, fundCode: string, proposal: Proposal): Statement {
  return statement(
    `INSERT INTO proposals (id, fund_code, event, fen, payout_id, claim_id, day, paper, undoes, reason_text_id, made_by, made_at, journal_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    proposal.id,
    fundCode,
    proposal.event,
    proposal.fen,
    proposal.payoutId,
    proposal.claimId,
    proposal.day,
    proposal.paper,
    proposal.undoes,
    proposal.reasonId,
    step.caller.personId,
    step.at,
    step.journalId,
  )
}
