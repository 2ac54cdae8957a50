import type { LedgerEvent, Place } from '../contract/index.ts'
import type { Entry } from '../fund/index.ts'
import type { JournalRow, Row } from '../platform/index.ts'

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))

export function entryOf(row: Row): Entry {
  return {
    event: String(row.event) as LedgerEvent,
    debit: String(row.debit_place) as Place,
    credit: String(row.credit_place) as Place,
    fen: Number(row.fen),
    payoutId: text(row.payout_id),
    claimId: text(row.claim_id),
    day: String(row.day),
    at: String(row.at),
    madeBy: text(row.made_by),
    checkedBy: text(row.checked_by),
    paper: text(row.paper),
    undoes: row.undoes === null ? null : Number(row.undoes),
    factsHash: String(row.facts_hash),
    journalId: String(row.journal_id),
  }
}

export function journalRowOf(row: Row): JournalRow {
  return {
    id: String(row.id),
    chain: String(row.chain),
    at: String(row.at),
    personId: text(row.person_id),
    post: text(row.post),
    device: text(row.device),
    action: String(row.action),
    object: String(row.object),
    problem: text(row.problem),
    afterHash: String(row.after_hash),
    requestId: String(row.request_id),
  }
}
