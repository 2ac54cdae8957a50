import type { Entry } from '../fund/index.ts'
import type { Step } from '../identity/index.ts'
import type { Row, Statement } from '../platform/index.ts'
import { digest, statement } from '../platform/index.ts'

/** A fact: the payouts of a grant that still lie where they were approved to; `n` picks one of them. */
export function releasableFact(grantId: string, n?: number): Statement {
  return statement(
    `SELECT p.id, p.channel, b.fen, g.salt FROM payouts p JOIN grants g ON g.id = p.grant_id
     JOIN balances b ON b.fund_code = p.fund_code AND b.place IN ('bank.held', 'cash.held') AND b.key = p.id AND b.fen > 0
     WHERE p.grant_id = ?1 AND (?2 IS NULL OR p.n = ?2) ORDER BY p.n`,
    grantId,
    n ?? null,
  )
}

/** Their fen go back to what can be granted; `bankFen` of it by transfer. */
export function releaseOf(step: Step, payouts: Row[]): { entries: Entry[]; bankFen: number } {
  const entries = payouts.map((payout): Entry => {
    const bank = payout.channel === 'transfer'
    return {
      event: 'release',
      debit: bank ? 'bank.available' : 'cash.available',
      credit: bank ? 'bank.held' : 'cash.held',
      fen: Number(payout.fen),
      payoutId: String(payout.id),
      day: step.on,
      at: step.at,
      madeBy: step.caller.personId,
      factsHash: digest([String(payout.salt), 'cancel', String(payout.id)]),
      journalId: step.journalId,
    }
  })
  const bankFen = entries.reduce((sum, { debit, fen }) => sum + (debit === 'bank.available' ? fen : 0), 0)
  return { entries, bankFen }
}
