import type { FundView } from '../../../worker/contract/fund.ts'
import { placeLabels } from '../../../worker/contract/labels.ts'
import { places } from '../../../worker/contract/terms.ts'
import { addressOf, noFilter, type Filter } from '../address/route.ts'
import { Yuan } from '../lists/Yuan.tsx'
import { origins } from './filter.ts'

type Balance = FundView['balances'][number]
const rank = ({ place }: Balance): number => places.indexOf(place)

/** Both sides of the fund: where its money is, and where it came from. Each figure opens to its rows. */
export function Balances({ fund, filter }: { fund: FundView; filter: Filter }) {
  const sorted = [...fund.balances].sort((left, right) => rank(left) - rank(right))
  const from = sorted.filter(({ place }) => origins.includes(place))
  const now = sorted.filter(({ place }) => !origins.includes(place))
  const gap = sumOf(now) - sumOf(from)
  const sides = [['钱现在在哪里', now], ['钱从哪里来', from]] as const
  return (
    <section class="panel" aria-labelledby="balances-title">
      <h2 id="balances-title">各处余额(元)</h2>
      {sides.map(([title, side]) => (
        <table key={title} class="balances">
          <caption>{title}</caption>
          <tbody>
            {side.map((balance) => <BalanceRow key={balance.place} {...balance} code={fund.code} filter={filter} />)}
          </tbody>
          <tfoot><tr><th scope="row">合计</th><td class="end"><Yuan fen={sumOf(side)} /></td></tr></tfoot>
        </table>
      ))}
      {gap === 0 && fund.frozen ? null : gap === 0 ? <p class="small good-text">两边相等,账是平的。</p>
        : <p class="note late" role="alert">两边差 <Yuan fen={gap} unit />,请马上报县财政。</p>}
    </section>
  )
}

function BalanceRow({ place, fen, code, filter }: Balance & { code: string; filter: Filter }) {
  const chosen = filter.place === place
  const wanted: Filter = chosen ? { ...filter, place: '' } : { ...noFilter, place }
  return (
    <tr class={chosen ? 'chosen' : undefined}>
      <th scope="row">
        <a href={addressOf({ page: 'fund', code, filter: wanted })} aria-current={chosen ? 'true' : undefined}>
          {placeLabels[place]}
        </a>
      </th>
      <td class="end"><Yuan fen={fen} /></td>
    </tr>
  )
}

const sumOf = (side: Balance[]): number => side.reduce((sum, { fen }) => sum + fen, 0)
