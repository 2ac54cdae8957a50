/** Personal data and who looks at it. Typed for reads only; the SQL in db/migrations is the schema, and a test holds the two together. */
import { integer, primaryKey, text, sqliteTable } from 'drizzle-orm/sqlite-core'

export const reveals = sqliteTable('reveals', {
  id: text('id').primaryKey(),
  personId: text('person_id').notNull(),
  requestId: text('request_id').notNull(),
  field: text('field').notNull(),
  reasonTextId: text('reason_text_id').notNull(),
  revealedBy: text('revealed_by').notNull(),
  revealedAt: text('revealed_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const revealReviews = sqliteTable('reveal_reviews', {
  id: text('id').primaryKey(),
  officerId: text('officer_id').notNull(),
  reviewedBy: text('reviewed_by').notNull(),
  reviewedAt: text('reviewed_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const rekeyings = sqliteTable('rekeyings', {
  id: text('id').primaryKey(),
  toKey: text('to_key').notNull(),
  beganAt: text('began_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const rekeyingEnds = sqliteTable('rekeying_ends', {
  rekeyingId: text('rekeying_id').primaryKey(),
  rows: integer('rows').notNull(),
  photos: integer('photos').notNull(),
  endedAt: text('ended_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const notices = sqliteTable(
  'notices',
  { kind: text('kind').notNull(), version: text('version').notNull(), textHash: text('text_hash').notNull() },
  (table) => [primaryKey({ columns: [table.kind, table.version] })],
)

export const consents = sqliteTable('consents', {
  id: text('id').primaryKey(),
  personId: text('person_id').notNull(),
  kind: text('kind').notNull(),
  version: text('version').notNull(),
  basis: text('basis').notNull(),
  giver: text('giver').notNull(),
  recordedBy: text('recorded_by').notNull(),
  givenAt: text('given_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const consentWithdrawals = sqliteTable('consent_withdrawals', {
  consentId: text('consent_id').primaryKey(),
  withdrawnBy: text('withdrawn_by').notNull(),
  withdrawnAt: text('withdrawn_at').notNull(),
  journalId: text('journal_id').notNull(),
})
