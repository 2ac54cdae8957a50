import { Unanswered } from '../api/call.ts'
import { FailureNote } from '../lists/FailureNote.tsx'
import type { Act } from './act.ts'

/** What became of an act that was sent: a refusal, or no word at all and what to do then. */
export function ActNote({ act }: { act: Act<unknown> }) {
  const silent = act.failure === null || act.failure instanceof Unanswered
  return (
    <>
      {act.failure && !(silent && act.state === 'unanswered') && <FailureNote failure={act.failure} />}
      {act.state === 'unanswered' && (
        <p class="note owed" role="status">{silent && '没有收到回答,可能已经提交。'}再按一次,不会重复。</p>
      )}
    </>
  )
}
