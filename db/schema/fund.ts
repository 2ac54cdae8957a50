/** The ledger. Typed for reads only; the SQL in db/migrations is the schema, and a test holds the two together. */
import { integer, primaryKey, text, sqliteTable } from 'drizzle-orm/sqlite-core'
import { channels, events, ledgerOrders, places as placeTerms } from '../../worker/contract/terms.ts'

export const funds = sqliteTable('funds', {
  code: text('code').primaryKey(),
  townshipCode: text('township_code'),
  quotaFen: integer('quota_fen').notNull(),
  openedAt: text('opened_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const places = sqliteTable('places', {
  place: text('place', { enum: placeTerms }).primaryKey(),
  sign: integer('sign').notNull(),
  per: text('per').notNull(),
})

export const moves = sqliteTable(
  'moves',
  {
    event: text('event', { enum: events }).notNull(),
    debitPlace: text('debit_place', { enum: placeTerms }).notNull(),
    creditPlace: text('credit_place', { enum: placeTerms }).notNull(),
    per: text('per').notNull(),
    via: text('via').notNull(),
    channel: text('channel', { enum: channels }),
    whole: integer('whole').notNull(),
    paper: text('paper').notNull(),
    dual: integer('dual').notNull(),
    makers: text('makers').notNull(),
    checkers: text('checkers').notNull(),
    undoMakers: text('undo_makers'),
    undoCheckers: text('undo_checkers'),
  },
  (table) => [primaryKey({ columns: [table.event, table.debitPlace, table.creditPlace] })],
)

export const entries = sqliteTable(
  'entries',
  {
    fundCode: text('fund_code').notNull(),
    seq: integer('seq').notNull(),
    voucherYear: integer('voucher_year').notNull(),
    voucher: integer('voucher').notNull(),
    event: text('event', { enum: events }).notNull(),
    debitPlace: text('debit_place', { enum: placeTerms }).notNull(),
    creditPlace: text('credit_place', { enum: placeTerms }).notNull(),
    fen: integer('fen').notNull(),
    payoutId: text('payout_id'),
    claimId: text('claim_id'),
    day: text('day').notNull(),
    at: text('at').notNull(),
    madeBy: text('made_by'),
    checkedBy: text('checked_by'),
    paper: text('paper'),
    undoes: integer('undoes'),
    factsHash: text('facts_hash').notNull(),
    prev: text('prev').notNull(),
    hash: text('hash').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fundCode, table.seq] })],
)

export const balances = sqliteTable(
  'balances',
  {
    fundCode: text('fund_code').notNull(),
    place: text('place', { enum: placeTerms }).notNull(),
    key: text('key').notNull(),
    fen: integer('fen').notNull(),
    seq: integer('seq').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fundCode, table.place, table.key] })],
)

export const proposals = sqliteTable('proposals', {
  id: text('id').primaryKey(),
  fundCode: text('fund_code').notNull(),
  event: text('event', { enum: ledgerOrders }).notNull(),
  fen: integer('fen').notNull(),
  payoutId: text('payout_id'),
  claimId: text('claim_id'),
  day: text('day').notNull(),
  paper: text('paper'),
  undoes: integer('undoes'),
  reasonTextId: text('reason_text_id').notNull(),
  madeBy: text('made_by').notNull(),
  madeAt: text('made_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const proposalConfirmations = sqliteTable('proposal_confirmations', {
  proposalId: text('proposal_id').primaryKey(),
  confirmedBy: text('confirmed_by').notNull(),
  confirmedAt: text('confirmed_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const proposalDismissals = sqliteTable('proposal_dismissals', {
  proposalId: text('proposal_id').primaryKey(),
  reasonTextId: text('reason_text_id').notNull(),
  dismissedBy: text('dismissed_by').notNull(),
  dismissedAt: text('dismissed_at').notNull(),
  journalId: text('journal_id').notNull(),
})
