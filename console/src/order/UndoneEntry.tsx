import type { EntryView, FundView } from '../../../worker/contract/fund.ts'
import { eventLabels } from '../../../worker/contract/labels.ts'
import { addressOf } from '../address/route.ts'
import { useEntry } from '../fund/use-entry.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Yuan } from '../lists/Yuan.tsx'
import { afterUndo } from './after.ts'
import { Outcome } from './Outcome.tsx'

/** The entry that would be mirrored, and what that does to bank and cash: a wrong number is seen before it counts. */
export function UndoneEntry({ fund, seq }: { fund: FundView; seq: number }) {
  const { answer, failure, again } = useEntry(fund.code, seq)
  const row = answer?.[0] ?? null
  return (
    <div>
      <section class="panel" aria-live="polite">
        <h2>要冲正的一笔</h2>
        {failure && <FailureNote failure={failure} again={again} />}
        {row && <Mirrored code={fund.code} row={row} />}
        {answer && !row && <p class="quiet">{seq > 0 ? '没有这一笔。' : '填好笔号,这里会显示那一笔。'}</p>}
      </section>
      <Outcome fund={fund} then={row && afterUndo(row, fund)} />
    </div>
  )
}

function Mirrored({ code, row: { seq, on, event, amountFen, paper } }: { code: string; row: EntryView }) {
  return (
    <>
      <p class="line">
        <a data-key="y" data-key-words="看要冲正的一笔" href={addressOf({ page: 'entry', code, seq })}>第 {seq} 笔</a>
        <b>{eventLabels[event]} <Yuan fen={amountFen} unit /></b>
      </p>
      <p class="small quiet">{on},银行流水号 {paper ?? '无'}</p>
    </>
  )
}
