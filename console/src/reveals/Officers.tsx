import type { RevealPage, RevealsReviewed } from '../../../worker/contract/privacy.ts'
import { useAct } from '../order/act.ts'
import { ActNote } from '../order/ActNote.tsx'

type Officer = RevealPage['officers'][number]

/** Who looked today, how often, and the act that lets a whole day's count begin anew. */
export function Officers({ officers, done }: { officers: Officer[]; done(): void }) {
  if (officers.length === 0) return null
  return (
    <section class="panel" aria-labelledby="officers-title">
      <h2 id="officers-title">今天看得多的</h2>
      <ul class="plain-list">
        {officers.map((officer) => <One key={officer.officerId} officer={officer} done={done} />)}
      </ul>
    </section>
  )
}

function One({ officer, done }: { officer: Officer; done(): void }) {
  const act = useAct<RevealsReviewed>(`/officers/${officer.officerId}/reveal-reviews`)
  const review = async () => { if (await act.send({})) done() }
  return (
    <li>
      <p class="line"><b>{officer.name ?? '工作人员'}</b><span>{officer.sinceReview} 次,满 {officer.limit} 次要领导看过</span></p>
      <ActNote act={act} />
      {officer.review && (
        <button type="button" disabled={act.state === 'busy'} onClick={review}>
          {act.state === 'busy' ? '正在提交…' : `我看过 ${officer.name ?? '他'} 的记录了`}
        </button>
      )}
    </li>
  )
}
