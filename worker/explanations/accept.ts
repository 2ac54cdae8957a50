import type { ExplanationAccepted, Place } from '../contract/index.ts'
import { entryInserts, fundHead, fundHeadOf } from '../fund/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { digest, ProblemError, statement } from '../platform/index.ts'
import { townshipOfGrant } from './township-of-grant.ts'

/**
 * Another person accepts the newest filing: every paid stage that is not explained yet moves to `cleared`. A small
 * grant's prefilled record takes one tap. Refuses: same_person, explanation_not_filed, explanation_not_due, explanation_accepted, beneficiary.
 */
export async function acceptExplanation(ctx: Context, grantId: string): Promise<ExplanationAccepted> {
  return change<'filing' | 'owing' | 'head', ExplanationAccepted>(ctx, {
    chain: townshipOfGrant(grantId),
    facts: {
      filing: statement(
        `SELECT f.n, f.filed_by, f.papers_hash, g.salt FROM grants g
         LEFT JOIN filings f ON f.grant_id = g.id AND f.n = (SELECT max(n) FROM filings WHERE grant_id = g.id) WHERE g.id = ?`,
        grantId,
      ),
      owing: statement('SELECT payout_id, place, fen FROM owing_payouts WHERE grant_id = ? ORDER BY payout_id', grantId),
      head: fundHead(statement('SELECT fund_code FROM grants WHERE id = ?', grantId)),
    },
    plan: ({ filing: [filing], owing, head: rows }, step) => {
      const head = fundHeadOf(rows[0])
      if (!filing || !head) throw new ProblemError('not_found')
      if (filing.n === null) throw new ProblemError('explanation_not_filed')
      const acceptance = statement(
        'INSERT INTO filing_acceptances (grant_id, n, accepted_by, accepted_at, journal_id) VALUES (?, ?, ?, ?, ?)',
        grantId,
        Number(filing.n),
        step.caller.personId,
        step.at,
        step.journalId,
      )
      const entries = owing.map((payout) => ({
        event: 'accept' as const,
        debit: 'cleared' as const,
        credit: payout.place as Place,
        fen: Number(payout.fen),
        payoutId: String(payout.payout_id),
        day: step.on,
        at: step.at,
        madeBy: String(filing.filed_by),
        checkedBy: step.caller.personId,
        factsHash: digest([String(filing.salt), 'accept', String(filing.papers_hash)]),
        journalId: step.journalId,
      }))
      const statements = [acceptance, ...entryInserts(head, entries)]
      return { object: grantId, statements, answer: { grantId, acceptedAt: step.at } }
    },
  })
}
