/** People (ciphertext), sessions, receipts, photos. Typed for reads only; the SQL in db/migrations is the schema, and a test holds the two together. */
import { integer, primaryKey, text, sqliteTable } from 'drizzle-orm/sqlite-core'
import { postKinds } from '../../worker/contract/terms.ts'

export const persons = sqliteTable('persons', {
  id: text('id').primaryKey(),
  openidIndex: text('openid_index'),
  openidCipher: text('openid_cipher'),
  nameCipher: text('name_cipher'),
  namePlaceCipher: text('name_place_cipher'),
  nameIndex: text('name_index'),
  holderIndex: text('holder_index'),
  nearIndexes: text('near_indexes'),
  phoneCipher: text('phone_cipher'),
  phoneIndex: text('phone_index'),
  idNumberCipher: text('id_number_cipher'),
  idNumberIndex: text('id_number_index'),
  journalId: text('journal_id').notNull(),
})

export const nearNames = sqliteTable(
  'near_names',
  {
    nearIndex: text('near_index').notNull(),
    personId: text('person_id').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.nearIndex, table.personId] })],
)

export const texts = sqliteTable('texts', {
  id: text('id').primaryKey(),
  cipher: text('cipher').notNull(),
  journalId: text('journal_id').notNull(),
})

export const posts = sqliteTable('posts', {
  id: text('id').primaryKey(),
  personId: text('person_id').notNull(),
  kind: text('kind', { enum: postKinds }).notNull(),
  townshipCode: text('township_code'),
  fromAt: text('from_at').notNull(),
  untilAt: text('until_at'),
  journalId: text('journal_id').notNull(),
})

export const sessions = sqliteTable('sessions', {
  tokenHash: text('token_hash').primaryKey(),
  id: text('id').notNull(),
  personId: text('person_id').notNull(),
  surface: text('surface').notNull(),
  device: text('device'),
  createdAt: text('created_at').notNull(),
  lastSeenAt: text('last_seen_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  endedAt: text('ended_at'),
  secondAt: text('second_at'),
  deskAskId: text('desk_ask_id'),
  journalId: text('journal_id').notNull(),
})

export const sessionLimits = sqliteTable('session_limits', {
  surface: text('surface').primaryKey(),
  idleMinutes: integer('idle_minutes').notNull(),
  absoluteMinutes: integer('absolute_minutes').notNull(),
})

export const deskAsks = sqliteTable('desk_asks', {
  id: text('id').primaryKey(),
  deskHash: text('desk_hash').notNull(),
  qrHash: text('qr_hash').notNull(),
  codeIndex: text('code_index').notNull(),
  device: text('device').notNull(),
  askedAt: text('asked_at').notNull(),
  expiresAt: text('expires_at').notNull(),
})

export const deskAnswers = sqliteTable('desk_answers', {
  askId: text('ask_id').primaryKey(),
  answer: text('answer').notNull(),
  answeredBy: text('answered_by').notNull(),
  answeredAt: text('answered_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const pins = sqliteTable('pins', {
  id: text('id').primaryKey(),
  hashCipher: text('hash_cipher'),
  setAt: text('set_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const secondFactorActs = sqliteTable('second_factor_acts', { action: text('action').primaryKey() })

export const receipts = sqliteTable(
  'receipts',
  {
    personId: text('person_id').notNull(),
    key: text('key').notNull(),
    bodyMac: text('body_mac').notNull(),
    answer: text('answer').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.key] })],
)

export const evidence = sqliteTable('evidence', {
  id: text('id').primaryKey(),
  sha256: text('sha256').notNull(),
  type: text('type').notNull(),
  bytes: integer('bytes').notNull(),
  uploadedBy: text('uploaded_by').notNull(),
  uploadedAt: text('uploaded_at').notNull(),
  journalId: text('journal_id').notNull(),
})
