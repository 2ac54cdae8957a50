import type { FundView } from '../../../worker/contract/fund.ts'
import { eventLabels } from '../../../worker/contract/labels.ts'
import type { ClaimPage } from '../../../worker/contract/settlement.ts'
import type { ClaimOrder } from '../../../worker/contract/terms.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { Yuan } from '../lists/Yuan.tsx'
import { OrderForm } from '../order/OrderForm.tsx'
import { claimOrders } from '../order/orders.ts'

/** What the county does with a claim that stands: pays it, settles it, or sends it back. */
export function ClaimOrderPage({ code, id, order }: { code: string; id: string; order: ClaimOrder }) {
  const fund = useRead<FundView>(`/funds/${code}`)
  const claims = useRead<ClaimPage>(`/funds/${code}/claims?limit=100`)
  const claim = claims.answer?.items.find((candidate) => candidate.id === id)
  const failure = fund.failure ?? claims.failure
  const { path, lead, fields } = claimOrders[order]
  return (
    <Page title={`${eventLabels[order]} ${claim?.number ?? ''}`} ready={fund.answer !== null && claims.answer !== null}>
      <p class="lead">{lead}</p>
      {failure && <FailureNote failure={failure} again={() => { fund.again(); claims.again() }} />}
      {claim && <p>{claim.count} 笔 <b><Yuan fen={claim.amountFen} unit /></b></p>}
      {fund.answer && claims.answer && (claim?.actions.includes(order)
        ? (
          <OrderForm
            fund={fund.answer} order={order} path={`/claims/${id}/${path}`} asked={fields} wholeFen={claim.amountFen}
            home={{ page: 'claims', code }} />
        )
        : <p class="panel">现在不能办这件事:这一批已有结果,或者不归您的岗位。</p>)}
    </Page>
  )
}
