/** The payout that waits for this person, and which of its steps is next. */
import { formatFen } from '../../../worker/contract/money.ts'
import type { RequestView } from '../../../worker/contract/requests.ts'
import type { PayoutStepTerm } from '../../../worker/contract/terms.ts'
import { goodsLines } from '../../labels/goods.ts'
import { caseOf } from '../request/case.ts'

export interface Due {
  grantId: string
  requestId: string
  personId: string
  number: string
  payout: number
  who: string
  place: string
  sum: string
  account: string
  holder: string
  channel: 'transfer' | 'cash'
  next: 'send' | 'pay' | 'hand' | 'countersign' | 'none'
  slipIds: string[]
  goods: string[]
}

/** A stage that is still to be paid; what came back is paid again. */
const waiting: PayoutStepTerm[] = ['held', 'sent', 'cash_handed', 'bounced']

export function dueOf(view: RequestView): Due | null {
  const shown = caseOf(view)
  for (const grant of view.grants) {
    const payout = grant.payouts.filter(({ step }) => waiting.indexOf(step) >= 0)[0]
    if (!payout || grant.cancelledAt) continue
    const may = (action: 'send' | 'pay' | 'countersign'): boolean => view.actions.indexOf(action) >= 0
    const next = payout.channel === 'cash'
      ? payout.step === 'cash_handed' ? (may('countersign') ? 'countersign' : 'none') : may('pay') ? 'hand' : 'none'
      : payout.step !== 'sent' && may('send') ? 'send' : may('pay') ? 'pay' : 'none'
    return {
      grantId: grant.id, requestId: view.id, personId: shown.personId, number: grant.number, payout: payout.payout, who: shown.who, place: shown.place,
      sum: formatFen(payout.amountFen),
      account: shown.payee, holder: view.payee?.holder ?? shown.who, channel: payout.channel, next,
      slipIds: payout.slipEvidenceId ? [payout.slipEvidenceId] : [],
      goods: goodsLines(grant.goods),
    }
  }
  return null
}
