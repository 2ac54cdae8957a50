import type { Funds } from '../../../worker/contract/fund.ts'
import { placeLabels } from '../../../worker/contract/labels.ts'
import { addressOf, noFilter } from '../address/route.ts'
import { Yuan } from '../lists/Yuan.tsx'
import { openByClick } from '../lists/rows.ts'

type Fund = Funds['items'][number]
type Sum = 'quotaFen' | 'availableFen' | 'cashFen'

/** Quota, bank, cash and what may be spent, one fund a line, the county's sum below. */
export function FundTable({ funds }: { funds: Fund[] }) {
  const sum = (name: Sum): number => funds.reduce((total, fund) => total + fund[name], 0)
  const lowCount = funds.filter(({ low }) => low).length
  const frozenCount = funds.filter(({ frozen }) => frozen).length
  return (
    <table class="list">
      <caption class="unseen">储备金</caption>
      <thead>
        <tr>
          <th scope="col">乡镇</th><th scope="col" class="end">定额(元)</th>
          <th scope="col" class="end">{placeLabels['bank.available']}(元)</th>
          <th scope="col" class="end">{placeLabels['cash.available']}(元)</th>
          <th scope="col" class="end">可用合计(元)</th><th scope="col" class="end">占定额</th><th scope="col">状态</th>
        </tr>
      </thead>
      <tbody>{funds.map((fund) => <FundRow key={fund.code} {...fund} />)}</tbody>
      {funds.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">合计</th><td class="end"><Yuan fen={sum('quotaFen')} /></td>
            <td class="end"><Yuan fen={sum('availableFen')} /></td><td class="end"><Yuan fen={sum('cashFen')} /></td>
            <td class="end"><Yuan fen={sum('availableFen') + sum('cashFen')} /></td>
            <td class="end">{shareOf(sum('availableFen') + sum('cashFen'), sum('quotaFen'))}</td>
            <td>{frozenCount > 0 ? `${frozenCount} 个冻结` : lowCount === 0 ? '都正常' : `${lowCount} 个偏低`}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

function FundRow({ code, townshipName, quotaFen, availableFen, cashFen, low, frozen }: Fund) {
  return (
    <tr onClick={openByClick}>
      <td><a data-row={code} href={addressOf({ page: 'fund', code, filter: noFilter })}>{townshipName}</a></td>
      <td class="end"><Yuan fen={quotaFen} /></td>
      <td class="end"><Yuan fen={availableFen} /></td>
      <td class="end"><Yuan fen={cashFen} /></td>
      <td class="end strong"><Yuan fen={availableFen + cashFen} /></td>
      <td class="end">{shareOf(availableFen + cashFen, quotaFen)}</td>
      <td>{frozen ? <span class="tag late">账不符,已冻结</span> : low ? <span class="tag late">余额偏低</span> : <span class="quiet">正常</span>}</td>
    </tr>
  )
}

/** Whole percent, rounded down: a fund never looks fuller than it is. */
export function shareOf(fen: number, quotaFen: number): string {
  return quotaFen > 0 ? `${Math.floor((fen * 100) / quotaFen)}%` : ''
}
