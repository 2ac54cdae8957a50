/** A request and its steps. Typed for reads only; the SQL in db/migrations is the schema, and a test holds the two together. */
import { integer, primaryKey, text, sqliteTable } from 'drizzle-orm/sqlite-core'
import {
  causeCodes,
  escalationCodes,
  payeeAuthorities,
  payeeKinds,
  payeeRelations,
  proxyRelations,
  refusalCodes,
  tracks,
} from '../../worker/contract/terms.ts'

export const households = sqliteTable('households', {
  id: text('id').primaryKey(),
  townshipCode: text('township_code').notNull(),
  journalId: text('journal_id').notNull(),
})

export const householdChanges = sqliteTable(
  'household_changes',
  {
    personId: text('person_id').notNull(),
    n: integer('n').notNull(),
    householdId: text('household_id'),
    relation: text('relation'),
    reasonTextId: text('reason_text_id'),
    changedBy: text('changed_by').notNull(),
    changedAt: text('changed_at').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.n] })],
)

export const requests = sqliteTable('requests', {
  id: text('id').primaryKey(),
  number: text('number').notNull(),
  townshipCode: text('township_code').notNull(),
  personId: text('person_id').notNull(),
  submittedBy: text('submitted_by').notNull(),
  proxyRelation: text('proxy_relation', { enum: proxyRelations }),
  proxyTextId: text('proxy_text_id'),
  causeCode: text('cause_code', { enum: causeCodes }).notNull(),
  track: text('track', { enum: tracks }).notNull(),
  askedFen: integer('asked_fen'),
  storyTextId: text('story_text_id').notNull(),
  villageTextId: text('village_text_id'),
  phoneTextId: text('phone_text_id'),
  claimedIdTextId: text('claimed_id_text_id'),
  commitmentVersion: text('commitment_version').notNull(),
  submittedAt: text('submitted_at').notNull(),
  dueAt: text('due_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const requestPhotos = sqliteTable(
  'request_photos',
  {
    requestId: text('request_id').notNull(),
    evidenceId: text('evidence_id').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.evidenceId] })],
)

export const acceptances = sqliteTable('acceptances', {
  requestId: text('request_id').primaryKey(),
  householdId: text('household_id').notNull(),
  kin: integer('kin').notNull(),
  kinTextId: text('kin_text_id'),
  apartTextId: text('apart_text_id'),
  sameAs: text('same_as'),
  acceptedBy: text('accepted_by').notNull(),
  acceptedAt: text('accepted_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const payees = sqliteTable('payees', {
  id: text('id').primaryKey(),
  requestId: text('request_id').notNull(),
  n: integer('n').notNull(),
  kind: text('kind', { enum: payeeKinds }).notNull(),
  relation: text('relation', { enum: payeeRelations }).notNull(),
  authority: text('authority', { enum: payeeAuthorities }),
  holderCipher: text('holder_cipher').notNull(),
  bankCipher: text('bank_cipher').notNull(),
  accountCipher: text('account_cipher').notNull(),
  saltCipher: text('salt_cipher').notNull(),
  saidHash: text('said_hash').notNull(),
  accountIndex: text('account_index').notNull(),
  holderIndex: text('holder_index').notNull(),
  setBy: text('set_by').notNull(),
  setAt: text('set_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const refusals = sqliteTable('refusals', {
  requestId: text('request_id').primaryKey(),
  code: text('code', { enum: refusalCodes }).notNull(),
  factsTextId: text('facts_text_id').notNull(),
  reasonTextId: text('reason_text_id').notNull(),
  reviewUntilOn: text('review_until_on').notNull(),
  refusedBy: text('refused_by').notNull(),
  refusedAt: text('refused_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const withdrawals = sqliteTable('withdrawals', {
  requestId: text('request_id').primaryKey(),
  reasonTextId: text('reason_text_id'),
  withdrawnBy: text('withdrawn_by').notNull(),
  withdrawnAt: text('withdrawn_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const escalations = sqliteTable('escalations', {
  requestId: text('request_id').primaryKey(),
  code: text('code', { enum: escalationCodes }).notNull(),
  reasonTextId: text('reason_text_id').notNull(),
  escalatedBy: text('escalated_by').notNull(),
  escalatedAt: text('escalated_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const otherAid = sqliteTable('other_aid', {
  id: text('id').primaryKey(),
  householdId: text('household_id').notNull(),
  program: text('program').notNull(),
  fen: integer('fen'),
  fromOn: text('from_on').notNull(),
  untilOn: text('until_on'),
  wordsTextId: text('words_text_id').notNull(),
  undoes: text('undoes'),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const exceptions = sqliteTable(
  'exceptions',
  {
    requestId: text('request_id').notNull(),
    n: integer('n').notNull(),
    code: text('code').notNull(),
    reasonTextId: text('reason_text_id').notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: text('asked_at').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.n] })],
)

export const exceptionAnswers = sqliteTable(
  'exception_answers',
  {
    requestId: text('request_id').notNull(),
    n: integer('n').notNull(),
    consent: integer('consent').notNull(),
    reasonTextId: text('reason_text_id').notNull(),
    answeredBy: text('answered_by').notNull(),
    answeredAt: text('answered_at').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.n] })],
)
