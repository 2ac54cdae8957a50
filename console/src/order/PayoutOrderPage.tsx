import type { FundView } from '../../../worker/contract/fund.ts'
import { eventLabels } from '../../../worker/contract/labels.ts'
import type { RequestView } from '../../../worker/contract/requests.ts'
import type { PayoutOrder } from '../../../worker/contract/terms.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { Yuan } from '../lists/Yuan.tsx'
import { OrderForm } from './OrderForm.tsx'
import { payoutOrders } from './orders.ts'

type Given = { id: string; grant: string; payout: number; order: PayoutOrder }

/** One order about one payout: what the bank did to it, or what was paid wrongly. */
export function PayoutOrderPage({ id, grant, payout, order }: Given) {
  const view = useRead<RequestView>(`/requests/${id}`)
  const one = view.answer?.grants.find((candidate) => candidate.id === grant)
  const row = one?.payouts.find((candidate) => candidate.payout === payout)
  const { path, lead, fields } = payoutOrders[order]
  return (
    <Page title={`${eventLabels[order]} ${one?.number ?? ''}`} ready={view.answer !== null}>
      <p class="lead">{lead}</p>
      {view.failure && <FailureNote failure={view.failure} again={view.again} />}
      {row && (
        <p>
          <b>{view.answer?.name ?? ''}</b> 第 {payout} 次付款 <b><Yuan fen={row.amountFen} unit /></b>
          {row.recoverableFen > 0 && <> 应追回 <b><Yuan fen={row.recoverableFen} unit /></b></>}
        </p>
      )}
      {view.answer && (row?.orders.includes(order)
        ? <WithFund code={view.answer.fundCode} form={{ order, path: `/grants/${grant}/payouts/${payout}/${path}`, asked: fields, id }} />
        : <p class="panel">现在不能办这件事:钱不在这一步,或者不归您的岗位。</p>)}
    </Page>
  )
}

type Form = { order: PayoutOrder; path: string; asked: (typeof payoutOrders)[PayoutOrder]['fields']; id: string }

function WithFund({ code, form: { id, ...form } }: { code: string; form: Form }) {
  const fund = useRead<FundView>(`/funds/${code}`)
  if (fund.answer) return <OrderForm fund={fund.answer} {...form} home={{ page: 'case', id }} />
  return fund.failure ? <FailureNote failure={fund.failure} again={fund.again} /> : null
}
