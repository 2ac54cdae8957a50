import type { LedgerEvent, Place } from '../../worker/contract/index.ts'
import { filingHash } from '../../worker/explanations/index.ts'
import { entryFields } from '../../worker/fund/index.ts'
import { decisionHash } from '../../worker/grants/index.ts'
import { digest, cellsShare, isKept, journalFields, keptColumns, sumOfShares } from '../../worker/platform/index.ts'
import type { Value } from './pattern.ts'
import type { Row, Template } from './template.ts'

/** A copy says other things than the case that it was made from: its hashes and its places in the chains are made again. */
export function rehash(template: Template, rows: Row[]): Row[] {
  const one = (table: string): Row => rows.find((row) => row.table === table) ?? { table, columns: [], values: [] }
  const grant = one('grants')
  const filing = one('filings')
  set(filing, 'papers_hash', filingHash(text(filing, 'grant_id'), 1, [{ kind: text(one('filing_items'), 'kind'), papers: [] }]))
  const first = template.head.seq
  const entries = rows.filter(({ table }) => table === 'entries')
  const before = Number(get(entries[0], 'seq')) - 1
  for (const entry of entries) {
    const event = text(entry, 'event')
    if (event === 'reserve') set(entry, 'facts_hash', decided(grant, one('payouts'), text(one('acceptances'), 'accepted_by'), template))
    if (event === 'accept') set(entry, 'facts_hash', digest([text(grant, 'salt'), 'accept', text(filing, 'papers_hash')]))
    chainEntry(template, entry)
    if (event === 'paid') set(one('explanation_dues'), 'seq', BigInt(template.head.seq))
    if (event === 'reserve') template.lastReserve = BigInt(template.head.seq)
  }
  for (const balance of rows.filter(({ table }) => table === 'balances'))
    set(balance, 'seq', BigInt(first + Number(get(balance, 'seq')) - before))
  chainJournal(template, rows)
  return rows
}

function decided(grant: Row, payout: Row, acceptedBy: string, { policy }: Template): string {
  return decisionHash(text(grant, 'salt'), [
    text(grant, 'id'),
    text(grant, 'number'),
    text(grant, 'request_id'),
    text(grant, 'track'),
    Number(get(grant, 'fen')),
    text(grant, 'channel'),
    textOrNull(grant, 'payee_id'),
    text(grant, 'approved_by'),
    acceptedBy,
    ...policy,
    Number(get(payout, 'n')),
    Number(get(payout, 'fen')),
    textOrNull(payout, 'planned_on'),
    textOrNull(grant, 'formula'),
    textOrNull(grant, 'formula_base'),
    numberOrNull(grant, 'formula_persons'),
    numberOrNull(grant, 'formula_count'),
  ])
}

function chainEntry({ head }: Template, row: Row): void {
  head.seq += 1
  const entry = {
    event: text(row, 'event') as LedgerEvent,
    debit: text(row, 'debit_place') as Place,
    credit: text(row, 'credit_place') as Place,
    fen: Number(get(row, 'fen')),
    payoutId: textOrNull(row, 'payout_id'),
    day: text(row, 'day'),
    at: text(row, 'at'),
    madeBy: text(row, 'made_by'),
    checkedBy: textOrNull(row, 'checked_by'),
    paper: textOrNull(row, 'paper'),
    factsHash: text(row, 'facts_hash'),
    journalId: text(row, 'journal_id'),
  }
  const year = Number(get(row, 'voucher_year'))
  head.voucher = year > head.voucherYear ? 1 : head.voucher + 1
  head.voucherYear = Math.max(year, head.voucherYear)
  const { seq, voucherYear, voucher } = head
  const standing = { fundCode: text(row, 'fund_code'), seq, voucherYear, voucher, prev: head.hash }
  const hash = digest(entryFields(entry, standing))
  set(row, 'seq', BigInt(seq))
  set(row, 'voucher_year', BigInt(voucherYear))
  set(row, 'voucher', BigInt(voucher))
  set(row, 'prev', head.hash)
  set(row, 'hash', hash)
  head.hash = hash
}

function chainJournal({ journalHead: head }: Template, rows: readonly Row[]): void {
  const shares = new Map<string, bigint[]>()
  for (const row of rows) {
    if (!row.columns.includes('journal_id') || !isKept(row.table)) continue
    const share = cellsShare(row.table, keptOf(row), keptOf(row).map((name) => plain(get(row, name))))
    shares.set(text(row, 'journal_id'), [...(shares.get(text(row, 'journal_id')) ?? []), share])
  }
  for (const row of rows.filter(({ table }) => table === 'journal')) {
    head.seq += 1
    const afterHash = sumOfShares(shares.get(text(row, 'id')) ?? [])
    const said = {
      id: text(row, 'id'),
      chain: text(row, 'chain'),
      at: text(row, 'at'),
      personId: textOrNull(row, 'person_id'),
      post: textOrNull(row, 'post'),
      device: textOrNull(row, 'device'),
      action: text(row, 'action'),
      object: text(row, 'object'),
      problem: null,
      afterHash,
      requestId: text(row, 'request_id'),
    }
    const hash = digest(journalFields(said, head.seq, head.hash))
    set(row, 'seq', BigInt(head.seq))
    set(row, 'after_hash', afterHash)
    set(row, 'prev', head.hash)
    set(row, 'hash', hash)
    head.hash = hash
  }
}

const kept = new Map<string, string[]>()
function keptOf({ table, columns }: Row): string[] {
  const known = kept.get(table) ?? keptColumns(table, columns)
  kept.set(table, known)
  return known
}

const get = (row: Row | undefined, column: string): Value => row?.values[row.columns.indexOf(column)] ?? null
const text = (row: Row, column: string): string => String(get(row, column))
const textOrNull = (row: Row, column: string): string | null => (get(row, column) === null ? null : text(row, column))
const numberOrNull = (row: Row, column: string): number | null => (get(row, column) === null ? null : Number(get(row, column)))
const plain = (value: Value): string | number | null => (typeof value === 'bigint' ? Number(value) : value)
function set(row: Row, column: string, value: Value): void {
  row.values[row.columns.indexOf(column)] = value
}
