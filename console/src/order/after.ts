import type { EntryView, FundView } from '../../../worker/contract/fund.ts'
import type { LedgerOrder } from '../../../worker/contract/terms.ts'
import { effectOf } from '../fund/filter.ts'

export type Spendable = { bankFen: number; cashFen: number }

/** What an order adds to what transfers may spend, and to the cash, as a sign; those not named change neither. */
const effects: Partial<Record<LedgerOrder, [bank: number, cash: number]>> = {
  allocate: [1, 0], return: [-1, 0], withdraw: [-1, 1], deposit: [1, -1], interest: [1, 0], fee: [-1, 0],
  recover: [1, 0], late_return: [1, 0], replenish: [1, 0],
}

/** Bank and cash once the order stands in the ledger. */
export function afterOrder(order: LedgerOrder, fen: number, { availableFen, cashFen }: FundView): Spendable {
  const [bank, cash] = effects[order] ?? [0, 0]
  return { bankFen: availableFen + bank * fen, cashFen: cashFen + cash * fen }
}

/** Bank and cash once this entry is mirrored. */
export function afterUndo(entry: EntryView, { availableFen, cashFen }: FundView): Spendable {
  return {
    bankFen: availableFen - effectOf(entry, 'bank.available'),
    cashFen: cashFen - effectOf(entry, 'cash.available'),
  }
}
