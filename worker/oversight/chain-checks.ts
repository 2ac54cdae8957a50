import { entryFields } from '../fund/index.ts'
import { digest, journalFields } from '../platform/index.ts'
import type { Check } from './finding.ts'
import { entryOf, journalRowOf } from './read-back.ts'

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
            : row.hash !== digest(journalFields(journalRowOf(row), seq, prev))
              ? 'was changed'
              : null
      prev = String(row.hash)
      return bad === null ? null : `journal ${chain} row ${String(row.seq)} (${String(row.id)}): ${bad}`
    })
  },
}
