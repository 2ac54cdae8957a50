/**
 * What one version of the county's policy says (RULEBOOK 9), and the sample that a county starts from. Sums in fen,
 * hours of the clock, days as their name says. Free of zod: the phone reads it too.
 */
import type { RefusalCode, YearEndRule } from './terms.ts'
import { refusalCodes } from './terms.ts'
import type { FormulaBasis, FundCycle, NonLocalRule, SmallBasis } from './terms-policy.ts'

/** The lines that are one number or one word. Each is a column of `policies`. */
export type PolicyLines = {
  dibaoFen: number
  /** Null: one standard for town and country. */
  ruralDibaoFen: number | null
  smallCapFen: number
  smallBasis: SmallBasis
  urgentCeilingFen: number
  countyCapTimes: number
  cashCapFen: number
  formulaBasis: FormulaBasis
  monthsMin: number
  monthsMax: number
  daysMax: number
  lightCapFen: number
  smallHours: number
  urgentHours: number
  standardDays: number
  explanationDays: number
  lastSignatureHours: number
  publicityDays: number
  publicitySmallDays: number
  publicityUrgentDays: number
  publishEmergencyNames: 0
  sameCausePerYear: number
  householdPerYear: number
  payeeSharedLimit: number
  nonLocal: NonLocalRule
  overdueBlockUrgent: number
  lowFundPercent: number
  fundCycle: FundCycle
  fundCycleDay: number
  yearEnd: YearEndRule
  grantYears: number
  logYears: number
  draftDays: number
}
/** The lines that are a list: usual sums of a small grant, quotas by class of population, reasons of a refusal. */
export type PolicyLists = {
  tiersFen: number[]
  quotas: { fromPopulation: number; fen: number }[]
  refusalCodes: RefusalCode[]
}
export type PolicyValues = PolicyLines & PolicyLists

/** The sample table (RULEBOOK 9), T1 of the published cases: every line may be changed by the county. */
export const samplePolicy: PolicyValues = {
  dibaoFen: 82_800,
  ruralDibaoFen: 61_600,
  smallCapFen: 82_800,
  smallBasis: 'per_case',
  urgentCeilingFen: 300_000,
  countyCapTimes: 10,
  cashCapFen: 100_000,
  formulaBasis: 'per_person',
  monthsMin: 1,
  monthsMax: 6,
  daysMax: 180,
  lightCapFen: 80_000,
  smallHours: 72,
  urgentHours: 24,
  standardDays: 20,
  explanationDays: 5,
  lastSignatureHours: 24,
  publicityDays: 7,
  publicitySmallDays: 0,
  publicityUrgentDays: 0,
  publishEmergencyNames: 0,
  sameCausePerYear: 1,
  householdPerYear: 2,
  payeeSharedLimit: 2,
  nonLocal: 'aid_here',
  overdueBlockUrgent: 3,
  lowFundPercent: 30,
  fundCycle: 'monthly',
  fundCycleDay: 25,
  yearEnd: 'carry_over',
  grantYears: 30,
  logYears: 3,
  draftDays: 90,
  tiersFen: [27_600, 55_200, 82_800],
  quotas: [
    { fromPopulation: 0, fen: 3_000_000 },
    { fromPopulation: 10_000, fen: 5_000_000 },
    { fromPopulation: 30_000, fen: 8_000_000 },
  ],
  refusalCodes: [...refusalCodes],
}
