/** Words about personal data: free of zod, for the phone. */

/** What may be looked at in full, one field at a time and with a reason (D-11). */
export const revealFields = ['name', 'phone', 'idNumber', 'account'] as const

/** How often an officer may look in a day before a leader has looked at that. */
export const revealsPerDay = 30

/** How long a screen shows a full value. */
export const revealSeconds = 60

export type RevealField = (typeof revealFields)[number]
