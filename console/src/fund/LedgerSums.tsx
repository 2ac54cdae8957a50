import type { EntryView } from '../../../worker/contract/fund.ts'
import { Yuan } from '../lists/Yuan.tsx'
import { effectOf } from './filter.ts'

/** What the rows on the screen add up to, and how many there are that one does not see. */
export function LedgerSums({ shown, loaded, count }: { shown: EntryView[]; loaded: number; count: number }) {
  const effects = shown.map(effectOf)
  const sum = (numbers: number[]): number => numbers.reduce((total, fen) => total + fen, 0)
  const plus = sum(effects.filter((fen) => fen > 0))
  const minus = sum(effects.filter((fen) => fen < 0))
  return (
    <p class="sums" role="status">
      <span>{shown.length === loaded ? `显示 ${shown.length} 笔` : `筛出 ${shown.length} 笔`},已读 {loaded} 笔,全部 {count} 笔</span>
      <span>可用增加 <Yuan fen={plus} /></span>
      <span>可用减少 <Yuan fen={minus} /></span>
      <span class="quiet">不带正负号的,可用不变</span>
    </p>
  )
}
