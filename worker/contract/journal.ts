/** The journal as the audit administrator reads it (D-08, D-09): who did what, when, and what was refused. */
import * as z from 'zod'
import { journalLabels } from './labels-journal.ts'
import { at, id, on, page, pageQuery } from './shapes.ts'
import { postKinds } from './terms.ts'

/** `onDay`: that day in Beijing. `personId`: that person's acts alone. */
export const journalQuery = z.strictObject({
  ...pageQuery,
  action: z.enum(Object.keys(journalLabels) as [string, ...string[]], '没有这个事项').optional(),
  outcome: z.enum(['done', 'refused'], '结果只有办成和被拒').optional(),
  onDay: on.optional(),
  personId: id.optional(),
})
/** `by`: in full for who holds or held a post, masked for everybody else; null: the clock, or nobody signed in. `object`: an id, never a name. */
export const journalRow = z.strictObject({
  id,
  at,
  personId: id.nullable(),
  by: z.string().nullable(),
  post: z.enum(postKinds).nullable(),
  area: z.string(),
  device: z.string().nullable(),
  action: z.string(),
  object: z.string(),
  outcome: z.enum(['done', 'refused']),
  problem: z.string().nullable(),
  problemTitle: z.string().nullable(),
})
export const journalPage = page(journalRow)

export type JournalQuery = z.infer<typeof journalQuery>
export type JournalEntry = z.infer<typeof journalRow>
export type JournalPage = z.infer<typeof journalPage>
