/** Personal data: who looks at what, and why (D-11). */
import * as z from 'zod'
import { at, id, page, pageQuery, words } from './shapes.ts'
import { causeCodes, postKinds } from './terms.ts'
import { consentBases, consentGivers, noticeKinds, revealFields } from './terms-data.ts'

/** `requestId`: for which case; left out = the newest case of this person that the caller handles. */
export const makeReveal = z.strictObject({
  field: z.enum(revealFields, '请选择要看哪一项'),
  reason: words(4, 200),
  requestId: id.optional(),
})
/** `value` is shown until `shownUntil`, kept nowhere, and in no receipt. */
export const revealed = z.strictObject({
  id,
  requestId: id,
  field: z.enum(revealFields),
  value: z.string(),
  revealedAt: at,
  shownUntil: at,
})

const look = { id, field: z.enum(revealFields), revealedAt: at, by: z.string().nullable(), post: z.enum(postKinds).nullable(), reason: z.string().nullable(), requestNumber: z.string() }
export const revealRow = z.strictObject({ ...look, requestId: id, officerId: id, person: z.string().nullable(), townshipName: z.string() })
export const revealsQuery = z.strictObject(pageQuery)
/** `officers`: who looked today and how often since a leader looked at that. */
export const revealPage = page(revealRow).extend({
  officers: z.array(z.strictObject({ officerId: id, name: z.string().nullable(), sinceReview: z.int(), limit: z.int(), review: z.boolean() })),
})
export const reviewReveals = z.strictObject({})
export const revealsReviewed = z.strictObject({ officerId: id, reviewedAt: at })

/** Who looked at the caller's own data. */
export const ownReveals = z.strictObject({ items: z.array(z.strictObject({ ...look, townshipName: z.string() })) })

/** What the person, or whoever filed, was shown and ticked; what is missing is owed, and holds up nothing. */
export const noticesSeen = z.strictObject({ privacy: z.enum(['2026-11']).optional(), sensitive: z.enum(['2026-11']).optional() })
/** The caseworker told them face to face. */
export const giveNotice = z.strictObject({ told: z.enum(['self', 'guardian'], '请选择告知了谁') })
export const noticeGiven = z.strictObject({ id, toldAt: at })
export const ownConsents = z.strictObject({
  /** What is still to be shown to the caller. */
  ask: z.array(z.enum(noticeKinds)),
  items: z.array(
    z.strictObject({
      id,
      kind: z.enum(noticeKinds),
      version: z.string(),
      basis: z.enum(consentBases),
      giver: z.enum(consentGivers),
      givenAt: at,
      withdrawnAt: at.nullable(),
    }),
  ),
})
/** What is kept about the caller, in full; `null` = not known, or deleted when its time was over. */
export const ownData = z.strictObject({
  name: z.string().nullable(),
  phone: z.string().nullable(),
  idNumber: z.string().nullable(),
  requests: z.array(
    z.strictObject({
      number: z.string(),
      townshipName: z.string(),
      submittedAt: at,
      causeCode: z.enum(causeCodes),
      story: z.string().nullable(),
      village: z.string().nullable(),
      phone: z.string().nullable(),
      photoCount: z.int(),
      accounts: z.array(z.strictObject({ holder: z.string(), bank: z.string(), account: z.string() })),
    }),
  ),
})
export const withdrawConsent = z.strictObject({})
export const consentWithdrawn = z.strictObject({ id, withdrawnAt: at })

export type NoticesSeen = z.infer<typeof noticesSeen>
export type GiveNotice = z.infer<typeof giveNotice>
export type NoticeGiven = z.infer<typeof noticeGiven>
export type OwnData = z.infer<typeof ownData>
export type OwnConsents = z.infer<typeof ownConsents>
export type ConsentWithdrawn = z.infer<typeof consentWithdrawn>
export type MakeReveal = z.infer<typeof makeReveal>
export type Revealed = z.infer<typeof revealed>
export type RevealPage = z.infer<typeof revealPage>
export type RevealsReviewed = z.infer<typeof revealsReviewed>
export type OwnReveals = z.infer<typeof ownReveals>
