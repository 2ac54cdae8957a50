import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Dismissed } from '../../../worker/contract/fund.ts'
import { addressOf, noFilter } from '../address/route.ts'
import { returnTo } from '../address/trail.ts'
import { Refused } from '../api/call.ts'
import { tell } from '../session/notice.ts'
import { useAct } from './act.ts'
import { ActNote } from './ActNote.tsx'
import { wrongOf } from './check.ts'
import { Field } from './Field.tsx'

type Given = {
  code: string
  path: string
  verb: '撤回' | '退回'
  words: string
  reason: string
  write(reason: string): void
  done(): void
  close(): void
}

/** Why a proposal shall not become an entry. What was typed stays until the server has taken it. */
export function Dismissal({ code, path, verb, words, reason, write, done, close }: Given) {
  const act = useAct<Dismissed>(path)
  const [empty, setEmpty] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const toField = () => form.current?.querySelector('input')?.focus()
  // Before the next key is pressed: a quick hand must not lose its first letter.
  useLayoutEffect(toField, [])
  const problem = act.failure instanceof Refused ? act.failure.problem : null
  const wrong = empty ? `请写${verb}的理由` : problem ? wrongOf(problem).reason : undefined
  const submit = async (event: Event) => {
    event.preventDefault()
    if (act.state === 'busy') return
    setEmpty(reason.trim() === '')
    if (reason.trim() === '') return toField()
    if (!await act.send({ reason: reason.trim() })) return toField()
    done()
    const home = { page: 'fund', code, filter: noFilter } as const
    tell(`${words}已${verb},没有入账。`, addressOf(home))
    returnTo(home)
  }
  return (
    <form ref={form} class="dismissal" noValidate onSubmit={submit} aria-label={`${verb}这一笔`}>
      {!wrong && <ActNote act={act} />}
      <Field
        name="reason" value={reason} wrong={wrong} fixed={act.state !== 'idle'} hint={`为什么${verb},一句话`}
        write={(text) => { setEmpty(false); write(text) }} />
      <div class="acts">
        <button class="main" disabled={act.state === 'busy'}>{buttonWords(act.state, `${verb}${words}`)}</button>
        {act.state === 'idle' && <button type="button" class="quiet-act" onClick={close}>先不{verb}</button>}
      </div>
    </form>
  )
}

function buttonWords(state: 'idle' | 'busy' | 'unanswered', words: string): string {
  return state === 'busy' ? '正在提交…' : state === 'unanswered' ? '再提交一次' : words
}
