import { useState } from 'preact/hooks'
import type { ClaimDismissed } from '../../../worker/contract/settlement.ts'
import { Refused } from '../api/call.ts'
import { useAct } from '../order/act.ts'
import { ActNote } from '../order/ActNote.tsx'
import { wrongOf } from '../order/check.ts'
import { Field } from '../order/Field.tsx'

type Given = { id: string; number: string; done(): void; close(): void }

/** Why a claim shall not stand; its payouts are free again. */
export function DismissClaim({ id, number, done, close }: Given) {
  const act = useAct<ClaimDismissed>(`/claims/${id}/dismissal`)
  const [reason, setReason] = useState('')
  const [empty, setEmpty] = useState(false)
  const problem = act.failure instanceof Refused ? act.failure.problem : null
  const wrong = empty ? '请写不通过的理由' : problem ? wrongOf(problem).reason : undefined
  const submit = async (event: Event) => {
    event.preventDefault()
    setEmpty(reason.trim() === '')
    if (reason.trim() !== '' && await act.send({ reason: reason.trim() })) done()
  }
  return (
    <form class="dismissal" noValidate onSubmit={submit} aria-label={`不通过 ${number}`}>
      {!wrong && <ActNote act={act} />}
      <Field name="reason" value={reason} wrong={wrong} fixed={act.state !== 'idle'} hint="为什么不通过,一句话" write={setReason} />
      <div class="acts">
        <button class="main" disabled={act.state === 'busy'}>{act.state === 'busy' ? '正在提交…' : '不通过这一批'}</button>
        <button type="button" class="quiet-act" onClick={close}>先不办</button>
      </div>
    </form>
  )
}
