/** Words about personal data: free of zod, for the phone. */

/** What may be looked at in full, one field at a time and with a reason (D-11). */
export const revealFields = ['name', 'phone', 'idNumber', 'account'] as const

/** How often an officer may look in a day before a leader has looked at that. */
export const revealsPerDay = 30

/** How long a screen shows a full value. */
export const revealSeconds = 60

/** What people are told, and agree to where the law asks for it (PIPL 17, 29, 31). */
export const noticeKinds = ['privacy', 'sensitive', 'guardian'] as const

/** `emergency`: nobody could be told yet; the notice is owed (PIPL 18). */
export const consentBases = ['consent', 'emergency'] as const

/** Who was told and agreed; `none` in an emergency. */
export const consentGivers = ['self', 'guardian', 'none'] as const

export type NoticeKind = (typeof noticeKinds)[number]
export type ConsentBasis = (typeof consentBases)[number]
export type ConsentGiver = (typeof consentGivers)[number]
export type RevealField = (typeof revealFields)[number]
