/** Lists of other programmes (db/migrations/0021). Typed for reads only. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const programLists = sqliteTable('program_lists', {
  id: text('id').primaryKey(),
  program: text('program').notNull(),
  townshipCode: text('township_code'),
  fromOn: text('from_on').notNull(),
  untilOn: text('until_on').notNull(),
  sha256: text('sha256').notNull(),
  importedBy: text('imported_by').notNull(),
  importedAt: text('imported_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const listedPeople = sqliteTable(
  'listed_people',
  {
    listId: text('list_id').notNull(),
    n: integer('n').notNull(),
    idNumberIndex: text('id_number_index').notNull(),
    row: integer('row').notNull(),
    fromOn: text('from_on').notNull(),
    untilOn: text('until_on').notNull(),
    journalId: text('journal_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.listId, table.n] })],
)

export const programListClosings = sqliteTable('program_list_closings', {
  listId: text('list_id').primaryKey(),
  people: integer('people').notNull(),
  closedBy: text('closed_by').notNull(),
  closedAt: text('closed_at').notNull(),
  journalId: text('journal_id').notNull(),
})

export const programListUndoings = sqliteTable('program_list_undoings', {
  listId: text('list_id').primaryKey(),
  reasonTextId: text('reason_text_id').notNull(),
  undoneBy: text('undone_by').notNull(),
  undoneAt: text('undone_at').notNull(),
  journalId: text('journal_id').notNull(),
})
