import type { FundView } from '../../../worker/contract/fund.ts'
import { placeLabels } from '../../../worker/contract/labels.ts'
import { Yuan } from '../lists/Yuan.tsx'
import { shareOf } from '../today/FundTable.tsx'

/** The sums one looks for first; the first is what the ledger's last column must end at. */
export function Figures({ fund }: { fund: FundView }) {
  const spendable = fund.availableFen + fund.cashFen
  return (
    <dl class="figures">
      <div class="first">
        <dt>可用合计</dt>
        <dd>
          <Yuan fen={spendable} unit />
          {fund.low && <span class="tag late">余额偏低</span>}
        </dd>
      </div>
      <div><dt>{placeLabels['bank.available']}</dt><dd><Yuan fen={fund.availableFen} unit /></dd></div>
      <div><dt>{placeLabels['cash.available']}</dt><dd><Yuan fen={fund.cashFen} unit /></dd></div>
      <div><dt>已批,钱还没到</dt><dd><Yuan fen={fund.heldFen} unit /></dd></div>
      <div>
        <dt>定额</dt>
        <dd><Yuan fen={fund.quotaFen} unit /> <span class="quiet">可用占 {shareOf(spendable, fund.quotaFen)}</span></dd>
      </div>
      {fund.shortFen > 0 && <div class="owed"><dt>待批申请还差</dt><dd><Yuan fen={fund.shortFen} unit /></dd></div>}
    </dl>
  )
}
