import { explanationKindLabels } from '../../../worker/contract/labels.ts'
import type { RequestView } from '../../../worker/contract/requests.ts'

export type Photo = { id: string; words: string }

/** Every photo of a case with what it shows: the asking, the slips, the explanation. */
export function photosOf({ photoIds, grants }: RequestView): Photo[] {
  return [
    ...photoIds.map((id, index) => ({ id, words: `申请照片 ${index + 1}` })),
    ...grants.flatMap(({ payouts, explanation }) => [
      ...payouts.flatMap(({ slipEvidenceId }) => (slipEvidenceId ? [{ id: slipEvidenceId, words: '现金签领单' }] : [])),
      ...(explanation?.items ?? []).flatMap(({ kind, evidenceIds }) =>
        evidenceIds.map((id, index) => ({ id, words: `${explanationKindLabels[kind]} ${index + 1}` }))),
    ]),
  ]
}
