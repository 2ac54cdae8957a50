import type { EntryPage, FundView } from '../../../worker/contract/fund.ts'
import { eventLabels } from '../../../worker/contract/labels.ts'
import { parseYuan } from '../../../worker/contract/money.ts'
import type { FundOrder } from '../../../worker/contract/terms.ts'
import { useRead } from '../api/read.ts'
import { Yuan } from '../lists/Yuan.tsx'
import type { Draft } from './draft.ts'
import { Outcome } from './Outcome.tsx'

/** What the order would do, while it is typed. */
export function After({ fund, order, draft }: { fund: FundView; order: FundOrder; draft: Draft }) {
  if (order === 'undo') return <UndoneEntry code={fund.code} typed={draft.entry} />
  const sum = parseYuan(draft.amount)
  return <Outcome fund={fund} order={order} fen={sum.ok ? sum.fen : null} />
}

/** The entry that would be mirrored, so that the wrong number is seen before it is sent. */
function UndoneEntry({ code, typed }: { code: string; typed: string }) {
  const seq = /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : 0
  const { answer } = useRead<EntryPage>(`/funds/${code}/entries?after=${seq + 1}&limit=1`)
  const row = answer?.items.find((item) => item.seq === seq)
  return (
    <section class="panel outcome" aria-live="polite">
      <h2>要冲正的一笔</h2>
      {row ? (
        <p>
          第 {row.seq} 笔,{row.on},{eventLabels[row.event]} <b><Yuan fen={row.amountFen} unit /></b>,
          流水号 {row.paper ?? '无'}
        </p>
      ) : <p class="quiet">填好笔号,这里会显示那一笔。</p>}
    </section>
  )
}
