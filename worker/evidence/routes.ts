import { evidenceStored } from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { showEvidence } from './show.ts'
import { storeEvidence } from './store.ts'

export const evidenceRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/evidence',
    action: 'evidence.store',
    summary: 'Upload one photo (raw bytes, or multipart field `file`)',
    posts: 'anyone',
    body: 'photo',
    answer: evidenceStored,
    status: 201,
    problems: ['evidence_size', 'evidence_type', 'storage_full'],
    run: (ctx, { body }) => storeEvidence(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/evidence/:id',
    action: 'evidence.show',
    summary: 'The bytes of one photo',
    posts: 'anyone',
    answer: 'photo',
    status: 200,
    problems: ['not_found'],
    run: (ctx, { params }) => showEvidence(ctx, params.id ?? ''),
  }),
]
