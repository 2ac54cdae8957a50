import type { InvitationWithdrawn } from '../../../worker/contract/posts.ts'
import { useAct } from '../order/act.ts'
import { ActNote } from '../order/ActNote.tsx'

/** A code that nobody has used is taken back. */
export function Withdraw({ id, done }: { id: string; done(): void }) {
  const act = useAct<InvitationWithdrawn>(`/invitations/${id}/withdrawal`)
  const withdraw = () => void act.send({}).then((answer) => { if (answer) done() })
  return (
    <>
      <ActNote act={act} />
      <button type="button" class="quiet-act" disabled={act.state === 'busy'} onClick={withdraw}>收回绑定码</button>
    </>
  )
}
