import type { FundView } from '../../../worker/contract/fund.ts'
import { parseYuan } from '../../../worker/contract/money.ts'
import type { FundOrder } from '../../../worker/contract/terms.ts'
import { afterOrder } from './after.ts'
import type { Draft } from './draft.ts'
import { Outcome } from './Outcome.tsx'
import { UndoneEntry } from './UndoneEntry.tsx'

/** What the order would do, while it is typed. */
export function After({ fund, order, draft }: { fund: FundView; order: FundOrder; draft: Draft }) {
  if (order === 'undo') {
    const typed = draft.entry.trim()
    return <UndoneEntry fund={fund} seq={/^\d{1,9}$/.test(typed) ? Number(typed) : 0} />
  }
  const sum = parseYuan(draft.amount)
  return <Outcome fund={fund} then={sum.ok ? afterOrder(order, sum.fen, fund) : null} />
}
