import type { GrantView } from '../../../worker/contract/grants.ts'
import {
  channelLabels, eventLabels, explanationKindLabels, explanationStateLabels, payoutStepLabels, trackLabels,
} from '../../../worker/contract/labels.ts'
import { addressOf, noFilter } from '../address/route.ts'
import { Yuan } from '../lists/Yuan.tsx'
import { dayWords, daysLeftWords, instantWords, stamp } from '../words/dates.ts'

/** One decision: its sum, its payments with their papers, the explanation owed for it, and the way to its entries. */
export function Grant({ grant, fundCode, requestId }: { grant: GrantView; fundCode: string; requestId: string }) {
  const rows = addressOf({ page: 'fund', code: fundCode, filter: { ...noFilter, text: grant.number } })
  return (
    <section class="panel">
      <div class="line">
        <h2>批准 {grant.number}</h2>
        <a class="small" data-row={grant.number} href={rows}>看账上的明细</a>
      </div>
      <p class="line"><b>{trackLabels[grant.track]} <Yuan fen={grant.amountFen} unit /></b></p>
      <p class="quiet">{grant.grantedBy ?? ''} {instantWords(grant.grantedAt)}{grant.reason && `:${grant.reason}`}</p>
      {grant.formula && <p>核算:{grant.formula.words}</p>}
      {grant.cancelledAt && <p class="note late">{instantWords(grant.cancelledAt)} 已撤销。</p>}
      {grant.goods.map(({ name, quantity }) => <p key={name}>另发物资:{name} {quantity} 件</p>)}
      <Payouts grant={grant} requestId={requestId} />
      {grant.explanation && <Explanation explanation={grant.explanation} />}
    </section>
  )
}

function Payouts({ grant: { id, payouts }, requestId }: { grant: GrantView; requestId: string }) {
  return (
    <table class="list inner">
      <caption>付款</caption>
      <thead>
        <tr>
          <th scope="col">方式</th><th scope="col" class="end">金额(元)</th><th scope="col">到哪一步</th>
          <th scope="col">到账日期</th><th scope="col">流水号</th><th scope="col">可以办的</th>
        </tr>
      </thead>
      <tbody>
        {payouts.map(({ payout, amountFen, channel, step, paidOn, plannedOn, sentAt, bankSerial, orders }) => (
          <tr key={payout}>
            <td>{channelLabels[channel]}</td><td class="end"><Yuan fen={amountFen} /></td>
            <td>{payoutStepLabels[step]}</td>
            <td class="nowrap">{paidOn ?? (sentAt ? `${stamp(sentAt)} 发出` : plannedOn ? `计划 ${plannedOn}` : '')}</td>
            <td class="paper">{bankSerial ?? ''}</td>
            <td>
              {orders.map((order) => (
                <a key={order} class="whole-line" href={addressOf({ page: 'payoutOrder', id: requestId, grant: id, payout, order })}>
                  {eventLabels[order]}
                </a>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Explanation({ explanation }: { explanation: NonNullable<GrantView['explanation']> }) {
  const { state, dueOn, daysLeft, returnReason, filedBy, acceptedBy, items } = explanation
  const tone = state === 'accepted' ? 'good' : daysLeft !== null && daysLeft < 0 ? 'late' : 'owed'
  return (
    <>
      <h3>事后说明</h3>
      <p>
        <span class={`tag ${tone}`}>{explanationStateLabels[state]}</span>
        {dueOn && state !== 'accepted' && ` ${dayWords(dueOn)}前`}
        {dueOn && state !== 'accepted' && daysLeft !== null && `,${daysLeftWords(daysLeft)}`}
      </p>
      <p class="quiet">{filedBy && `${filedBy} 提交`}{acceptedBy && `,${acceptedBy} 通过`}</p>
      {returnReason && <p>退回原因:{returnReason}</p>}
      <ul class="plain-list">
        {items.map(({ kind, text, evidenceIds }) => (
          <li key={kind}>
            {explanationKindLabels[kind]}:{text ?? ''}{evidenceIds.length > 0 && ` ${evidenceIds.length} 张照片`}
          </li>
        ))}
      </ul>
    </>
  )
}
