import type { AddPhotos, PhotosAdded, PostKind } from '../contract/index.ts'
import { ownPhotos, requirePhotos } from '../evidence/index.ts'
import { change, holds } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError, statement } from '../platform/index.ts'
import { photoInsert } from './submit.ts'
import { townshipOf } from './township-of.ts'

/** Officers who help with a case; whoever only looks on adds nothing. */
const helpers: PostKind[] = ['caseworker', 'cashier', 'deputy_leader', 'leader']

/** Adds photos that were still on their way. Refuses: out_of_scope, request_not_open, evidence_unknown. */
export async function addPhotos(ctx: Context, requestId: string, input: AddPhotos): Promise<PhotosAdded> {
  return change<'request' | 'photos' | 'kept', PhotosAdded>(ctx, {
    chain: townshipOf(requestId),
    facts: {
      request: statement('SELECT person_id, submitted_by, township_code, status FROM cases WHERE id = ?', requestId),
      photos: ownPhotos(ctx.tokenHash, input.photoIds),
      kept: statement('SELECT evidence_id FROM request_photos WHERE request_id = ?', requestId),
    },
    plan: ({ request: [request], photos, kept }, { caller, journalId }) => {
      if (!request) throw new ProblemError('not_found')
      const mine = [request.person_id, request.submitted_by].includes(caller.personId)
      if (!mine && !holds(caller, helpers, String(request.township_code))) throw new ProblemError('out_of_scope')
      if (!['submitted', 'accepted', 'escalated'].includes(String(request.status)))
        throw new ProblemError('request_not_open')
      requirePhotos(input.photoIds, photos, 'photoIds')
      const known = new Set(kept.map((row) => row.evidence_id))
      const fresh = [...new Set(input.photoIds)].filter((photo) => !known.has(photo))
      return {
        object: requestId,
        answer: { id: requestId, photoIds: input.photoIds },
        statements: fresh.map((photo) => photoInsert(requestId, photo, journalId)),
      }
    },
  })
}
