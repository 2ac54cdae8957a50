/** Sessions as people see them, and who may end whose. */
import * as z from 'zod'
import { at, id, townshipCode } from './shapes.ts'
import { postKinds } from './terms.ts'
import { surfaces } from './terms-signin.ts'

export const openSession = z.strictObject({
  id,
  surface: z.enum(surfaces),
  device: z.string().nullable(),
  signedInAt: at,
  /** Within a minute: of the last change, and at a desk of the last look. */
  lastSeenAt: at,
  /** The one that asks. */
  here: z.boolean(),
})
export const openSessions = z.strictObject({ items: z.array(openSession) })
export const ended = z.strictObject({ endedAt: at })

/** Everybody who holds a post now, for the security administrator: no case, no money. */
export const officer = z.strictObject({
  personId: id,
  name: z.string().nullable(),
  posts: z.array(z.strictObject({ kind: z.enum(postKinds), townshipCode: townshipCode.nullable(), area: z.string() })),
  sessionCount: z.int(),
  /** Whether there is a PIN (D-08), and until when too many wrong ones keep it from being given. */
  hasPin: z.boolean(),
  lockedUntil: at.nullable(),
})
export const officers = z.strictObject({ items: z.array(officer) })

export type OpenSession = z.infer<typeof openSession>
export type OpenSessions = z.infer<typeof openSessions>
export type Ended = z.infer<typeof ended>
export type Officer = z.infer<typeof officer>
export type Officers = z.infer<typeof officers>
