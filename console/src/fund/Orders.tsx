import type { FundView } from '../../../worker/contract/fund.ts'
import { eventLabels } from '../../../worker/contract/labels.ts'
import { fundOrders } from '../../../worker/contract/terms.ts'
import { addressOf } from '../address/route.ts'
import { Key } from '../keys/Key.tsx'

const letters = {
  allocate: 'b', return: 'h', withdraw: 't', deposit: 'c', interest: 'i', fee: 'e', receive: 'd', identify: 'w', undo: 'z',
} as const

/** What this person may order here; the server says what that is. */
export function Orders({ fund: { code, actions } }: { fund: FundView }) {
  const mine = fundOrders.filter((order) => actions.includes(order))
  return (
    <nav class="orders" aria-label="可以办的">
      <a class="button" data-key="l" href={addressOf({ page: 'claims', code })}>核销与补足 <Key of="l" /></a>
      {mine.map((order) => (
        <a
          key={order} class="button" data-key={letters[order]}
          href={addressOf({ page: 'order', code, order, entry: null })}>
          {eventLabels[order]} <Key of={letters[order]} />
        </a>
      ))}
    </nav>
  )
}
