import { useState } from 'preact/hooks'
import type { OfficerInvited } from '../../../worker/contract/posts.ts'
import { postLabels } from '../../../worker/contract/labels.ts'
import { countyPosts, townshipPosts, type PostKind } from '../../../worker/contract/terms.ts'
import { Refused } from '../api/call.ts'
import { useAct } from '../order/act.ts'
import { ActNote } from '../order/ActNote.tsx'
import { instantWords } from '../words/dates.ts'

/** Names an officer and his post; the code is shown once, to be handed over in person. */
export function Invite({ area, done }: { area: string; done(): void }) {
  const act = useAct<OfficerInvited>('/invitations')
  const kinds: readonly PostKind[] = area === 'county' ? countyPosts : townshipPosts
  const [name, setName] = useState('')
  const [kind, setKind] = useState<PostKind>(kinds[0] ?? 'caseworker')
  const [empty, setEmpty] = useState(false)
  const [invited, setInvited] = useState<(OfficerInvited & { name: string; kind: PostKind }) | null>(null)
  const problem = act.failure instanceof Refused ? act.failure.problem : null
  const wrong = empty ? '请写姓名' : problem?.fields?.[0]?.message
  const submit = async (event: Event) => {
    event.preventDefault()
    setEmpty(name.trim() === '')
    if (name.trim() === '' || act.state === 'busy') return
    const answer = await act.send({ name: name.trim(), kind, ...(area === 'county' ? {} : { townshipCode: area }) })
    if (!answer) return
    setInvited({ ...answer, name: name.trim(), kind })
    setName('')
    done()
  }
  return (
    <section class="panel" aria-labelledby="invite-title">
      <h2 id="invite-title">设一个岗位</h2>
      {invited && (
        <p class="note good" role="status">
          {postLabels[invited.kind]} {invited.name} 的绑定码:<b class="num">{invited.code.replace(/(\d{4})(?=\d)/g, '$1 ')}</b>
          。请当面交给本人,{instantWords(invited.expiresAt)} 前在小程序“我的”里绑定。
        </p>
      )}
      <form noValidate onSubmit={submit}>
        {!wrong && <ActNote act={act} />}
        <div class={wrong ? 'field wrong' : 'field'}>
          <p class="asked"><label for="officer-name">姓名</label></p>
          {wrong && <p class="wrong-words" id="officer-name-wrong">{wrong}</p>}
          <input
            id="officer-name" value={name} autocomplete="off" readOnly={act.state !== 'idle'} data-first
            aria-invalid={wrong ? 'true' : undefined} aria-describedby={wrong ? 'officer-name-wrong' : undefined}
            onInput={(event) => setName(event.currentTarget.value)} />
        </div>
        <div class="field">
          <p class="asked"><label for="officer-kind">岗位</label></p>
          <select id="officer-kind" value={kind} disabled={act.state !== 'idle'} onChange={(event) => setKind(event.currentTarget.value as PostKind)}>
            {kinds.map((one) => <option key={one} value={one}>{postLabels[one]}</option>)}
          </select>
        </div>
        <button class="main" disabled={act.state === 'busy'}>{act.state === 'busy' ? '正在提交…' : '发绑定码'}</button>
      </form>
    </section>
  )
}
