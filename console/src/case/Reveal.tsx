import { useEffect, useState } from 'preact/hooks'
import { revealFieldLabels } from '../../../worker/contract/labels-data.ts'
import type { Revealed } from '../../../worker/contract/privacy.ts'
import type { RevealField } from '../../../worker/contract/terms-data.ts'
import { revealSeconds } from '../../../worker/contract/terms-data.ts'
import { call, Refused, Unanswered } from '../api/call.ts'
import { newKey } from '../order/act.ts'
import { failureWords } from '../words/failure.ts'

type Given = { personId: string; requestId: string; field: RevealField; masked: string }

/** A masked value; with a reason the whole of it for a minute (D-11). It lies in no storage and no list of unsent acts. */
export function Reveal({ personId, requestId, field, masked }: Given) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [value, setValue] = useState('')
  const [wrong, setWrong] = useState('')
  const hide = () => { setValue(''); setAsking(false) }
  useEffect(() => {
    if (!value) return
    const timer = setTimeout(hide, revealSeconds * 1000)
    return () => clearTimeout(timer)
  }, [value])
  const look = async (event: Event) => {
    event.preventDefault()
    if (reason.trim().length < 4) return setWrong('请写为什么要看,至少 4 个字')
    try {
      const answer = await call<Revealed>('POST', `/persons/${personId}/reveals`, { body: { field, requestId, reason: reason.trim() }, key: newKey() })
      setValue(answer.value)
      setWrong('')
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unanswered)) throw error
      const first = error instanceof Refused ? error.problem.fields?.[0]?.message : undefined
      setWrong(first ?? failureWords(error))
    }
  }
  const name = revealFieldLabels[field]
  if (value) return <span role="status"><b class="number">{value}</b> <button type="button" class="link" onClick={hide}>遮住</button></span>
  if (!asking) return <>{masked} <button type="button" class="link" aria-label={`看完整${name}`} onClick={() => setAsking(true)}>看完整</button></>
  return (
    <form class="reveal" noValidate onSubmit={look} aria-label={`看完整${name}`}>
      <label>
        为什么要看?每次都记下,本人也能看到。
        <input value={reason} maxLength={200} onInput={(event) => setReason(event.currentTarget.value)} aria-invalid={wrong !== ''} />
      </label>
      {wrong && <p class="wrong-words" role="alert">{wrong}</p>}
      <button class="main">看 60 秒</button> <button type="button" class="quiet-act" onClick={hide}>不看了</button>
    </form>
  )
}
