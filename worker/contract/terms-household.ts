/** Words of a household's chain (C-07). */

/** What becomes of a member: he comes to live there, goes to live in another household, or lives in none that we know. */
export const householdSteps = ['join', 'move', 'leave'] as const
export type HouseholdStep = (typeof householdSteps)[number]

/** Exceptions that the county consents to: more often than the rule (N-32), or one account for more households (N-42). */
export const consentCodes = ['RECURRENT_INFECTION', 'EPIDEMIC', 'OTHER_HARDSHIP', 'SHARED_PAYEE'] as const
/** All of them: that a household is still in need in a new year the township says itself. */
export const exceptionCodes = [...consentCodes, 'STILL_IN_NEED'] as const
export type ExceptionCode = (typeof exceptionCodes)[number]

/** Why another request may be for the same need: the nearest tie first. */
export const duplicateTies = ['person', 'member', 'account', 'phone', 'name'] as const
export type DuplicateTie = (typeof duplicateTies)[number]
