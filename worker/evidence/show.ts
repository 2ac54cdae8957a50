import { eq } from 'drizzle-orm'
import { surveyors } from '../contract/index.ts'
import { handles, holds, signedIn } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { evidence, ProblemError, statement } from '../platform/index.ts'

/**
 * A photo for its uploader, for the person it is about, and for who handles the case; of a survey also for who may sign
 * it as the second (F-3), until somebody else has. Who only looks on (finance of the
 * county, audit) sees no faces and papers (D-11). Anyone else: not_found.
 */
export async function showEvidence(ctx: Context, evidenceId: string): Promise<{ type: string; bytes: Uint8Array }> {
  const caller = await signedIn(ctx)
  const [photo] = await ctx.db.reader.select().from(evidence).where(eq(evidence.id, evidenceId))
  const [cases] = await ctx.db.read([
    statement(
      `SELECT r.township_code, r.person_id, r.submitted_by, EXISTS (
           SELECT 1 FROM survey_photos p WHERE p.evidence_id = ?1 AND p.request_id = r.id AND NOT EXISTS (
             SELECT 1 FROM survey_signatures g WHERE g.request_id = p.request_id AND g.n = p.n AND g.signed_by <> ?2)) AS to_sign
       FROM requests r WHERE r.id IN (
         SELECT request_id FROM request_photos WHERE evidence_id = ?1
         UNION SELECT g.request_id FROM filing_photos p JOIN grants g ON g.id = p.grant_id WHERE p.evidence_id = ?1
         UNION SELECT request_id FROM county_proposals WHERE minutes_evidence_id = ?1
         UNION SELECT request_id FROM survey_photos WHERE evidence_id = ?1 UNION SELECT request_id FROM authorisations WHERE evidence_id = ?1
         UNION SELECT g.request_id FROM cash_slips s JOIN payouts o ON o.id = s.payout_id JOIN grants g ON g.id = o.grant_id
           WHERE s.evidence_id = ?1)`,
      evidenceId,
      caller.personId,
    ),
  ])
  const mine = photo?.uploadedBy === caller.personId
  const seen =
    mine ||
    (cases ?? []).some(
      (row) =>
        row.person_id === caller.personId ||
        row.submitted_by === caller.personId ||
        handles(caller, String(row.township_code)) ||
        (row.to_sign === 1 && holds(caller, surveyors, String(row.township_code))),
    )
  if (!photo || !seen) throw new ProblemError('not_found')
  const sealed = await ctx.files.get(photo.sha256)
  if (!sealed) throw new ProblemError('not_found')
  return { type: photo.type, bytes: ctx.cipher.openBytes(sealed, `files:${photo.sha256}`) }
}
