import { useState } from 'preact/hooks'
import type { LetterRevoked } from '../../../worker/contract/letters.ts'
import { Refused } from '../api/call.ts'
import { useAct } from '../order/act.ts'
import { ActNote } from '../order/ActNote.tsx'
import { wrongOf } from '../order/check.ts'
import { Field } from '../order/Field.tsx'

type Given = { id: string; number: string; township: string; done(): void; close(): void }

/** Why a letter no longer holds; from then on the township decides nothing by it. */
export function RevokeLetter({ id, number, township, done, close }: Given) {
  const act = useAct<LetterRevoked>(`/letters/${id}/revocation`)
  const [reason, setReason] = useState('')
  const [empty, setEmpty] = useState(false)
  const problem = act.failure instanceof Refused ? act.failure.problem : null
  const wrong = empty ? '请写撤销的理由' : problem ? wrongOf(problem).reason : undefined
  const submit = async (event: Event) => {
    event.preventDefault()
    setEmpty(reason.trim() === '')
    if (reason.trim() !== '' && await act.send({ reason: reason.trim() })) done()
  }
  return (
    <form class="panel revoking" noValidate onSubmit={submit} aria-label={`撤销 ${number}`}>
      {!wrong && <ActNote act={act} />}
      <Field name="reason" value={reason} wrong={wrong} fixed={act.state !== 'idle'} hint={`为什么撤销${township}的 ${number}`} write={setReason} />
      <div class="acts">
        <button class="main" disabled={act.state === 'busy'}>{act.state === 'busy' ? '正在提交…' : '撤销这份委托书'}</button>
        <button type="button" class="quiet-act" onClick={close}>先不办</button>
      </div>
    </form>
  )
}
