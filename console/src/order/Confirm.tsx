import type { ComponentChildren } from 'preact'
import type { Ordered } from '../../../worker/contract/fund.ts'
import { addressOf, noFilter } from '../address/route.ts'
import { returnTo } from '../address/trail.ts'
import { tell } from '../session/notice.ts'
import { useAct } from './act.ts'
import { ActNote } from './ActNote.tsx'

type Given = { code: string; id: string; words: string; beside: ComponentChildren }

/** One press makes an entry of it. */
export function Confirm({ code, id, words, beside }: Given) {
  const act = useAct<Ordered>(`/funds/${code}/proposals/${id}/confirmation`)
  const confirm = async () => {
    if (act.state === 'busy') return
    const answer = await act.send({})
    if (!answer) return
    const home = { page: 'fund', code, filter: noFilter } as const
    tell(`${words}已入账,是第 ${answer.entrySeq ?? ''} 笔。`, addressOf(home))
    returnTo(home)
  }
  return (
    <>
      <ActNote act={act} />
      <div class="acts">
        <button type="button" class="main" data-first disabled={act.state === 'busy'} onClick={confirm}>
          {act.state === 'busy' ? '正在提交…' : `确认${words}`}
        </button>
        {act.state !== 'busy' && beside}
      </div>
    </>
  )
}
