import type { FundView } from '../../../worker/contract/fund.ts'
import { parseYuan } from '../../../worker/contract/money.ts'
import type { LedgerOrder } from '../../../worker/contract/terms.ts'
import { afterOrder } from './after.ts'
import type { Draft } from './draft.ts'
import { Outcome } from './Outcome.tsx'
import { UndoneEntry } from './UndoneEntry.tsx'

type Given = { fund: FundView; order: LedgerOrder; draft: Draft; wholeFen?: number }

/** What the order would do, while it is typed. */
export function After({ fund, order, draft, wholeFen }: Given) {
  if (order === 'undo') {
    const typed = draft.entry.trim()
    return <UndoneEntry fund={fund} seq={/^\d{1,9}$/.test(typed) ? Number(typed) : 0} />
  }
  const sum = parseYuan(draft.amount)
  const fen = wholeFen ?? (sum.ok ? sum.fen : null)
  return <Outcome fund={fund} then={fen === null ? null : afterOrder(order, fen, fund)} />
}
