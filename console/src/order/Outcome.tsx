import type { FundView } from '../../../worker/contract/fund.ts'
import { placeLabels } from '../../../worker/contract/labels.ts'
import { Yuan } from '../lists/Yuan.tsx'
import type { Spendable } from './after.ts'

/** Bank, cash and their sum, now and once this stands in the ledger. */
export function Outcome({ fund, then }: { fund: FundView; then: Spendable | null }) {
  const now = { bankFen: fund.availableFen, cashFen: fund.cashFen }
  const lines = [
    [placeLabels['bank.available'], now.bankFen, then?.bankFen],
    [placeLabels['cash.available'], now.cashFen, then?.cashFen],
    ['可用合计', now.bankFen + now.cashFen, then && then.bankFen + then.cashFen],
  ] as const
  return (
    <section class="panel outcome">
      <h2>入账前后(元)</h2>
      <table class="balances">
        <thead>
          <tr>
            <th scope="col"><span class="unseen">哪里</span></th>
            <th scope="col" class="end">现在</th><th scope="col" class="end">入账后</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([words, before, after]) => (
            <tr key={words}>
              <th scope="row">{words}</th>
              <td class="end"><Yuan fen={before} /></td>
              <td class="end strong">{after === undefined || after === null ? '' : <Yuan fen={after} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {then && (then.bankFen < 0 || then.cashFen < 0) && <p class="note late" role="status">钱不够,这样不能入账。</p>}
    </section>
  )
}
