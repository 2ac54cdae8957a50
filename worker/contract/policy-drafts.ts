/** Drafting and publishing of the county's policy. A draft's lines are held in the ranges that the desk shows. */
import * as z from 'zod'
import { policyLines } from './policy-lines.ts'
import { policyValues, publicPolicy } from './policy.ts'
import { at, id, on, words } from './shapes.ts'
import { tracks } from './terms.ts'

const ranges = Object.fromEntries(policyLines.filter(({ unit }) => unit !== 'choice').map(({ key, unit, min, max, optional }) => {
  const scale = unit === 'yuan' ? 100 : 1
  const line = z.int('要填整数').min(min * scale, `不能小于 ${min}`).max(max * scale, `不能大于 ${max}`)
  return [key, optional ? line.nullable() : line]
}))
const sum = z.int('金额要用整数分').min(1, '金额要大于 0').max(100_000_000, '金额太大,请检查')
/** The shapes are those of the answer; each number is held in its range besides. */
export const draftValues = z.strictObject({
  ...policyValues,
  ...(ranges as unknown as Pick<typeof policyValues, Exclude<keyof typeof policyValues, 'tiersFen' | 'quotas' | 'refusalCodes'>>),
  smallBasis: policyValues.smallBasis,
  formulaBasis: policyValues.formulaBasis,
  nonLocal: policyValues.nonLocal,
  fundCycle: policyValues.fundCycle,
  yearEnd: policyValues.yearEnd,
  publishEmergencyNames: policyValues.publishEmergencyNames,
  tiersFen: z.array(sum).max(9, '最多 9 档'),
  quotas: z.array(z.strictObject({ fromPopulation: z.int('人口要填整数').min(0, '人口不能是负数').max(10_000_000, '人口太多,请检查'), fen: sum })).max(9, '最多 9 档'),
  refusalCodes: policyValues.refusalCodes,
})
export const draftPolicy = z.strictObject({ fromOn: on, values: draftValues })
export const drafted = z.strictObject({ draftId: id, draftedAt: at })
export const publishPolicy = z.strictObject({})
export const published = z.strictObject({ draftId: id, version: z.int(), fromOn: on, publishedAt: at })
export const dismissDraft = z.strictObject({ reason: words(2, 200) })
export const draftDismissed = z.strictObject({ draftId: id, dismissedAt: at })

const difference = z.strictObject({ label: z.string(), from: z.string(), to: z.string() })
/** What a case would be judged as: a track that is allowed, or the code that stands against it. */
const judgedAs = z.strictObject({ track: z.enum(tracks), code: z.string().nullable() })
export const policyDraft = z.strictObject({
  id,
  fromOn: on,
  draftedAt: at,
  /** Drafted by who asks: another person publishes it. */
  mine: z.boolean(),
  values: z.strictObject(policyValues),
  differences: z.array(difference),
})
export const policyDrafts = z.strictObject({ items: z.array(policyDraft) })
export const policyPreview = z.strictObject({
  open: z.int(),
  differ: z.array(z.strictObject({ requestId: id, number: z.string(), townshipName: z.string(), from: judgedAs, to: judgedAs })),
})
export const policyVersions = z.strictObject({
  items: z.array(publicPolicy.extend({ publishedAt: at, differences: z.array(difference) }).strict()),
})

export type DraftPolicy = z.infer<typeof draftPolicy>
export type Drafted = z.infer<typeof drafted>
export type Published = z.infer<typeof published>
export type DismissDraft = z.infer<typeof dismissDraft>
export type DraftDismissed = z.infer<typeof draftDismissed>
export type PolicyDraft = z.infer<typeof policyDraft>
export type PolicyPreview = z.infer<typeof policyPreview>
export type PolicyVersions = z.infer<typeof policyVersions>
