import type { LedgerEvent, Place } from '../contract/index.ts'
import type { Row, Statement } from '../platform/index.ts'
import { beijingDay, digest, statement } from '../platform/index.ts'

/** One step of the walk, as the room that makes it says it. `day` the money's own day (Beijing), `at` when it was known. */
export type Entry = {
  event: LedgerEvent
  debit: Place
  credit: Place
  fen: number
  day: string
  at: string
  /** Null only where the timer made it (`lapse`). */
  madeBy: string | null
  /** Salted hash of what was decided or filed: binds rows that the entry itself does not hold. */
  factsHash: string
  journalId: string
  payoutId?: string | null
  claimId?: string | null
  checkedBy?: string | null
  /** Bank serial, `slip:<photo>`, or the number of a decision. */
  paper?: string | null
  undoes?: number | null
}

/** Where an entry stands: behind which, with which voucher of which year (凭证号: gapless per fund and year). */
export type Standing = { fundCode: string; seq: number; voucherYear: number; voucher: number; prev: string }

export type FundHead = {
  code: string
  seq: number
  hash: string
  voucherYear: number
  voucher: number
  availableFen: number
  cashFen: number
  openedOn: string
}

/** A fact: chain head and what may be spent, of the fund that `code` (a scalar select) names. */
export function fundHead(code: Statement): Statement {
  return statement(
    `SELECT f.code, e.seq, e.hash, e.voucher_year, e.voucher, date(f.opened_at, '+8 hours') AS opened_on,
       coalesce((SELECT fen FROM balances WHERE fund_code = f.code AND place = 'bank.available' AND key = ''), 0) AS available_fen,
       coalesce((SELECT fen FROM balances WHERE fund_code = f.code AND place = 'cash.available' AND key = ''), 0) AS cash_fen
     FROM funds f LEFT JOIN entries e ON e.fund_code = f.code AND e.seq = (SELECT max(seq) FROM entries WHERE fund_code = f.code)
     WHERE f.code = (${code.sql})`,
    ...code.args,
  )
}

export function fundHeadOf(row: Row | undefined): FundHead | null {
  if (!row) return null
  return {
    code: String(row.code),
    seq: Number(row.seq ?? 0),
    hash: String(row.hash ?? ''),
    voucherYear: Number(row.voucher_year ?? 0),
    voucher: Number(row.voucher ?? 0),
    availableFen: Number(row.available_fen),
    cashFen: Number(row.cash_fen),
    openedOn: String(row.opened_on),
  }
}

/** The canonical fields of an entry, version 1: what its hash covers. No names, no free words. */
export function entryFields(entry: Entry, standing: Standing): (string | number | null)[] {
  const { event, debit, credit, fen, day, at, madeBy, factsHash } = entry
  return [
    'xianjiu-entry-1',
    standing.fundCode,
    standing.seq,
    standing.voucherYear,
    standing.voucher,
    event,
    debit,
    credit,
    String(fen),
    entry.payoutId ?? null,
    entry.claimId ?? null,
    day,
    at,
    madeBy,
    entry.checkedBy ?? null,
    entry.paper ?? null,
    entry.undoes ?? null,
    factsHash,
    standing.prev,
  ]
}

/** Appends entries behind `head`, in this order. The schema refuses what the chart, the posts or the balances do not allow. */
export function entryInserts(head: FundHead, entries: readonly Entry[]): Statement[] {
  let { seq, hash, voucherYear, voucher } = head
  return entries.map((entry) => {
    // a clock that steps back over New Year does not take the vouchers back with it
    const year = Math.max(voucherYear, Number(beijingDay(new Date(entry.at)).slice(0, 4)))
    voucher = year === voucherYear ? voucher + 1 : 1
    voucherYear = year
    seq += 1
    const standing = { fundCode: head.code, seq, voucherYear, voucher, prev: hash }
    hash = digest(entryFields(entry, standing))
    return entryInsert(entry, standing, hash)
  })
}

function entryInsert(entry: Entry, standing: Standing, hash: string): Statement {
  return statement(
    `INSERT INTO entries (fund_code, seq, voucher_year, voucher, event, debit_place, credit_place, fen, payout_id, claim_id, day, at,
       made_by, checked_by, paper, undoes, facts_hash, prev, hash, journal_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    standing.fundCode,
    standing.seq,
    standing.voucherYear,
    standing.voucher,
    entry.event,
    entry.debit,
    entry.credit,
    entry.fen,
    entry.payoutId ?? null,
    entry.claimId ?? null,
    entry.day,
    entry.at,
    entry.madeBy,
    entry.checkedBy ?? null,
    entry.paper ?? null,
    entry.undoes ?? null,
    entry.factsHash,
    standing.prev,
    hash,
    entry.journalId,
  )
}
