import type { UnsignedSurveys } from '../contract/index.ts'
import { surveyors } from '../contract/index.ts'
import { personCell, signedIn } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError, statement, textOpen } from '../platform/index.ts'

/** Surveys of the caller's townships that still want a second surveyor, oldest first. Refuses: post_required. */
export async function listUnsigned(ctx: Context): Promise<UnsignedSurveys> {
  const caller = await signedIn(ctx)
  const townships = caller.posts.flatMap((post) => ((surveyors as readonly string[]).includes(post.kind) ? (post.townshipCode ?? []) : []))
  if (townships.length === 0) throw new ProblemError('post_required')
  const [rows = []] = await ctx.db.read([
    statement(
      `SELECT s.request_id, s.surveyed_by, s.surveyed_at, r.number, r.village_text_id, v.cipher AS village, p.name_cipher
       FROM surveys s JOIN undecided_requests u ON u.id = s.request_id JOIN requests r ON r.id = s.request_id
       JOIN persons p ON p.id = s.surveyed_by LEFT JOIN texts v ON v.id = r.village_text_id
       WHERE s.n = (SELECT max(n) FROM surveys WHERE request_id = s.request_id) AND s.surveyed_by <> ?1 AND r.person_id <> ?1
         AND r.township_code IN (SELECT value FROM json_each(?2))
         AND NOT EXISTS (SELECT 1 FROM survey_signatures g WHERE g.request_id = s.request_id AND g.n = s.n)
       ORDER BY s.surveyed_at LIMIT 100`,
      caller.personId,
      JSON.stringify(townships),
    ),
  ])
  return {
    items: rows.map((row) => ({
      requestId: String(row.request_id),
      number: String(row.number),
      village: textOpen(ctx.cipher, row.village_text_id, row.village),
      by: personCell(ctx.cipher, 'name', String(row.surveyed_by), row.name_cipher),
      at: String(row.surveyed_at),
    })),
  }
}
