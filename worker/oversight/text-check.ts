import { isUtf8 } from 'node:buffer'
import type { Row } from '../platform/index.ts'
import type { Books, Check, Verdict } from './finding.ts'

/** What the ledger's own checks read. */
const ofTheLedger = ['balances', 'claim_confirmations', 'claim_items', 'claims', 'closing_balances', 'closings', 'entries', 'funds', 'moves', 'places', 'posts']

/** Every text is UTF-8: looked at as bytes, because what is not reads as `\uFFFD` and would be told as somebody's change. */
export const textsAreReadable: Check = readable('every text can be read', () => true)
export const ledgerIsReadable: Check = readable('every text of the ledger can be read', (table) => ofTheLedger.includes(table))

function readable(name: string, asked: (table: string) => boolean): Check {
  return { name, run: (books) => textsOf(books, asked) }
}

function textsOf(books: Books, asked: (table: string) => boolean): Verdict {
  const schema = books.each('SELECT CAST(name AS BLOB) AS name, CAST(sql AS BLOB) AS texts FROM sqlite_schema', (row) =>
    isUtf8(bytes(row.name)) && isUtf8(bytes(row.texts)) ? null : 'the schema holds a text that cannot be read',
  )
  if (schema.bad !== null) return schema
  let count = 0
  for (const { name, columns } of tables(books).filter((table) => asked(table.name))) {
    const verdict = tableIsReadable(books, name, columns)
    count += verdict.count
    if (verdict.bad !== null) return { ...verdict, count }
  }
  return { count, bad: null, fund: null }
}

type Column = { name: string; text: boolean; key: boolean }

function tables(books: Books): { name: string; columns: Column[] }[] {
  const rows = books.rows(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  )
  return rows.map(({ name }) => ({ name: String(name), columns: columnsOf(books, String(name)) }))
}

function columnsOf(books: Books, table: string): Column[] {
  const rows = books.rows('SELECT name, type, pk FROM pragma_table_info(?)', table)
  return rows.map(({ name, type, pk }) => ({ name: String(name), text: type === 'TEXT', key: pk !== 0 }))
}

/** One blob a row: its texts with a bar between them, so that two broken ends cannot make a whole letter. */
function tableIsReadable(books: Books, table: string, columns: Column[]): Verdict {
  const texts = columns.filter(({ text }) => text).map(({ name }) => `coalesce(${name}, '')`)
  if (texts.length === 0) return { count: 0, bad: null, fund: null }
  const all = `CAST(${texts.join(" || '|' || ")} AS BLOB) AS texts`
  const verdict = books.each(`SELECT ${all} FROM ${table} NOT INDEXED`, (row) => (isUtf8(bytes(row.texts)) ? null : table))
  return verdict.bad === null ? verdict : { ...named(books, table, columns, all), count: verdict.count }
}

/** Which row it is, as far as its own key can still be read. */
function named(books: Books, table: string, columns: Column[], texts: string): Verdict {
  const keys = columns.filter(({ key, name }) => key || name === 'fund_code').map(({ name }) => name)
  const read = keys.map((name) => `CAST(${name} AS BLOB) AS ${name}`)
  let fund: string | null = null
  const verdict = books.each(`SELECT ${[...read, texts].join(', ')} FROM ${table} NOT INDEXED`, (row) => {
    if (isUtf8(bytes(row.texts))) return null
    fund = wordOf(row.fund_code)
    return `${table} ${keys.map((key) => wordOf(row[key]) ?? '?').join(' ')}: a text in it cannot be read, the file is damaged`
  })
  return { ...verdict, fund }
}

const bytes = (value: Row[string] | undefined): Uint8Array => (value ?? new Uint8Array()) as unknown as Uint8Array

function wordOf(value: Row[string] | undefined): string | null {
  const raw = bytes(value)
  return raw.length > 0 && isUtf8(raw) ? Buffer.from(raw).toString() : null
}
