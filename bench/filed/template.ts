import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { newId } from '../../worker/platform/index.ts'
import type { Lived } from './life.ts'
import type { Cell, Slots, Value } from './pattern.ts'
import { cellOf, finderOf } from './pattern.ts'

export type Row = { table: string; columns: string[]; values: Value[] }
/** One lived case and how to make it again; `head` and `journalHead` move on with every copy. */
export type Template = {
  rows: { table: string; columns: string[]; cells: Cell[] }[]
  slots(n: number, offsetMs: number): Slots
  fundCode: string
  fen: bigint
  lastReserve: bigint
  /** Version, small cap and urgent ceiling: what a decision's hash says of its policy. */
  policy: number[]
  head: { seq: number; hash: string; voucherYear: number; voucher: number }
  journalHead: { seq: number; hash: string }
}

const idForm = /^[a-z]{3}_[0-9a-z]{20,}$/
const instantForm = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** Reads every row that the case wrote, and which of its strings are its own. */
export function templateOf(db: DatabaseSync, { requestId, fundCode, chain, serial }: Lived): Template {
  const all = (sql: string, ...args: string[]): Record<string, Value>[] => {
    const statement = db.prepare(sql)
    statement.setReadBigInts(true)
    return statement.all(...args) as Record<string, Value>[]
  }
  const rows = rowsOf(all, requestId)
  const number = String(rows.find(({ table }) => table === 'requests')?.row.number)
  const grant = rows.find(({ table }) => table === 'grants')?.row
  const own = makers(rows, { number, serial })
  const others = [...own.keys()]
  const finder = finderOf(others)
  const [head] = all('SELECT seq, hash, voucher_year, voucher FROM entries WHERE fund_code = ? ORDER BY seq DESC LIMIT 1', fundCode)
  const [journalHead] = all('SELECT seq, hash FROM journal WHERE chain = ? ORDER BY seq DESC LIMIT 1', chain)
  const [policy] = all('SELECT version, small_cap_fen, urgent_ceiling_fen FROM policies WHERE version = ?', String(grant?.policy_version))
  return {
    rows: rows.map(({ table, row }) => ({
      table,
      columns: Object.keys(row),
      cells: Object.values(row).map((value) => cellOf(value, others, finder)),
    })),
    slots: (n, offsetMs) => [...own.values()].map((make) => make(n, offsetMs)),
    fundCode,
    fen: BigInt(grant?.fen ?? 0),
    lastReserve: 0n,
    policy: [policy?.version, policy?.small_cap_fen, policy?.urgent_ceiling_fen].map(Number),
    head: {
      seq: Number(head?.seq),
      hash: String(head?.hash),
      voucherYear: Number(head?.voucher_year),
      voucher: Number(head?.voucher),
    },
    journalHead: { seq: Number(journalHead?.seq), hash: String(journalHead?.hash) },
  }
}

type Found = { table: string; row: Record<string, Value> }

/** The journal rows of the case, whatever names one of them, and the balances of its payout. */
function rowsOf(all: (sql: string, ...args: string[]) => Record<string, Value>[], requestId: string): Found[] {
  const objects = `SELECT ?1 UNION SELECT id FROM grants WHERE request_id = ?1
    UNION SELECT payouts.id FROM payouts JOIN grants ON grants.id = grant_id WHERE request_id = ?1`
  const journal = `SELECT id FROM journal WHERE object IN (${objects})`
  const tables = all(
    `SELECT t.name FROM pragma_table_list t WHERE t.schema = 'main' AND t.type = 'table'
     AND 'journal_id' IN (SELECT name FROM pragma_table_info(t.name))`,
  ).map(({ name }) => String(name))
  const from = (table: string, where: string): Found[] =>
    all(`SELECT * FROM ${table} WHERE ${where}`, requestId).map((row) => ({ table, row }))
  return [
    ...from('journal', `id IN (${journal}) ORDER BY seq`),
    ...tables.flatMap((table) => from(table, `journal_id IN (${journal})`)),
    ...from('balances', `key IN (${objects})`),
  ]
}

/** For every string that is the case's own: what stands there in its n-th copy. */
function makers(rows: readonly Found[], { number, serial }: { number: string; serial: string }) {
  const own = new Map<string, (n: number, offsetMs: number) => string>()
  const [prefix, place, running] = number.split('-') as [string, string, string]
  own.set(number, (n) => `${prefix.slice(0, -4)}${2001 + Math.floor(n / 90_000)}-${place}-${String(n % 90_000).padStart(running.length, '0')}`)
  own.set(serial, (n) => `${serial.slice(0, 4)}${String(n).padStart(serial.length - 4, '0')}`)
  for (const { table, row } of rows)
    for (const [column, value] of Object.entries(row)) {
      if (typeof value !== 'string' || own.has(value)) continue
      if (column === 'id' && idForm.test(value)) {
        const at = instantOf(rows, row)
        own.set(value, (_, offsetMs) => newId(value.slice(0, 3), new Date(at + offsetMs)))
      } else if (instantForm.test(value)) {
        const at = Date.parse(value)
        own.set(value, (_, offsetMs) => new Date(at + offsetMs).toISOString())
      } else if (isUnique(table, column)) own.set(value, () => randomUUID())
    }
  return own
}

/** Blind indexes of a person, his account, and the key of a tap: as random as they look. */
function isUnique(table: string, column: string): boolean {
  return (table === 'receipts' && column === 'key') || ['name_index', 'phone_index', 'account_index', 'near_index'].includes(column)
}

function instantOf(rows: readonly Found[], row: Record<string, Value>): number {
  const journal = rows.find(({ table, row: one }) => table === 'journal' && one.id === (row.journal_id ?? row.id))
  return Date.parse(String(journal?.row.at))
}
