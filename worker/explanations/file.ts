import type { ExplanationFiled, FileExplanation } from '../contract/index.ts'
import { ownPhotos, requirePhotos } from '../evidence/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError, statement } from '../platform/index.ts'
import { filingInserts } from './filing.ts'
import { townshipOfGrant } from './township-of-grant.ts'

/**
 * Files the explanation (F-6): photos and words by kind. Filing again before it is accepted makes a newer filing.
 * Refuses: explanation_empty, explanation_accepted, evidence_unknown, post_required.
 */
export async function fileExplanation(
  ctx: Context,
  grantId: string,
  input: FileExplanation,
): Promise<ExplanationFiled> {
  const photoIds = input.items.flatMap((item) => item.evidenceIds ?? [])
  if (input.items.every((item) => !item.text && (item.evidenceIds ?? []).length === 0)) {
    throw new ProblemError('explanation_empty', {
      fields: [{ field: 'items', label: '说明内容', message: '请至少写一句或拍一张照片' }],
    })
  }
  return change<'last' | 'photos', ExplanationFiled>(ctx, {
    chain: townshipOfGrant(grantId),
    facts: {
      last: statement('SELECT count(*) AS n FROM filings WHERE grant_id = ?', grantId),
      photos: ownPhotos(ctx.tokenHash, photoIds),
    },
    plan: ({ last, photos }, step) => {
      const hashes = requirePhotos(photoIds, photos, 'items')
      const n = Number(last[0]?.n ?? 0) + 1
      return {
        object: grantId,
        answer: { grantId, filing: n, filedAt: step.at },
        statements: filingInserts(ctx, step, { grantId, n, filedBy: step.caller.personId, items: input.items, hashes }),
      }
    },
  })
}
