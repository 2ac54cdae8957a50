/** Words of a household's chain (C-07). */

/** What becomes of a member: he comes to live there, goes to live in another household, or lives in none that we know. */
export const householdSteps = ['join', 'move', 'leave'] as const
export type HouseholdStep = (typeof householdSteps)[number]
