import { useEffect, useRef, useState } from 'preact/hooks'
import type { DemoPeople } from '../../../worker/contract/identity.ts'
import { call, Refused, type Failure } from '../api/call.ts'
import { asFailure } from '../api/read.ts'
import { newKey } from '../order/act.ts'
import { failureWords } from '../words/failure.ts'
import { pinAnswered, pinDialogIs } from './pin-ask.ts'

/** Asks for the PIN above whatever page is open; what was typed there stays. */
export function PinDialog() {
  const [open, setOpen] = useState(false)
  useEffect(() => pinDialogIs(() => setOpen(true)), [])
  if (!open) return null
  return <Asked answer={(proven) => { setOpen(false); pinAnswered(proven) }} />
}

function Asked({ answer }: { answer(proven: boolean): void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [pin, setPin] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [hint, setHint] = useState('')
  useEffect(() => {
    dialog.current?.showModal()
    call<DemoPeople>('GET', '/demo/people').then((demo) => setHint(demo.pin), () => undefined)
  }, [])
  const give = () => {
    setBusy(true)
    setFailure(null)
    call('POST', '/session/second', { body: { pin }, key: newKey() }).then(() => answer(true), (error: unknown) => {
      setBusy(false)
      setPin('')
      setFailure(asFailure(error))
    })
  }
  const ready = /^\d{6}$/.test(pin)
  return (
    <dialog ref={dialog} class="pin" aria-labelledby="pin-title" onCancel={() => answer(false)}>
      <h2 id="pin-title">请输入办事密码</h2>
      <p class="quiet">动钱的事都要它。15 分钟不办事会再问一次。</p>
      {failure && (
        <p class="note late" role="alert">
          {failureWords(failure)}{failure instanceof Refused && failure.problem.code === 'pin_unset' ? ' 手机"我的"里有"办事密码"。' : ''}
        </p>
      )}
      <form onSubmit={(event) => { event.preventDefault(); if (ready && !busy) give() }}>
        <label class="field">
          <span>6 位办事密码</span>
          <input
            type="password" inputMode="numeric" autocomplete="off" maxLength={6} value={pin} autofocus
            onInput={(event) => setPin(event.currentTarget.value)} />
        </label>
        {hint && <p class="owed-words">演示县的办事密码都是 {hint}</p>}
        <div class="acts">
          <button type="submit" class="main" disabled={!ready || busy}>{busy ? '正在核对…' : '继续办'}</button>
          <button type="button" onClick={() => answer(false)}>先不办</button>
        </div>
      </form>
    </dialog>
  )
}
