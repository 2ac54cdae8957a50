/** Claims, closed months and frozen funds. Typed for reads only; the SQL in db/migrations is the schema, and a test holds the two together. */
import { integer, primaryKey, text, sqliteTable } from 'drizzle-orm/sqlite-core'

export const freezes = sqliteTable(
  'freezes',
  {
    fundCode: text('fund_code').notNull(),
    n: integer('n').notNull(),
    frozenAt: text('frozen_at').notNull(),
    finding: text('finding').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fundCode, table.n] })],
)

export const thaws = sqliteTable(
  'thaws',
  {
    fundCode: text('fund_code').notNull(),
    n: integer('n').notNull(),
    thawedAt: text('thawed_at').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fundCode, table.n] })],
)

export const closings = sqliteTable(
  'closings',
  {
    fundCode: text('fund_code').notNull(),
    untilOn: text('until_on').notNull(),
    closedBy: text('closed_by').notNull(),
    closedAt: text('closed_at').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fundCode, table.untilOn] })],
)

export const closingBalances = sqliteTable(
  'closing_balances',
  {
    fundCode: text('fund_code').notNull(),
    untilOn: text('until_on').notNull(),
    place: text('place').notNull(),
    fen: integer('fen').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fundCode, table.untilOn, table.place] })],
)

export const claims = sqliteTable('claims', {
  id: text('id').primaryKey(),
  fundCode: text('fund_code').notNull(),
  number: text('number').notNull(),
  madeBy: text('made_by').notNull(),
  madeAt: text('made_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const claimItems = sqliteTable(
  'claim_items',
  {
    claimId: text('claim_id').notNull(),
    payoutId: text('payout_id').notNull(),
    fen: integer('fen').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.payoutId] })],
)

export const claimConfirmations = sqliteTable(
  'claim_confirmations',
  {
    claimId: text('claim_id').notNull(),
    n: integer('n').notNull(),
    confirmedBy: text('confirmed_by').notNull(),
    confirmedAt: text('confirmed_at').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.claimId, table.n] })],
)

export const claimDismissals = sqliteTable('claim_dismissals', {
  claimId: text('claim_id').primaryKey(),
  reasonTextId: text('reason_text_id').notNull(),
  dismissedBy: text('dismissed_by').notNull(),
  dismissedAt: text('dismissed_at').notNull(),
  journalId: text('journal_id').notNull(),
})
