import { useState } from 'preact/hooks'
import type { ListUndone } from '../../../worker/contract/programs.ts'
import { Refused } from '../api/call.ts'
import { useAct } from '../order/act.ts'
import { ActNote } from '../order/ActNote.tsx'
import { wrongOf } from '../order/check.ts'
import { Field } from '../order/Field.tsx'

/** Why an import was wrong; from then on the list before it counts. */
export function UndoList({ id, name, done, close }: { id: string; name: string; done(): void; close(): void }) {
  const act = useAct<ListUndone>(`/programs/lists/${id}/undoing`)
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
    <form class="panel revoking" noValidate onSubmit={submit} aria-label={`撤销 ${name}`}>
      {!wrong && <ActNote act={act} />}
      <Field name="reason" value={reason} wrong={wrong} fixed={act.state !== 'idle'} hint={`为什么撤销${name}`} write={setReason} />
      <div class="acts">
        <button class="main" disabled={act.state === 'busy'}>{act.state === 'busy' ? '正在提交…' : '撤销这次导入'}</button>
        <button type="button" class="quiet-act" onClick={close}>先不办</button>
      </div>
    </form>
  )
}
