import type { FundView } from '../../../worker/contract/fund.ts'
import { eventLabels } from '../../../worker/contract/labels.ts'
import type { FundOrder } from '../../../worker/contract/terms.ts'
import { noFilter } from '../address/route.ts'
import { useRead } from '../api/read.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import { Page } from '../lists/Page.tsx'
import { OrderForm } from './OrderForm.tsx'
import { orders } from './orders.ts'

/** One order with what it does to the fund beside it. */
export function OrderPage({ code, order, entry }: { code: string; order: FundOrder; entry: number | null }) {
  const { answer: fund, failure, again } = useRead<FundView>(`/funds/${code}`)
  return (
    <Page title={`${fund?.townshipName ?? ''}储备金 ${eventLabels[order]}`} ready={fund !== null}>
      <p class="lead">{orders[order].lead}</p>
      {failure && <FailureNote failure={failure} again={again} />}
      {fund && (fund.actions.includes(order)
        ? (
          <OrderForm
            fund={fund} order={order} entry={entry} path={`/funds/${code}/${orders[order].path}`} asked={orders[order].fields}
            home={{ page: 'fund', code, filter: noFilter }} />
        )
        : <p class="panel">您的岗位不能办这件事。</p>)}
    </Page>
  )
}
