/** What the county lets a township decide, and for how long. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const delegationLetters = sqliteTable('delegation_letters', {
  id: text('id').primaryKey(),
  number: text('number').notNull(),
  townshipCode: text('township_code').notNull(),
  ceilingFen: integer('ceiling_fen').notNull(),
  fromOn: text('from_on').notNull(),
  untilOn: text('until_on').notNull(),
  signedBy: text('signed_by').notNull(),
  signedAt: text('signed_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const letterRevocations = sqliteTable('letter_revocations', {
  letterId: text('letter_id').primaryKey(),
  reasonTextId: text('reason_text_id').notNull(),
  revokedBy: text('revoked_by').notNull(),
  revokedAt: text('revoked_at').notNull(),
  journalId: text('journal_id').notNull(),
})
