/** 事后补充说明, filed and judged. */
import type {
  ExplanationAccepted, ExplanationFiled, ExplanationReturned, FileExplanation,
} from '../../worker/contract/explanations.ts'
import { sentWords } from '../labels/unsent.ts'
import { act } from './unsent.ts'

export const fileExplanation = (grantId: string, who: string, body: FileExplanation) => act<ExplanationFiled>({
  slot: `explanation|${grantId}`, what: sentWords.explain(who), method: 'PUT', path: `/grants/${grantId}/explanation`,
  body,
})

export const acceptExplanation = (grantId: string, who: string) => act<ExplanationAccepted>({
  slot: `explained|${grantId}`, what: sentWords.acceptExplanation(who), method: 'POST',
  path: `/grants/${grantId}/explanation/acceptance`, body: {},
})

export const returnExplanation = (grantId: string, who: string, reason: string) => act<ExplanationReturned>({
  slot: `returned|${grantId}`, what: sentWords.returnExplanation(who), method: 'POST',
  path: `/grants/${grantId}/explanation/return`, body: { reason },
})
