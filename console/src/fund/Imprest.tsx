import type { FundView } from '../../../worker/contract/fund.ts'
import { imprestPartLabels } from '../../../worker/contract/labels.ts'
import { dayInFull } from '../words/dates.ts'
import { Yuan } from '../lists/Yuan.tsx'

/** 定额核对: what the county entrusted, each part by name, and the gap to the quota. */
export function Imprest({ fund: { imprest, closedUntil } }: { fund: FundView }) {
  const { quotaFen, entrustedFen, gapFen, unknownFen, parts } = imprest
  return (
    <section class="panel" aria-labelledby="imprest-title">
      <h2 id="imprest-title">定额核对(元)</h2>
      <table class="balances">
        <caption class="unseen">县级拨入和定额的差</caption>
        <tbody>
          {parts.map(({ part, amountFen }) => (
            <tr key={part}><th scope="row">{imprestPartLabels[part]}</th><td class="end"><Yuan fen={amountFen} /></td></tr>
          ))}
          <tr><th scope="row">县级交来的钱</th><td class="end strong"><Yuan fen={entrustedFen} /></td></tr>
          <tr><th scope="row">定额</th><td class="end"><Yuan fen={quotaFen} /></td></tr>
        </tbody>
        <tfoot><tr><th scope="row">{gapFen < 0 ? '比定额多' : '离定额还差'}</th><td class="end"><Yuan fen={Math.abs(gapFen)} /></td></tr></tfoot>
      </table>
      {unknownFen > 0 && <p class="small owed-text">另有待查款 <Yuan fen={unknownFen} unit />,不算在里面。</p>}
      <p class="small quiet">{closedUntil === null ? '还没有结过账。' : `已结账到${dayInFull(closedUntil)}。`}</p>
    </section>
  )
}
