import type { FundView } from '../../../worker/contract/fund.ts'
import { eventLabels } from '../../../worker/contract/labels.ts'
import { Yuan } from '../lists/Yuan.tsx'
import { instantWords } from '../words/dates.ts'

/** One's own orders that a second person turned down: who, when and why. They moved nothing. */
export function TurnedDown({ fund: { turnedDown } }: { fund: FundView }) {
  if (turnedDown.length === 0) return null
  return (
    <section class="panel" aria-labelledby="turned-down-title">
      <h2 id="turned-down-title">您提交的,被退回 {turnedDown.length} 笔</h2>
      <ul class="plain-list">
        {turnedDown.map(({ id, order, amountFen, dismissedBy, dismissedAt, reason }) => (
          <li key={id}>
            <p class="line"><b>{eventLabels[order]}</b><Yuan fen={amountFen} unit /></p>
            {reason && <p>理由:{reason}</p>}
            <p class="small quiet">{dismissedBy ?? ''} {instantWords(dismissedAt)} 退回</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
