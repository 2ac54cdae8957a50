/** What the clock does by itself: who makes the round now, and what became of each task. */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const leases = sqliteTable('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  takenAt: text('taken_at').notNull(),
  untilAt: text('until_at').notNull(),
})

export const rounds = sqliteTable('rounds', {
  id: text('id').primaryKey(),
  task: text('task').notNull(),
  day: text('day').notNull(),
  missedSince: text('missed_since'),
  startedAt: text('started_at').notNull(),
  finishedAt: text('finished_at').notNull(),
  outcome: text('outcome').notNull(),
  detail: text('detail').notNull(),
  journalId: text('journal_id').notNull(),
})
