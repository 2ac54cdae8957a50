/** The county's rules as the public may read them (N-30). Sums in fen, hours calendar, explanation in working days. */
import * as z from 'zod'
import { fen, on } from './shapes.ts'
import { refusalCodes, yearEndRules } from './terms.ts'
import { formulaBases, fundCycles, nonLocalRules, smallBases } from './terms-policy.ts'

export const policyValues = {
  dibaoFen: fen,
  ruralDibaoFen: fen.nullable(),
  smallCapFen: fen,
  smallBasis: z.enum(smallBases),
  urgentCeilingFen: fen,
  countyCapTimes: z.int(),
  cashCapFen: fen,
  formulaBasis: z.enum(formulaBases),
  monthsMin: z.int(),
  monthsMax: z.int(),
  daysMax: z.int(),
  lightCapFen: fen,
  smallHours: z.int(),
  urgentHours: z.int(),
  standardDays: z.int(),
  explanationDays: z.int(),
  lastSignatureHours: z.int(),
  publicityDays: z.int(),
  publicitySmallDays: z.int(),
  publicityUrgentDays: z.int(),
  publishEmergencyNames: z.literal(0),
  sameCausePerYear: z.int(),
  householdPerYear: z.int(),
  payeeSharedLimit: z.int(),
  nonLocal: z.enum(nonLocalRules),
  overdueBlockUrgent: z.int(),
  lowFundPercent: z.int(),
  fundCycle: z.enum(fundCycles),
  fundCycleDay: z.int(),
  yearEnd: z.enum(yearEndRules),
  grantYears: z.int(),
  logYears: z.int(),
  draftDays: z.int(),
  tiersFen: z.array(fen),
  quotas: z.array(z.strictObject({ fromPopulation: z.int(), fen })),
  refusalCodes: z.array(z.enum(refusalCodes)),
}
export const publicPolicy = z.strictObject({ version: z.int(), fromOn: on, ...policyValues })
export type PublicPolicy = z.infer<typeof publicPolicy>
