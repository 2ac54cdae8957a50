import type { RevealsReviewed } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

/** A leader of the officer's township, or the audit administrator, has looked at his reveals. Refuses: second_person_required, post_required. */
export async function reviewReveals(ctx: Context, officerId: string): Promise<RevealsReviewed> {
  return change<never, RevealsReviewed>(ctx, {
    chain: statement(
      `SELECT coalesce((SELECT township_code FROM posts WHERE person_id = ? AND township_code IS NOT NULL ORDER BY until_at IS NULL DESC, from_at, id LIMIT 1),
         (SELECT 'county' FROM posts WHERE person_id = ? LIMIT 1))`,
      officerId,
      officerId,
    ),
    facts: {},
    plan: (_, step) => ({
      object: officerId,
      statements: [
        statement(
          'INSERT INTO reveal_reviews (id, officer_id, reviewed_by, reviewed_at, journal_id) VALUES (?, ?, ?, ?, ?)',
          step.newId('rvw'),
          officerId,
          step.caller.personId,
          step.at,
          step.journalId,
        ),
      ],
      answer: { officerId, reviewedAt: step.at },
    }),
  })
}
