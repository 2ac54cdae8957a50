import { useState } from 'preact/hooks'
import type { PostEnded } from '../../../worker/contract/posts.ts'
import { Refused } from '../api/call.ts'
import { useAct } from '../order/act.ts'
import { ActNote } from '../order/ActNote.tsx'
import { wrongOf } from '../order/check.ts'
import { Field } from '../order/Field.tsx'

/** A post ends at once, with a reason; it is asked twice. */
export function EndPost({ id, name, done }: { id: string; name: string; done(): void }) {
  const act = useAct<PostEnded>(`/posts/${id}/ending`)
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [empty, setEmpty] = useState(false)
  const problem = act.failure instanceof Refused ? act.failure.problem : null
  const wrong = empty ? '请写结束的原因' : problem ? wrongOf(problem).reason : undefined
  const submit = async (event: Event) => {
    event.preventDefault()
    setEmpty(reason.trim() === '')
    if (reason.trim() !== '' && (await act.send({ reason: reason.trim() }))) done()
  }
  if (!open) return <button type="button" class="quiet-act" onClick={() => setOpen(true)}>结束这个岗位</button>
  return (
    <form class="dismissal" noValidate onSubmit={submit} aria-label={`结束 ${name}`}>
      {!wrong && <ActNote act={act} />}
      <Field name="reason" value={reason} wrong={wrong} fixed={act.state !== 'idle'} hint="如:调离、退休、停职" write={setReason} />
      <div class="acts">
        <button class="main" disabled={act.state === 'busy'}>{act.state === 'busy' ? '正在提交…' : `结束 ${name}`}</button>
        <button type="button" class="quiet-act" onClick={() => setOpen(false)}>先不办</button>
      </div>
    </form>
  )
}
