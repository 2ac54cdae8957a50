/** A household: who lives there, since when, and what changed (C-07). */
import * as z from 'zod'
import { at, id, idNumberText, on, personName, townshipCode, words } from './shapes.ts'
import { householdSteps } from './terms-household.ts'

/** `join`: `name` and `relation`, a number if there is one. `move`: `to` another household; without it a new one (分户). */
export const changeHousehold = z.strictObject({
  reason: words(4, 200),
  changes: z
    .array(
      z.strictObject({
        step: z.enum(householdSteps, '请选择怎么变动'),
        personId: id.optional(),
        name: personName.optional(),
        idNumber: idNumberText.optional(),
        relation: words(1, 20).optional(),
        to: id.optional(),
      }),
    )
    .min(1, '请至少写一人')
    .max(20, '最多 20 人'),
})
/** `newHouseholdId`: of who moved out into a household of their own. */
export const householdChanged = z.strictObject({ id, changedAt: at, newHouseholdId: id.nullable() })

export const householdView = z.strictObject({
  id,
  townshipCode,
  townshipName: z.string(),
  members: z.array(
    z.strictObject({
      personId: id,
      name: z.string().nullable(),
      relation: z.string(),
      idNumber: z.string().nullable(),
      sinceOn: on,
    }),
  ),
  changes: z.array(
    z.strictObject({
      at,
      step: z.enum(householdSteps),
      name: z.string().nullable(),
      relation: z.string().nullable(),
      reason: z.string().nullable(),
      by: z.string().nullable(),
      /** Where he went to, or came from, if that is another household. */
      otherHouseholdId: id.nullable(),
    }),
  ),
  actions: z.array(z.enum(['change'])),
})

export type ChangeHousehold = z.infer<typeof changeHousehold>
export type HouseholdChanged = z.infer<typeof householdChanged>
export type HouseholdView = z.infer<typeof householdView>
