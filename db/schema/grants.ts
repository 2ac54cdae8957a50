/** Decisions, payouts, explanations. Typed for reads only; the SQL in db/migrations is the schema, and a test holds the two together. */
import { integer, primaryKey, text, sqliteTable } from 'drizzle-orm/sqlite-core'
import { causeCodes, channels, explanationKinds, tracks } from '../../worker/contract/terms.ts'

export const grants = sqliteTable('grants', {
  id: text('id').primaryKey(),
  number: text('number').notNull(),
  requestId: text('request_id').notNull(),
  townshipCode: text('township_code').notNull(),
  fundCode: text('fund_code').notNull(),
  householdId: text('household_id').notNull(),
  personId: text('person_id').notNull(),
  causeCode: text('cause_code', { enum: causeCodes }).notNull(),
  year: integer('year').notNull(),
  track: text('track', { enum: tracks }).notNull(),
  fen: integer('fen').notNull(),
  channel: text('channel', { enum: channels }).notNull(),
  payeeId: text('payee_id'),
  exceptions: text('exceptions'),
  formula: text('formula', { enum: ['months', 'days', 'light'] }),
  formulaBase: text('formula_base', { enum: ['urban', 'rural'] }),
  formulaPersons: integer('formula_persons'),
  formulaCount: integer('formula_count'),
  policyVersion: integer('policy_version').notNull(),
  explanationDays: integer('explanation_days').notNull(),
  reasonTextId: text('reason_text_id').notNull(),
  approvedBy: text('approved_by').notNull(),
  grantedAt: text('granted_at').notNull(),
  salt: text('salt').notNull(),
  journalId: text('journal_id').notNull(),
})

export const grantGoods = sqliteTable(
  'grant_goods',
  {
    grantId: text('grant_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    nameTextId: text('name_text_id').notNull(),
    quantity: integer('quantity').notNull(),
    valueFen: integer('value_fen'),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.grantId, table.ordinal] })],
)

export const payouts = sqliteTable('payouts', {
  id: text('id').primaryKey(),
  grantId: text('grant_id').notNull(),
  n: integer('n').notNull(),
  fundCode: text('fund_code').notNull(),
  channel: text('channel', { enum: channels }).notNull(),
  fen: integer('fen').notNull(),
  plannedOn: text('planned_on'),
  journalId: text('journal_id').notNull(),
})

export const cancellations = sqliteTable('cancellations', {
  grantId: text('grant_id').primaryKey(),
  reasonTextId: text('reason_text_id').notNull(),
  cancelledBy: text('cancelled_by').notNull(),
  cancelledAt: text('cancelled_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const payoutCancellations = sqliteTable('payout_cancellations', {
  payoutId: text('payout_id').primaryKey(),
  reasonTextId: text('reason_text_id').notNull(),
  cancelledBy: text('cancelled_by').notNull(),
  cancelledAt: text('cancelled_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const cashSlips = sqliteTable(
  'cash_slips',
  {
    payoutId: text('payout_id').notNull(),
    n: integer('n').notNull(),
    evidenceId: text('evidence_id').notNull(),
    handedBy: text('handed_by').notNull(),
    handedAt: text('handed_at').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.payoutId, table.n] })],
)

export const slipVoidings = sqliteTable(
  'slip_voidings',
  {
    payoutId: text('payout_id').notNull(),
    n: integer('n').notNull(),
    reasonTextId: text('reason_text_id').notNull(),
    voidedBy: text('voided_by').notNull(),
    voidedAt: text('voided_at').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.payoutId, table.n] })],
)

export const explanations = sqliteTable('explanations', {
  grantId: text('grant_id').primaryKey(),
  prefilled: integer('prefilled').notNull(),
  journalId: text('journal_id').notNull(),
})

export const explanationDues = sqliteTable(
  'explanation_dues',
  {
    payoutId: text('payout_id').notNull(),
    seq: integer('seq').notNull(),
    grantId: text('grant_id').notNull(),
    paidOn: text('paid_on').notNull(),
    dueOn: text('due_on').notNull(),
    provisional: integer('provisional').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.payoutId, table.seq] })],
)

export const filings = sqliteTable(
  'filings',
  {
    grantId: text('grant_id').notNull(),
    n: integer('n').notNull(),
    filedBy: text('filed_by').notNull(),
    filedAt: text('filed_at').notNull(),
    papersHash: text('papers_hash').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.grantId, table.n] })],
)

export const filingItems = sqliteTable(
  'filing_items',
  {
    grantId: text('grant_id').notNull(),
    n: integer('n').notNull(),
    ordinal: integer('ordinal').notNull(),
    kind: text('kind', { enum: explanationKinds }).notNull(),
    textId: text('text_id'),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.grantId, table.n, table.ordinal] })],
)

export const filingPhotos = sqliteTable(
  'filing_photos',
  {
    grantId: text('grant_id').notNull(),
    n: integer('n').notNull(),
    ordinal: integer('ordinal').notNull(),
    evidenceId: text('evidence_id').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.grantId, table.n, table.ordinal, table.evidenceId] })],
)

export const filingAcceptances = sqliteTable(
  'filing_acceptances',
  {
    grantId: text('grant_id').notNull(),
    n: integer('n').notNull(),
    acceptedBy: text('accepted_by').notNull(),
    acceptedAt: text('accepted_at').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.grantId, table.n] })],
)

export const filingReturns = sqliteTable(
  'filing_returns',
  {
    grantId: text('grant_id').notNull(),
    n: integer('n').notNull(),
    reasonTextId: text('reason_text_id').notNull(),
    dueOn: text('due_on').notNull(),
    provisional: integer('provisional').notNull(),
    returnedBy: text('returned_by').notNull(),
    returnedAt: text('returned_at').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.grantId, table.n] })],
)
