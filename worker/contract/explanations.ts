/** 事后补充说明 (F-6): what is owed after a grant, by when, and how it is judged. */
import * as z from 'zod'
import { at, id, on, words } from './shapes.ts'
import { explanationKinds, explanationStates } from './terms.ts'

export const explanationItem = z.strictObject({
  kind: z.enum(explanationKinds, '请选择材料类别'),
  evidenceIds: z.array(id).max(9, '一项最多 9 张照片').optional(),
  text: words(0, 1000).optional(),
})
export const fileExplanation = z.strictObject({
  items: z.array(explanationItem).min(1, '请至少补一项').max(12, '最多 12 项'),
})
export const explanationFiled = z.strictObject({ grantId: id, filing: z.int(), filedAt: at })
export const acceptExplanation = z.strictObject({})
export const explanationAccepted = z.strictObject({ grantId: id, acceptedAt: at })
export const returnExplanation = z.strictObject({ reason: words(2, 500) })
export const explanationReturned = z.strictObject({ grantId: id, returnedAt: at })

export const explanationView = z.strictObject({
  explanationDays: z.int(),
  dueOn: on.nullable(),
  dueProvisional: z.boolean(),
  daysLeft: z.int().nullable(),
  state: z.enum(explanationStates),
  prefilled: z.boolean(),
  filedAt: at.nullable(),
  filedBy: z.string().nullable(),
  acceptedAt: at.nullable(),
  acceptedBy: z.string().nullable(),
  returnReason: z.string().nullable(),
  owed: z.array(z.enum(explanationKinds)),
  items: z.array(
    z.strictObject({ kind: z.enum(explanationKinds), text: z.string().nullable(), evidenceIds: z.array(id) }),
  ),
})

export type FileExplanation = z.infer<typeof fileExplanation>
export type ExplanationFiled = z.infer<typeof explanationFiled>
export type ExplanationAccepted = z.infer<typeof explanationAccepted>
export type ReturnExplanation = z.infer<typeof returnExplanation>
export type ExplanationReturned = z.infer<typeof explanationReturned>
export type ExplanationView = z.infer<typeof explanationView>
