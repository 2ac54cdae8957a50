/** What the township may not decide (N-20). */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const countyProposals = sqliteTable(
  'county_proposals',
  {
    requestId: text('request_id').notNull(),
    n: integer('n').notNull(),
    track: text('track').notNull(),
    fen: integer('fen').notNull(),
    reasonTextId: text('reason_text_id').notNull(),
    minutesTextId: text('minutes_text_id'),
    minutesEvidenceId: text('minutes_evidence_id'),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: text('proposed_at').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.n] })],
)

export const handBacks = sqliteTable('hand_backs', {
  requestId: text('request_id').primaryKey(),
  reasonTextId: text('reason_text_id').notNull(),
  handedBackBy: text('handed_back_by').notNull(),
  handedBackAt: text('handed_back_at').notNull(),
  journalId: text('journal_id').notNull(),
})
