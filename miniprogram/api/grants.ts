/** The decision, its payment and its cancellation. */
import type { Cancelled, Granted, MakeGrant, PayoutStep, PayPayout, SlipVoided } from '../../worker/contract/grants.ts'
import { formatFen } from '../../worker/contract/money.ts'
import { sentWords } from '../labels/unsent.ts'
import { act } from './unsent.ts'

export const grantSlot = (requestId: string) => `grant|${requestId}`

export const makeGrant = (requestId: string, who: string, body: MakeGrant) => act<Granted>({
  slot: grantSlot(requestId), what: sentWords.grant(who, formatFen(body.amountFen)),
  method: 'POST', path: `/requests/${requestId}/grant`, body,
})

export const cancelGrant = (grantId: string, who: string, reason: string) => act<Cancelled>({
  slot: `cancellation|${grantId}`, what: sentWords.cancel(who), method: 'POST', path: `/grants/${grantId}/cancellation`,
  body: { reason },
})

/** Nobody can sign this slip any more: the cash is to hand out again. */
export const voidSlip = (grantId: string, payout: number, who: string, reason: string) => act<SlipVoided>({
  slot: `slip-voiding|${grantId}`, what: sentWords.voidSlip(who), method: 'POST',
  path: `/grants/${grantId}/payouts/${payout}/slip-voiding`, body: { reason },
})

export const sendPayout = (grantId: string, payout: number, who: string) =>
  payoutStep(grantId, payout, 'sending', sentWords.send(who), {})
export const payPayout = (grantId: string, payout: number, who: string, body: PayPayout) =>
  payoutStep(grantId, payout, 'payment', sentWords.pay(who), body)
export const countersign = (grantId: string, payout: number, who: string) =>
  payoutStep(grantId, payout, 'countersignature', sentWords.countersign(who), {})

function payoutStep(grantId: string, payout: number, noun: string, what: string, body: unknown) {
  return act<PayoutStep>({
    slot: `${noun}|${grantId}|${payout}`, what, method: 'POST', path: `/grants/${grantId}/payouts/${payout}/${noun}`,
    body,
  })
}
