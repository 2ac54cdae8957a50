/** What the township may not decide (N-20): proposed by 县救助股, confirmed by the county leader, or handed back. */
import * as z from 'zod'
import { at, fen, formFen, id, words } from './shapes.ts'
import { escalationCodes } from './terms.ts'

const countyTracks = z.enum(['small', 'urgent'], '请选择办理方式')

/** `minutes`: what 一事一议 decided, with a photo of its record; above the county's cap it must be there. */
export const proposeCounty = z.strictObject({
  track: countyTracks,
  amountFen: formFen,
  reason: words(4, 500),
  minutes: z.strictObject({ text: words(4, 1000), evidenceId: id }).optional(),
})
export const countyProposed = z.strictObject({ requestId: id, proposal: z.int(), proposedAt: at })
/** The proposal that the leader saw; another one since then is refused. */
export const confirmCounty = z.strictObject({ proposal: z.int('请先看县救助股的意见').min(1), reason: words(2, 500) })
export const handBack = z.strictObject({ reason: words(4, 500) })
export const handedBack = z.strictObject({ requestId: id, handedBackAt: at })

/** The county's side of a case: why it came, what the county may give, what is proposed. */
export const countyView = z.strictObject({
  code: z.enum(escalationCodes),
  reason: z.string().nullable(),
  escalatedAt: at,
  fundCode: z.string(),
  availableFen: fen,
  capFen: fen,
  smallCapFen: fen,
  proposal: z
    .strictObject({
      n: z.int(),
      track: countyTracks,
      amountFen: fen,
      reason: z.string().nullable(),
      minutes: z.string().nullable(),
      minutesEvidenceId: id.nullable(),
      proposedBy: z.string().nullable(),
      proposedAt: at,
    })
    .nullable(),
})

export type ProposeCounty = z.infer<typeof proposeCounty>
export type CountyProposed = z.infer<typeof countyProposed>
export type ConfirmCounty = z.infer<typeof confirmCounty>
export type HandBack = z.infer<typeof handBack>
export type HandedBack = z.infer<typeof handedBack>
export type CountyView = z.infer<typeof countyView>
