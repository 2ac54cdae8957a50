/** What the clock does by itself, for whoever answers for the machine: no case, no person. */
import * as z from 'zod'
import { at, on } from './shapes.ts'
import { clockTasks } from './terms.ts'

export const clockTask = z.strictObject({
  task: z.enum(clockTasks),
  /** When it was last done, and for which Beijing day; null: never yet. */
  doneAt: at.nullable(),
  doneFor: on.nullable(),
  /** Done before, but not for yesterday or today. */
  late: z.boolean(),
  /** Days that the last go made up for. */
  missed: z.strictObject({ from: on, until: on }).nullable(),
  /** Why its last go failed, if it did. */
  failure: z.strictObject({ at, error: z.string() }).nullable(),
})
export const systemView = z.strictObject({
  /** The county's file lies with a database server: to check it and back it up is that server's affair. */
  onServer: z.boolean(),
  tick: z.strictObject({ at: at.nullable(), late: z.boolean() }),
  /** WeChat did not answer, or with a number that is the operator's affair; null when its last answer was well. */
  wechat: z.strictObject({ at, errcode: z.int().nullable() }).nullable(),
  tasks: z.array(clockTask),
  /** What the last check found: `count` in the whole county, `items` the first of them that the caller may see. */
  findings: z
    .strictObject({
      count: z.int(),
      items: z.array(z.strictObject({ check: z.string(), text: z.string(), fundCode: z.string().nullable() })),
    })
    .nullable(),
  /** The last backup: made, opened and checked. */
  backup: z
    .strictObject({ name: z.string(), bytes: z.int(), entryCount: z.int(), photoCount: z.int(), missingPhotoCount: z.int() })
    .nullable(),
})

export type ClockTask = z.infer<typeof clockTask>
export type SystemView = z.infer<typeof systemView>
