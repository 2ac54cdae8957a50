/** The judge's facts and limits on the wire: the phone asks `judge` itself while the sum is typed. */
import * as z from 'zod'
import { fen } from './shapes.ts'
import { exceptionCodes } from './terms-household.ts'
import { noticeStates } from './terms-standard.ts'
import { formulaBases, smallBases } from './terms-policy.ts'

export const caseFacts = z.strictObject({
  accepted: z.boolean(),
  open: z.boolean(),
  escalated: z.boolean(),
  granted: z.boolean(),
  kin: z.boolean(),
  letterFen: fen.nullable(),
  lastingCost: z.boolean(),
  notice: z.strictObject({ fen, state: z.enum(noticeStates) }).nullable(),
  hasPayee: z.boolean(),
  payeeFits: z.boolean(),
  persons: z.int(),
  overdue: z.int(),
  year: z.strictObject({ total: z.int(), sameCause: z.int(), before: z.int() }),
  payeeHouseholds: z.int(),
  exceptions: z.array(z.enum(exceptionCodes)),
  fund: z.strictObject({ bankFen: fen, cashFen: fen, frozen: z.boolean() }),
  actor: z.strictObject({ leads: z.boolean(), filedOrAccepted: z.boolean(), gains: z.boolean() }),
})
export const judgeLimits = z.strictObject({
  smallCapFen: fen,
  smallBasis: z.enum(smallBases),
  urgentCeilingFen: fen,
  cashCapFen: fen,
  overdueBlockUrgent: z.int(),
  sameCausePerYear: z.int(),
  householdPerYear: z.int(),
  payeeSharedLimit: z.int(),
  dibaoFen: fen,
  ruralDibaoFen: fen.nullable(),
  formulaBasis: z.enum(formulaBases),
  monthsMin: z.int(),
  monthsMax: z.int(),
  daysMax: z.int(),
  lightCapFen: fen,
})
