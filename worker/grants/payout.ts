import type { FundHead } from '../fund/index.ts'
import { fundHead, fundHeadOf } from '../fund/index.ts'
import { dueFact } from '../policy/index.ts'
import type { Row, Statement } from '../platform/index.ts'
import { ProblemError, statement } from '../platform/index.ts'

/** One payment of a grant. `slips`: how many cash slips there were, void ones too. */
export type Payout = {
  id: string
  grantId: string
  fen: number
  channel: 'transfer' | 'cash'
  /** Whether its explanation is owed: not for what was published before it was granted. */
  owes: boolean
  salt: string
  slips: number
  slip: number | null
  handedBy: string | null
  slipId: string | null
  handedAt: string | null
}

/** Facts of one payout: its row with the slip, and the fund's head. */
export function payoutFacts(grantId: string, n: number): { payout: Statement; head: Statement } {
  return {
    payout: statement(
      `SELECT p.id, p.grant_id, p.fen, p.channel, g.track, g.salt, s.n AS slip, s.handed_by, s.evidence_id, s.handed_at,
         (SELECT count(*) FROM cash_slips WHERE payout_id = p.id) AS slips
       FROM payouts p JOIN grants g ON g.id = p.grant_id LEFT JOIN live_slips s ON s.payout_id = p.id WHERE p.grant_id = ? AND p.n = ?`,
      grantId,
      n,
    ),
    head: fundHead(statement('SELECT fund_code FROM grants WHERE id = ?', grantId)),
  }
}

/** A fact: the explanation's due day if the money arrives on `paidOn` (a scalar select). */
export function dueAfter(grantId: string, paidOn: Statement): Statement {
  return dueFact(statement('SELECT explanation_days FROM grants WHERE id = ?', grantId), paidOn)
}

export function payoutOf(row: Row | undefined, headRow: Row | undefined): { payout: Payout; head: FundHead } {
  const head = fundHeadOf(headRow)
  if (!row || !head) throw new ProblemError('not_found')
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  return {
    head,
    payout: {
      id: String(row.id),
      grantId: String(row.grant_id),
      fen: Number(row.fen),
      channel: row.channel === 'cash' ? 'cash' : 'transfer',
      owes: row.track !== 'standard',
      salt: String(row.salt),
      slips: Number(row.slips),
      slip: row.slip === null ? null : Number(row.slip),
      handedBy: text(row.handed_by),
      slipId: text(row.evidence_id),
      handedAt: text(row.handed_at),
    },
  }
}
