/** Words of the county's policy, in stable order. */

/** Whether the small cap is of the whole case or of each person of the household (open question of RULEBOOK 9). */
export const smallBases = ['per_case', 'per_person'] as const
/** Whom the formula 低保 x months counts (N-31). */
export const formulaBases = ['per_person', 'per_household'] as const
/** When the county makes a fund good. */
export const fundCycles = ['on_demand', 'monthly', 'quarterly'] as const
/** What is done for a person from elsewhere without a permit (N-13). */
export const nonLocalRules = ['aid_here', 'assist_to_station'] as const

/** How the sum of a decision was worked out (N-31): by months, by days, or within the cap of a slight emergency. */
export const formulaKinds = ['months', 'days', 'light'] as const
/** Whose 低保 standard counts. */
export const formulaStandards = ['urban', 'rural'] as const

export type SmallBasis = (typeof smallBases)[number]
export type FormulaBasis = (typeof formulaBases)[number]
export type FormulaKind = (typeof formulaKinds)[number]
export type FormulaStandard = (typeof formulaStandards)[number]
export type FundCycle = (typeof fundCycles)[number]
export type NonLocalRule = (typeof nonLocalRules)[number]
