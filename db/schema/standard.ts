/** 一般程序: authorisation, check, survey, notice, objection (db/migrations/0016). Typed for reads only. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const authorisations = sqliteTable(
  'authorisations',
  {
    requestId: text('request_id').notNull(),
    n: integer('n').notNull(),
    consentVersion: text('consent_version').notNull(),
    adults: integer('adults').notNull(),
    signersTextId: text('signers_text_id').notNull(),
    evidenceId: text('evidence_id').notNull(),
    authorisedBy: text('authorised_by').notNull(),
    authorisedAt: text('authorised_at').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.n] })],
)

export const meansChecks = sqliteTable(
  'means_checks',
  {
    requestId: text('request_id').notNull(),
    n: integer('n').notNull(),
    basis: text('basis').notNull(),
    recognised: text('recognised'),
    incomeWithin: integer('income_within'),
    propertyWithin: integer('property_within'),
    paperTextId: text('paper_text_id').notNull(),
    untilOn: text('until_on').notNull(),
    checkedBy: text('checked_by').notNull(),
    checkedAt: text('checked_at').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.n] })],
)

export const surveys = sqliteTable(
  'surveys',
  {
    requestId: text('request_id').notNull(),
    n: integer('n').notNull(),
    factsTextId: text('facts_text_id').notNull(),
    people: integer('people').notNull(),
    needFen: integer('need_fen').notNull(),
    surveyedBy: text('surveyed_by').notNull(),
    surveyedAt: text('surveyed_at').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.n] })],
)

export const surveyPhotos = sqliteTable(
  'survey_photos',
  {
    requestId: text('request_id').notNull(),
    n: integer('n').notNull(),
    evidenceId: text('evidence_id').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.n, table.evidenceId] })],
)

export const surveySignatures = sqliteTable(
  'survey_signatures',
  {
    requestId: text('request_id').notNull(),
    n: integer('n').notNull(),
    signedBy: text('signed_by').notNull(),
    signedAt: text('signed_at').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.n, table.signedBy] })],
)

export const publicNotices = sqliteTable('public_notices', {
  id: text('id').primaryKey(),
  requestId: text('request_id').notNull(),
  n: integer('n').notNull(),
  fen: integer('fen').notNull(),
  days: integer('days').notNull(),
  postedOn: text('posted_on').notNull(),
  postedBy: text('posted_by').notNull(),
  postedAt: text('posted_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const objections = sqliteTable('objections', {
  id: text('id').primaryKey(),
  noticeId: text('notice_id').notNull(),
  way: text('way').notNull(),
  wordsTextId: text('words_text_id').notNull(),
  callerTextId: text('caller_text_id'),
  raisedBy: text('raised_by').notNull(),
  raisedAt: text('raised_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const hearings = sqliteTable('hearings', {
  objectionId: text('objection_id').primaryKey(),
  ayes: integer('ayes').notNull(),
  noes: integer('noes').notNull(),
  minutesTextId: text('minutes_text_id').notNull(),
  heldBy: text('held_by').notNull(),
  heldAt: text('held_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const objectionResults = sqliteTable('objection_results', {
  objectionId: text('objection_id').primaryKey(),
  result: text('result').notNull(),
  amendedFen: integer('amended_fen'),
  reasonTextId: text('reason_text_id').notNull(),
  decidedBy: text('decided_by').notNull(),
  decidedAt: text('decided_at').notNull(),
  journalId: text('journal_id').notNull(),
})
