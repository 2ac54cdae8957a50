import { timelineLabels } from '../../../worker/contract/labels.ts'
import type { TimelineItem } from '../../../worker/contract/requests.ts'
import { Yuan } from '../lists/Yuan.tsx'
import { stamp } from '../words/dates.ts'

/** What happened, in its order, with who answers for it. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <section class="panel" aria-labelledby="timeline-title">
      <h2 id="timeline-title">经过</h2>
      <ol class="timeline">
        {items.map(({ at, step, by, unit, amountFen, words }, index) => (
          <li key={`${at} ${step} ${index}`}>
            <time dateTime={at}>{stamp(at)}</time>
            <span>
              <b>{timelineLabels[step]}</b> {amountFen !== null && <Yuan fen={amountFen} unit />}
              <span class="quiet"> {unit} {by ?? ''}</span>
              {words && <span class="whole-line">{words}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
