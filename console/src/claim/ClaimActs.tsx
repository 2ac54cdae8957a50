import { useState } from 'preact/hooks'
import type { ClaimConfirmed, ClaimView } from '../../../worker/contract/settlement.ts'
import { eventLabels } from '../../../worker/contract/labels.ts'
import { claimOrders } from '../../../worker/contract/terms.ts'
import { addressOf } from '../address/route.ts'
import { useAct } from '../order/act.ts'
import { ActNote } from '../order/ActNote.tsx'
import { DismissClaim } from './DismissClaim.tsx'

type Given = { code: string; claim: ClaimView; done(): void }

/** What this person may do with a claim next; the server says what that is. */
export function ClaimActs({ code, claim: { id, number, actions }, done }: Given) {
  const act = useAct<ClaimConfirmed>(`/claims/${id}/confirmation`)
  const [dismissing, setDismissing] = useState(false)
  const confirm = async () => {
    if (act.state !== 'busy' && await act.send({})) done()
  }
  if (dismissing) return <DismissClaim id={id} number={number} done={done} close={() => setDismissing(false)} />
  return (
    <div class="acts">
      {actions.includes('confirm') && (
        <button type="button" class="main" disabled={act.state === 'busy'} onClick={confirm}>
          {act.state === 'busy' ? '正在提交…' : '确认核销'}
        </button>
      )}
      {claimOrders.filter((order) => actions.includes(order)).map((order) => (
        <a key={order} class="button" href={addressOf({ page: 'claimOrder', code, id, order })}>{eventLabels[order]}</a>
      ))}
      {actions.includes('dismiss') && (
        <button type="button" class="quiet-act" onClick={() => setDismissing(true)}>不通过</button>
      )}
      <ActNote act={act} />
    </div>
  )
}
