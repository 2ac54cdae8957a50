import { useEffect } from 'preact/hooks'
import type { EntryView, FundView } from '../../../worker/contract/fund.ts'
import type { Filter } from '../address/route.ts'
import type { Pages } from '../api/pages.ts'
import { Key } from '../keys/Key.tsx'
import { filtered, isActive } from './filter.ts'
import { LedgerFilter } from './LedgerFilter.tsx'
import { LedgerRow } from './LedgerRow.tsx'
import { LedgerSums } from './LedgerSums.tsx'

// A filter looks at all rows up to here by itself, so that a figure's rows add up to it; beyond, the person asks.
const readAheadMax = 1000

type Shown = { fund: FundView; pages: Pages<EntryView>; filter: Filter }

/** The walk of the money, newest first, each row with what could be spent after it. */
export function Ledger({ fund, pages: { rows, more }, filter }: Shown) {
  const loaded = rows ?? []
  const shown = filtered(loaded, filter)
  useEffect(() => {
    if (more && isActive(filter) && loaded.length < readAheadMax) more()
  }, [isActive(filter), loaded.length])
  return (
    <section class="ledger" aria-labelledby="ledger-title">
      <div class="ledger-head">
        <h2 id="ledger-title">明细</h2>
        <LedgerFilter code={fund.code} filter={filter} />
      </div>
      <div class="scroll" tabIndex={-1}>
        <table class="list">
          <caption class="unseen">储备金明细,新的在前</caption>
          <thead>
            <tr>
              <th scope="col" class="end w-seq">笔号</th><th scope="col" class="w-day">日期</th>
              <th scope="col" class="w-event">事项</th>
              <th scope="col" class="wide from-to">从哪里到哪里</th><th scope="col">单号或流水号</th>
              <th scope="col" class="end w-sum">金额(元)</th><th scope="col" class="end w-sum">可用合计(元)</th>
              <th scope="col" class="w-who">经办,复核</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => <LedgerRow key={row.seq} code={fund.code} row={row} place={filter.place} />)}
          </tbody>
        </table>
        {rows !== null && shown.length === 0 && <p class="empty">{emptyWords(fund.entryCount, more !== null)}</p>}
        {more && (
          <p class="more">
            <button type="button" data-key="m" onClick={more}>再读 50 笔 <Key of="m" /></button>
          </p>
        )}
      </div>
      <LedgerSums place={filter.place} shown={shown} loaded={loaded.length} count={fund.entryCount} />
    </section>
  )
}

function emptyWords(count: number, more: boolean): string {
  if (count === 0) return '还没有一笔账。县里拨入后,这里就有明细。'
  return more ? '已读的明细里没有,可以再往前读。' : '没有符合的明细。'
}
