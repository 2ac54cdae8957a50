/** How a county is founded and its posts are given. Typed for reads only; the SQL in db/migrations is the schema. */
import { integer, text, sqliteTable } from 'drizzle-orm/sqlite-core'

export const invitations = sqliteTable('invitations', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  townshipCode: text('township_code'),
  nameTextId: text('name_text_id').notNull(),
  codeIndex: text('code_index').notNull(),
  invitedBy: text('invited_by'),
  invitedAt: text('invited_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  journalId: text('journal_id').notNull(),
})
export const invitationWithdrawals = sqliteTable('invitation_withdrawals', {
  invitationId: text('invitation_id').primaryKey(),
  withdrawnBy: text('withdrawn_by').notNull(),
  withdrawnAt: text('withdrawn_at').notNull(),
  journalId: text('journal_id').notNull(),
})
export const postBindings = sqliteTable('post_bindings', {
  invitationId: text('invitation_id').primaryKey(),
  postId: text('post_id').notNull(),
  boundAt: text('bound_at').notNull(),
  journalId: text('journal_id').notNull(),
})
export const postEndings = sqliteTable('post_endings', {
  postId: text('post_id').primaryKey(),
  reasonTextId: text('reason_text_id').notNull(),
  endedBy: text('ended_by').notNull(),
  endedAt: text('ended_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const openingBalances = sqliteTable('opening_balances', {
  fundCode: text('fund_code').primaryKey(),
  fen: integer('fen').notNull(),
  day: text('day').notNull(),
  journalId: text('journal_id').notNull(),
})
