import type { LedgerEvent, Place } from '../contract/index.ts'
import type { Row, Statement } from '../platform/index.ts'
import { digest, statement } from '../platform/index.ts'

/** One step of the walk. `day` the money's own day (Beijing), `at` when it was known, `paper` bank serial or slip. */
export type Entry = {
  fundCode: string
  event: LedgerEvent
  debit: Place
  credit: Place
  fen: number
  payoutId: string | null
  day: string
  at: string
  madeBy: string
  checkedBy: string | null
  paper: string | null
  undoes: number | null
  /** Salted hash of what was decided or filed: binds rows that the entry itself does not hold. */
  factsHash: string
  journalId: string
}
export type FundHead = { code: string; seq: number; hash: string; availableFen: number; cashFen: number; openedOn: string }

/** A fact: chain head and what may be spent, of the fund that `code` (a scalar select) names. */
export function fundHead(code: Statement): Statement {
  return statement(
    `SELECT f.code, e.seq, e.hash, date(f.opened_at, '+8 hours') AS opened_on,
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
    availableFen: Number(row.available_fen),
    cashFen: Number(row.cash_fen),
    openedOn: String(row.opened_on),
  }
}

/** The canonical fields of an entry, version 1: what its hash covers. No names, no free words. */
export function entryFields(entry: Entry, seq: number, prev: string): (string | number | null)[] {
  const { fundCode, event, debit, credit, fen, payoutId, day, at, madeBy, checkedBy, paper, undoes, factsHash } = entry
  return [
    'xianjiu-entry-1',
    fundCode,
    seq,
    event,
    debit,
    credit,
    String(fen),
    payoutId,
    day,
    at,
    madeBy,
    checkedBy,
    paper,
    undoes,
    factsHash,
    prev,
  ]
}

/** Appends the entry behind `head`. The schema refuses whatever the chart, the posts or the balances do not allow. */
export function entryInsert(entry: Entry, head: { seq: number; hash: string }): Statement {
  const seq = head.seq + 1
  return statement(
    `INSERT INTO entries (fund_code, seq, event, debit_place, credit_place, fen, payout_id, day, at, made_by, checked_by,
       paper, undoes, facts_hash, prev, hash, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    entry.fundCode,
    seq,
    entry.event,
    entry.debit,
    entry.credit,
    entry.fen,
    entry.payoutId,
    entry.day,
    entry.at,
    entry.madeBy,
    entry.checkedBy,
    entry.paper,
    entry.undoes,
    entry.factsHash,
    head.hash,
    digest(entryFields(entry, seq, head.hash)),
    entry.journalId,
  )
}
