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
export const duplicateTies = ['person', 'member', 'account', 'phone', 'name', 'near_name'] as const
export type DuplicateTie = (typeof duplicateTies)[number]

/** Standings that a household is recognised in for at most a year (C-03, P13). */
export const standingPrograms = ['DIBAO', 'TEKUN', 'DIBAO_EDGE', 'RIGID_SPENDING', 'RELAPSE_WATCH'] as const
/** Other programmes (C-05). */
export const aidPrograms = [
  ...standingPrograms, 'MEDICAL_AID', 'EDUCATION_AID', 'HOUSING_AID', 'JOB_AID', 'DISASTER_AID', 'DISABLED_AID', 'JUDICIAL_AID', 'ORPHAN_AID',
  'CHARITY', 'OTHER_AID',
] as const
export type AidProgram = (typeof aidPrograms)[number]

/** What stands on a household's chain (C-07). */
export const chainEvents = [
  'submitted', 'accepted', 'granted', 'cancelled', 'refused', 'withdrawn', 'escalated', 'aid', 'aid_withdrawn', 'listed', 'delisted', ...householdSteps,
] as const
export type ChainEvent = (typeof chainEvents)[number]

/** Where an imported list stands: it counts, a newer one counts, it was undone, or its import never ended. */
export const listStates = ['current', 'replaced', 'undone', 'unfinished'] as const
export type ListState = (typeof listStates)[number]
