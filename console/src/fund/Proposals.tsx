import type { FundView } from '../../../worker/contract/fund.ts'
import { eventLabels } from '../../../worker/contract/labels.ts'
import { addressOf } from '../address/route.ts'
import { Key } from '../keys/Key.tsx'
import { Yuan } from '../lists/Yuan.tsx'
import { instantWords } from '../words/dates.ts'

/** Moves that wait for a second person. They are in no balance yet. */
export function Proposals({ fund: { code, proposals } }: { fund: FundView }) {
  if (proposals.length === 0) return null
  const first = proposals.find(({ mayConfirm }) => mayConfirm)?.id
  return (
    <section class="panel owed-edge" aria-labelledby="waiting-title">
      <h2 id="waiting-title">待复核 {proposals.length} 笔</h2>
      <ul class="plain-list">
        {proposals.map(({ id, order, amountFen, madeBy, madeAt, bankSerial, undoes, mine, mayConfirm }) => (
          <li key={id}>
            <p class="line"><b>{eventLabels[order]}</b><Yuan fen={amountFen} unit /></p>
            {bankSerial && <p class="small">流水号 {bankSerial}</p>}
            {undoes !== null && <p class="small">冲掉第 {undoes} 笔</p>}
            <p class="small quiet">{madeBy ?? ''} {instantWords(madeAt)}</p>
            {mine && (
              <p class="small">
                您提交的,要由另一个人复核。
                <a class="whole-line" href={addressOf({ page: 'proposal', code, id })}>看这一笔,或撤回</a>
              </p>
            )}
            {mayConfirm && (
              <a
                class="button main" data-key={id === first ? 'f' : undefined}
                href={addressOf({ page: 'proposal', code, id })}>
                去复核 {id === first && <Key of="f" />}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
