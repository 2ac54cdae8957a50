import type { ExplanationAccepted } from '../contract/index.ts'
import { entryInsert, fundHead, fundHeadOf } from '../fund/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { digest, ProblemError, statement } from '../platform/index.ts'
import { townshipOfGrant } from './township-of-grant.ts'

/**
 * Another person accepts the newest filing: the fen move from `awaiting` to `cleared`. A small grant's prefilled record
 * takes one tap. Refuses: same_person, explanation_not_filed, explanation_not_due, explanation_accepted, beneficiary.
 */
export async function acceptExplanation(ctx: Context, grantId: string): Promise<ExplanationAccepted> {
  return change<'filing' | 'head', ExplanationAccepted>(ctx, {
    chain: townshipOfGrant(grantId),
    facts: {
      filing: statement(
        `SELECT f.n, f.filed_by, f.papers_hash, p.id AS payout_id, p.fen, g.salt FROM grants g
         JOIN payouts p ON p.grant_id = g.id AND p.n = 1
         LEFT JOIN filings f ON f.grant_id = g.id AND f.n = (SELECT max(n) FROM filings WHERE grant_id = g.id) WHERE g.id = ?`,
        grantId,
      ),
      head: fundHead(statement('SELECT fund_code FROM grants WHERE id = ?', grantId)),
    },
    plan: ({ filing: [filing], head: rows }, step) => {
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
      const entry = entryInsert(
        {
          fundCode: head.code,
          event: 'accept',
          debit: 'cleared',
          credit: 'awaiting',
          fen: Number(filing.fen),
          payoutId: String(filing.payout_id),
          day: step.on,
          at: step.at,
          madeBy: String(filing.filed_by),
          checkedBy: step.caller.personId,
          paper: null,
          undoes: null,
          factsHash: digest([String(filing.salt), 'accept', String(filing.papers_hash)]),
          journalId: step.journalId,
        },
        head,
      )
      return { object: grantId, statements: [acceptance, entry], answer: { grantId, acceptedAt: step.at } }
    },
  })
}
