import type { CauseCode, ExplanationKind, Track } from '../contract/index.ts'

/** What is owed after the money (F-6, N-17): proof of the event, words, receipt; identity if it was not known. */
export function owedKinds(causeCode: CauseCode, track: Track, identified: boolean): ExplanationKind[] {
  if (track === 'small') return ['NARRATIVE']
  const proof: ExplanationKind[] = causeCode === 'LOSS_OF_INCOME' || causeCode === 'WAITING' ? [] : ['EVENT_PROOF']
  return [...proof, 'NARRATIVE', 'RECEIPT', ...(identified ? [] : ['IDENTITY' as const])]
}
