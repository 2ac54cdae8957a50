import { useState } from 'preact/hooks'
import type { Ended, Officer } from '../../../worker/contract/signin.ts'
import { useAct } from '../order/act.ts'
import { ActNote } from '../order/ActNote.tsx'
import { instantWords } from '../words/dates.ts'
import { postWords } from './post-words.ts'

type Deed = 'end' | 'reset'
const words = {
  end: { act: '退出所有登录', ask: '手机和电脑都会退出。', said: '已退出所有登录。' },
  reset: { act: '重设办事密码', ask: '旧密码作废,所有登录退出,由本人在手机上新设。', said: '的办事密码已作废。' },
} as const

/** One officer; each act is asked about once more, in its row. */
export function OfficerRow({ officer, done }: { officer: Officer; done(said: string): void }) {
  const { personId, name, posts, sessionCount, hasPin, lockedUntil } = officer
  const [asking, setAsking] = useState<Deed | null>(null)
  const acts = {
    end: useAct<Ended>(`/officers/${personId}/sessions/end`),
    reset: useAct<Ended>(`/officers/${personId}/pin/reset`),
  }
  const who = name ?? '没有姓名'
  const act = asking === null ? null : acts[asking]
  const go = async (deed: Deed) => {
    if (!await acts[deed].send({})) return
    setAsking(null)
    done(`${who}${words[deed].said}`)
  }
  return (
    <tr>
      <td class="strong">{who}</td>
      <td>{posts.map(postWords).join('、')}</td>
      <td>
        {lockedUntil ? <span class="tag late">试错太多,{instantWords(lockedUntil)} 前锁着</span> : hasPin ? <span class="quiet">已设</span> : <span class="tag owed">还没设</span>}
      </td>
      <td class="end">{sessionCount}</td>
      <td>
        {asking === null && (
          <div class="acts">
            {sessionCount > 0 && <button type="button" aria-label={`${words.end.act}:${who}`} onClick={() => setAsking('end')}>{words.end.act}</button>}
            {hasPin && <button type="button" aria-label={`${words.reset.act}:${who}`} onClick={() => setAsking('reset')}>{words.reset.act}</button>}
          </div>
        )}
        {asking !== null && act && (
          <>
            <p>{words[asking].ask}</p>
            <ActNote act={act} />
            <div class="acts">
              <button type="button" class="main" disabled={act.state === 'busy'} onClick={() => void go(asking)}>{act.state === 'busy' ? '正在办…' : words[asking].act}</button>
              <button type="button" onClick={() => setAsking(null)}>先不办</button>
            </div>
          </>
        )}
      </td>
    </tr>
  )
}
