/** The county, its journal, its dated rules. Typed for reads only; the SQL in db/migrations is the schema, and a test holds the two together. */
import { integer, text, sqliteTable, primaryKey } from 'drizzle-orm/sqlite-core'

export const county = sqliteTable('county', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  phone: text('phone').notNull(),
  demo: integer('demo').notNull(),
  openedAt: text('opened_at').notNull(),
  canary: text('canary').notNull(),
})

export const townships = sqliteTable('townships', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  phone: text('phone').notNull(),
  population: integer('population').notNull(),
  villages: text('villages').notNull(),
})

export const journal = sqliteTable('journal', {
  id: text('id').primaryKey(),
  chain: text('chain').notNull(),
  seq: integer('seq').notNull(),
  at: text('at').notNull(),
  personId: text('person_id'),
  post: text('post'),
  device: text('device'),
  action: text('action').notNull(),
  object: text('object').notNull(),
  outcome: text('outcome').notNull(),
  problem: text('problem'),
  afterHash: text('after_hash').notNull(),
  requestId: text('request_id').notNull(),
  prev: text('prev').notNull(),
  hash: text('hash').notNull(),
})

export const policies = sqliteTable('policies', {
  version: integer('version').primaryKey(),
  fromOn: text('from_on').notNull(),
  dibaoFen: integer('dibao_fen').notNull(),
  ruralDibaoFen: integer('rural_dibao_fen'),
  smallCapFen: integer('small_cap_fen').notNull(),
  smallBasis: text('small_basis').notNull(),
  urgentCeilingFen: integer('urgent_ceiling_fen').notNull(),
  countyCapTimes: integer('county_cap_times').notNull(),
  cashCapFen: integer('cash_cap_fen').notNull(),
  formulaBasis: text('formula_basis').notNull(),
  monthsMin: integer('months_min').notNull(),
  monthsMax: integer('months_max').notNull(),
  daysMax: integer('days_max').notNull(),
  lightCapFen: integer('light_cap_fen').notNull(),
  smallHours: integer('small_hours').notNull(),
  urgentHours: integer('urgent_hours').notNull(),
  standardDays: integer('standard_days').notNull(),
  explanationDays: integer('explanation_days').notNull(),
  lastSignatureHours: integer('last_signature_hours').notNull(),
  publicityDays: integer('publicity_days').notNull(),
  publicitySmallDays: integer('publicity_small_days').notNull(),
  publicityUrgentDays: integer('publicity_urgent_days').notNull(),
  publishEmergencyNames: integer('publish_emergency_names').notNull(),
  sameCausePerYear: integer('same_cause_per_year').notNull(),
  householdPerYear: integer('household_per_year').notNull(),
  payeeSharedLimit: integer('payee_shared_limit').notNull(),
  nonLocal: text('non_local').notNull(),
  overdueBlockUrgent: integer('overdue_block_urgent').notNull(),
  lowFundPercent: integer('low_fund_percent').notNull(),
  fundCycle: text('fund_cycle').notNull(),
  fundCycleDay: integer('fund_cycle_day').notNull(),
  yearEnd: text('year_end').notNull(),
  grantYears: integer('grant_years').notNull(),
  logYears: integer('log_years').notNull(),
  draftDays: integer('draft_days').notNull(),
  journalId: text('journal_id').notNull(),
})

export const policyTiers = sqliteTable('policy_tiers', {
  version: integer('version').notNull(),
  ordinal: integer('ordinal').notNull(),
  fen: integer('fen').notNull(),
  journalId: text('journal_id').notNull(),
})

export const policyQuotas = sqliteTable('policy_quotas', {
  version: integer('version').notNull(),
  fromPopulation: integer('from_population').notNull(),
  fen: integer('fen').notNull(),
  journalId: text('journal_id').notNull(),
})

export const policyRefusalCodes = sqliteTable('policy_refusal_codes', {
  version: integer('version').notNull(),
  code: text('code').notNull(),
  journalId: text('journal_id').notNull(),
})

export const policyDrafts = sqliteTable('policy_drafts', {
  id: text('id').notNull(),
  fromOn: text('from_on').notNull(),
  content: text('content').notNull(),
  draftedBy: text('drafted_by').notNull(),
  draftedAt: text('drafted_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const policyPublications = sqliteTable('policy_publications', {
  draftId: text('draft_id').notNull(),
  version: integer('version').notNull(),
  publishedBy: text('published_by').notNull(),
  publishedAt: text('published_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const policyDraftDismissals = sqliteTable('policy_draft_dismissals', {
  draftId: text('draft_id').notNull(),
  reasonTextId: text('reason_text_id').notNull(),
  dismissedBy: text('dismissed_by').notNull(),
  dismissedAt: text('dismissed_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const calendarDays = sqliteTable('calendar_days', {
  day: text('day').primaryKey(),
  working: integer('working').notNull(),
  official: integer('official').notNull(),
  journalId: text('journal_id').notNull(),
})

export const calendarLists = sqliteTable('calendar_lists', {
  id: text('id').primaryKey(),
  year: integer('year').notNull(),
  paperTextId: text('paper_text_id').notNull(),
  importedBy: text('imported_by').notNull(),
  importedAt: text('imported_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const calendarListDays = sqliteTable(
  'calendar_list_days',
  {
    listId: text('list_id').notNull(),
    day: text('day').notNull(),
    working: integer('working').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.listId, table.day] })],
)

export const calendarConfirmations = sqliteTable('calendar_confirmations', {
  listId: text('list_id').primaryKey(),
  confirmedBy: text('confirmed_by').notNull(),
  confirmedAt: text('confirmed_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const probes = sqliteTable('probes', {
  id: integer('id').primaryKey(),
  at: text('at').notNull(),
})
