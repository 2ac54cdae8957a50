import type { EntryView } from '../../../worker/contract/fund.ts'
import { placeLabels } from '../../../worker/contract/labels.ts'
import type { Place } from '../../../worker/contract/terms.ts'
import { signedYuan } from '../lists/Yuan.tsx'
import { effectOf } from './filter.ts'

type Shown = { shown: EntryView[]; loaded: number; count: number; place: Place | '' }

/** What the rows on the screen add up to, and how many there are that one does not see. */
export function LedgerSums({ shown, loaded, count, place }: Shown) {
  const effects = shown.map((row) => effectOf(row, place))
  const sum = (numbers: number[]): number => numbers.reduce((total, fen) => total + fen, 0)
  const what = place === '' ? '可用' : placeLabels[place]
  const sums = [
    [`${what}增加`, sum(effects.filter((fen) => fen > 0))], ['减少', sum(effects.filter((fen) => fen < 0))],
    ['相抵', sum(effects)],
  ] as const
  return (
    <p class="sums" role="status">
      <span>{shown.length === loaded ? '显示' : '筛出'} {shown.length} 笔,已读 {loaded} 笔,全部 {count} 笔</span>
      {sums.map(([words, fen]) => <span key={words}>{words} <span class="yuan">{signedYuan(fen)}</span></span>)}
      {place === '' && <span class="quiet">不带正负号的,可用不变</span>}
    </p>
  )
}
