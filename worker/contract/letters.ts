/** 委托书 (R-09, F-10): the county lets a township decide. */
import * as z from 'zod'
import { at, fen, formFen, id, on, townshipCode, words } from './shapes.ts'
import { letterStates } from './terms-letters.ts'

export const issueLetter = z.strictObject({
  number: words(2, 40),
  townshipCode,
  ceilingFen: formFen,
  validFromOn: on,
  validUntilOn: on,
})
export const letterIssued = z.strictObject({ letterId: id, number: z.string(), townshipCode, signedAt: at })
export const revokeLetter = z.strictObject({ reason: words(2, 200) })
export const letterRevoked = z.strictObject({ letterId: id, revokedAt: at })
export const letterView = z.strictObject({
  id,
  number: z.string(),
  townshipCode,
  townshipName: z.string(),
  ceilingFen: fen,
  validFromOn: on,
  validUntilOn: on,
  signedBy: z.string().nullable(),
  signedAt: at,
  state: z.enum(letterStates),
})
/** `uncovered`: townships that may decide nothing today. */
export const letters = z.strictObject({
  items: z.array(letterView),
  uncovered: z.array(z.strictObject({ townshipCode, townshipName: z.string() })),
  mayIssue: z.boolean(),
})

export type IssueLetter = z.infer<typeof issueLetter>
export type LetterIssued = z.infer<typeof letterIssued>
export type RevokeLetter = z.infer<typeof revokeLetter>
export type LetterRevoked = z.infer<typeof letterRevoked>
export type Letters = z.infer<typeof letters>
