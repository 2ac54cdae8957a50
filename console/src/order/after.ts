import type { EntryView, FundView } from '../../../worker/contract/fund.ts'
import type { FundOrder } from '../../../worker/contract/terms.ts'
import { effectOf } from '../fund/filter.ts'

export type Spendable = { bankFen: number; cashFen: number }

/** Bank and cash once the order stands in the ledger. */
export function afterOrder(order: Exclude<FundOrder, 'undo'>, fen: number, now: FundView): Spendable {
  const { availableFen, cashFen } = now
  switch (order) {
    case 'allocate': return { bankFen: availableFen + fen, cashFen }
    case 'withdraw': return { bankFen: availableFen - fen, cashFen: cashFen + fen }
    case 'deposit': return { bankFen: availableFen + fen, cashFen: cashFen - fen }
  }
}

/** Bank and cash once this entry is mirrored. */
export function afterUndo(entry: EntryView, { availableFen, cashFen }: FundView): Spendable {
  return {
    bankFen: availableFen - effectOf(entry, 'bank.available'),
    cashFen: cashFen - effectOf(entry, 'cash.available'),
  }
}
