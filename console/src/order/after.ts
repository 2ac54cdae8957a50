import type { FundView } from '../../../worker/contract/fund.ts'
import type { FundOrder } from '../../../worker/contract/terms.ts'

type Spendable = { bankFen: number; cashFen: number }

/** Bank and cash once the order stands in the ledger; null where only the entry that is undone could tell. */
export function afterOrder(order: FundOrder, fen: number, { availableFen, cashFen }: FundView): Spendable | null {
  switch (order) {
    case 'allocate': return { bankFen: availableFen + fen, cashFen }
    case 'withdraw': return { bankFen: availableFen - fen, cashFen: cashFen + fen }
    case 'deposit': return { bankFen: availableFen + fen, cashFen: cashFen - fen }
    case 'undo': return null
  }
}
