/** 开通检查: what still stands between a founded county and its first grant, and what a running one has let lapse. */
import * as z from 'zod'
import { fen, on } from './shapes.ts'
import { postKinds } from './terms.ts'
import { lackKinds } from './terms-checks.ts'

/** One thing that is missing. `area`: the township or the county; the fields after it belong to the kind. */
export const lack = z.strictObject({
  kind: z.enum(lackKinds),
  area: z.string(),
  townshipCode: z.string().nullable(),
  post: z.enum(postKinds).nullable(),
  statedFen: fen.nullable(),
  allocatedFen: fen.nullable(),
  untilOn: on.nullable(),
  year: z.int().nullable(),
})
/** `asked`: how many things were looked at; `items`: those that are not in order, the worst first. */
export const checksView = z.strictObject({ asked: z.int(), items: z.array(lack) })

export type Lack = z.infer<typeof lack>
export type ChecksView = z.infer<typeof checksView>
