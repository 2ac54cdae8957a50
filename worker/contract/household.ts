/** A household: who lives there, since when, and what changed (C-07). */
import * as z from 'zod'
import { causeCodes } from './terms.ts'
import { at, fen, formFen, id, idNumberText, on, personName, townshipCode, words } from './shapes.ts'
import { aidPrograms, chainEvents, householdSteps } from './terms-household.ts'

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
  actions: z.array(z.enum(['change', 'enterAid'])),
})

/** What another programme gave (C-05). A standing (低保, 特困, 低保边缘, 刚性支出) needs `toOn`, at most a year later. */
export const enterAid = z.strictObject({
  program: z.enum(aidPrograms, '请选择哪一种救助'),
  amountFen: formFen.optional(),
  fromOn: on,
  toOn: on.optional(),
  note: words(2, 200),
})
export const aidEntered = z.strictObject({ id, householdId: id, enteredAt: at })
export const withdrawAid = z.strictObject({ reason: words(2, 200) })

/** One thing on a household's chain (C-07), across townships: out of scope without number, name and words. */
export const householdEvent = z.strictObject({
  at,
  event: z.enum(chainEvents),
  townshipName: z.string(),
  causeCode: z.enum(causeCodes).nullable(),
  program: z.enum(aidPrograms).nullable(),
  amountFen: fen.nullable(),
  fromOn: on.nullable(),
  toOn: on.nullable(),
  name: z.string().nullable(),
  words: z.string().nullable(),
  number: z.string().nullable(),
  requestId: id.nullable(),
  /** Of a row of another programme that stands: by this it is withdrawn. */
  aidId: id.nullable(),
})
export const householdChain = z.strictObject({
  householdId: id,
  size: z.int(),
  /** Standings that hold today (N-05, P13). */
  recognised: z.array(z.strictObject({ program: z.enum(aidPrograms), fromOn: on, toOn: on })),
  items: z.array(householdEvent),
})

export type EnterAid = z.infer<typeof enterAid>
export type AidEntered = z.infer<typeof aidEntered>
export type WithdrawAid = z.infer<typeof withdrawAid>
export type HouseholdChain = z.infer<typeof householdChain>
export type ChangeHousehold = z.infer<typeof changeHousehold>
export type HouseholdChanged = z.infer<typeof householdChanged>
export type HouseholdView = z.infer<typeof householdView>
