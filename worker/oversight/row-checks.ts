import type { Row } from '../platform/index.ts'
import { cellsShare, isKept, keptColumns, sumOfShares } from '../platform/index.ts'
import type { Books, Check } from './finding.ts'

/**
 * Every append-only row still is what its change wrote: the journal keeps one hash over all rows of a change, so that no
 * column of any of them can be edited, and none added or taken away, without the journal's chain breaking too.
 */
export const rowsAreKept: Check = {
  name: 'every row is what its change wrote',
  run: (books) => {
    const sums = new Map<string, bigint>()
    for (const [table, columns] of keptTables(books)) {
      for (const [journalId, ...cells] of books.values(`SELECT ${['journal_id', ...columns].join()} FROM ${table}`)) {
        const id = String(journalId)
        sums.set(id, (sums.get(id) ?? 0n) + cellsShare(table, columns, cells))
      }
    }
    return books.each("SELECT id, chain, seq, action, object, after_hash FROM journal WHERE outcome = 'done'", (row) => {
      const now = sumOfShares([sums.get(String(row.id)) ?? 0n])
      return now === row.after_hash ? null : `${nameOf(row)}: a row that it wrote was changed, added or taken away`
    })
  },
}

function keptTables(books: Books): [string, string[]][] {
  const rows = books.rows(
    `SELECT t.name, (SELECT json_group_array(name) FROM pragma_table_info(t.name)) AS columns FROM pragma_table_list t
     WHERE t.schema = 'main' AND t.type = 'table' AND 'journal_id' IN (SELECT name FROM pragma_table_info(t.name))
     ORDER BY t.name`,
  )
  return rows
    .filter((row) => isKept(String(row.name)))
    .map((row) => [String(row.name), keptColumns(String(row.name), JSON.parse(String(row.columns)))])
}

function nameOf(row: Row): string {
  return `${String(row.action)} of ${String(row.object)} (journal ${String(row.chain)} row ${String(row.seq)})`
}
