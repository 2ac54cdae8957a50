/** The county's rules as the public may read them (N-30). Sums in fen, hours calendar, explanation in working days. */
import * as z from 'zod'
import { fen, on } from './shapes.ts'

export const publicPolicy = z.strictObject({
  version: z.int(),
  fromOn: on,
  dibaoFen: fen,
  smallCapFen: fen,
  urgentCeilingFen: fen,
  cashCapFen: fen,
  smallHours: z.int(),
  urgentHours: z.int(),
  standardDays: z.int(),
  explanationDays: z.int(),
  sameCausePerYear: z.int(),
  householdPerYear: z.int(),
})
export type PublicPolicy = z.infer<typeof publicPolicy>
