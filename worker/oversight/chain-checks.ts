import type { LedgerEvent, Place } from '../contract/index.ts'
import { entryFields } from '../fund/index.ts'
import type { Row } from '../platform/index.ts'
import { digest, journalFields } from '../platform/index.ts'
import type { Check } from './finding.ts'

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value))

/** Each fund's entries: gapless, each naming the one before it, each with the hash of what it says. */
export const entriesAreChained: Check = {
  name: 'every entry is chained to the one before it',
  run: (books) => {
    let last = { fundCode: '', seq: 0, voucherYear: 0, voucher: 0, hash: '' }
    return books.each('SELECT * FROM entries ORDER BY fund_code, seq', (row) => {
      const fundCode = String(row.fund_code)
      if (fundCode !== last.fundCode) last = { fundCode, seq: 0, voucherYear: 0, voucher: 0, hash: '' }
      const standing = { fundCode, seq: last.seq + 1, voucherYear: Number(row.voucher_year), voucher: Number(row.voucher), prev: last.hash }
      const bad =
        row.seq !== standing.seq
          ? `expected entry ${standing.seq}`
          : row.prev !== standing.prev
            ? 'does not follow the one before it'
            : row.hash !== digest(entryFields(entryOf(row), standing))
              ? 'was changed'
              : standing.voucherYear < last.voucherYear ||
                  standing.voucher !== (standing.voucherYear === last.voucherYear ? last.voucher + 1 : 1)
                ? `voucher ${standing.voucherYear}-${standing.voucher} does not follow ${last.voucherYear}-${last.voucher}`
                : null
      last = { ...standing, hash: String(row.hash) }
      return bad === null ? null : `fund ${fundCode} entry ${String(row.seq)}: ${bad}`
    })
  },
}

/** What a row of `entries` says, as its hash covers it. */
export function entryOf(row: Row) {
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

/** The journal of each township and of the county, likewise (D-09). */
export const journalIsChained: Check = {
  name: 'every journal row is chained to the one before it',
  run: (books) => {
    let chain = ''
    let seq = 0
    let prev = ''
    return books.each('SELECT * FROM journal ORDER BY chain, seq', (row) => {
      if (row.chain !== chain) [chain, seq, prev] = [String(row.chain), 0, '']
      seq += 1
      const bad =
        row.seq !== seq
          ? `expected row ${seq}`
          : row.prev !== prev
            ? 'does not follow the one before it'
            : row.hash !== digest(journalFields(journalOf(row), seq, prev))
              ? 'was changed'
              : null
      prev = String(row.hash)
      return bad === null ? null : `journal ${chain} row ${String(row.seq)} (${String(row.id)}): ${bad}`
    })
  },
}

function journalOf(row: Row) {
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
