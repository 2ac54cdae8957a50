import { LocalConnection } from '../../db/local-connection.ts'
import { entryFields } from '../../worker/fund/index.ts'
import type { Row, Value } from '../../worker/platform/index.ts'
import { entryOf, journalRowOf } from '../../worker/oversight/read-back.ts'
import { digest, isKept, journalFields, keptColumns, rowShare, sumOfShares } from '../../worker/platform/index.ts'

/** Plain SQL, or the journal rows (a select of their ids) that never were, with all that they wrote. */
export type Deed = { deed?: string; forgets?: string }

/**
 * Root on the server, with all of our code and every key in the building but the checkpoint's. The triggers are dropped
 * and put back word for word. Careful, he makes every hash, number, balance and journal row fit again.
 */
export function insider(path: string, { deed = '', forgets }: Deed, careful: boolean): void {
  const plain = new LocalConnection(path, 'writer')
  plain.exec('PRAGMA foreign_keys = OFF')
  const all = (sql: string, ...args: Value[]) => plain.run({ sql, args })
  const triggers = all("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
  for (const { name } of triggers) plain.exec(`DROP TRIGGER ${String(name)}`)
  plain.exec('BEGIN')
  for (const { id } of forgets ? all(forgets) : []) {
    for (const table of journaledTables(plain)) all(`DELETE FROM ${table} WHERE journal_id = ?`, String(id))
    all('DELETE FROM journal WHERE id = ?', String(id))
  }
  plain.exec(deed)
  if (careful) {
    rebuildEntries(plain, String(triggers.find(({ name }) => name === 'entries_move_the_balances')?.sql))
    rebuildJournal(plain)
  }
  plain.exec('COMMIT')
  for (const { sql } of triggers) plain.exec(String(sql))
  plain.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  plain.close()
}

/** Every chain anew from what its rows say now; the ledger's own trigger makes the balances fit. */
function rebuildEntries(plain: LocalConnection, movesTheBalances: string): void {
  const rows = plain.run({ sql: 'SELECT * FROM entries ORDER BY fund_code, seq', args: [] })
  plain.exec(`DELETE FROM entries; DELETE FROM balances; ${movesTheBalances}`)
  let last = { fundCode: '', seq: 0, voucherYear: 0, voucher: 0, prev: '' }
  for (const row of rows) {
    const fundCode = String(row.fund_code)
    if (fundCode !== last.fundCode) last = { fundCode, seq: 0, voucherYear: 0, voucher: 0, prev: '' }
    const voucherYear = Number(row.voucher_year)
    const voucher = voucherYear === last.voucherYear ? last.voucher + 1 : 1
    const standing = { fundCode, seq: last.seq + 1, voucherYear, voucher, prev: last.prev }
    const hash = digest(entryFields(entryOf(row), standing))
    put(plain, 'entries', { ...row, seq: standing.seq, voucher, prev: standing.prev, hash })
    last = { ...standing, prev: hash }
  }
  plain.exec('DROP TRIGGER entries_move_the_balances')
}

/** Every journal row says again what its change wrote, and hangs on the one before it. */
function rebuildJournal(plain: LocalConnection): void {
  const shares = new Map<string, bigint[]>()
  for (const table of journaledTables(plain).filter(isKept)) {
    for (const row of plain.run({ sql: `SELECT * FROM ${table}`, args: [] })) {
      const share = rowShare(table, keptColumns(table, Object.keys(row)), row)
      shares.set(String(row.journal_id), [...(shares.get(String(row.journal_id)) ?? []), share])
    }
  }
  const rows = plain.run({ sql: 'SELECT * FROM journal ORDER BY chain, seq', args: [] })
  plain.exec('DELETE FROM journal')
  let before = { chain: '', seq: 0, hash: '' }
  for (const row of rows) {
    const chain = String(row.chain)
    if (chain !== before.chain) before = { chain, seq: 0, hash: '' }
    const seq = before.seq + 1
    const afterHash = row.outcome === 'done' ? sumOfShares(shares.get(String(row.id)) ?? []) : String(row.after_hash)
    const hash = digest(journalFields({ ...journalRowOf(row), afterHash }, seq, before.hash))
    put(plain, 'journal', { ...row, seq, after_hash: afterHash, prev: before.hash, hash })
    before = { chain, seq, hash }
  }
}

function journaledTables(plain: LocalConnection): string[] {
  const sql = `SELECT t.name FROM pragma_table_list t WHERE t.schema = 'main' AND t.type = 'table'
    AND 'journal_id' IN (SELECT name FROM pragma_table_info(t.name))`
  return plain.run({ sql, args: [] }).map(({ name }) => String(name))
}

function put(plain: LocalConnection, table: string, row: Row): void {
  const marks = Object.keys(row).map(() => '?')
  plain.run({ sql: `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${marks.join(', ')})`, args: Object.values(row) })
}
