import { useEffect, useState } from 'preact/hooks'
import type { DeskAsk, DeskState } from '../../../worker/contract/desk.ts'
import { call, Unanswered, type Failure } from '../api/call.ts'
import { asFailure } from '../api/read.ts'
import { deviceWords } from './device.ts'
import { takeSeat } from './seat.ts'

const everyMs = 2000

export type Asking = {
  ask: DeskAsk | null
  /** Why there is no code to show: nobody asked yet, it ran out, or the phone said no. */
  ended: 'not yet' | 'over' | 'refused' | null
  failure: Failure | null
  start(): void
}

/** Asks to be let in and then, every two seconds, whether it was. The secret lives in this page only. */
export function useDeskAsk(): Asking {
  const [ask, setAsk] = useState<DeskAsk | null>(null)
  const [ended, setEnded] = useState<Asking['ended']>('not yet')
  const [failure, setFailure] = useState<Failure | null>(null)
  const start = () => {
    setFailure(null)
    call<DeskAsk>('POST', '/desk-sign-ins', { body: { device: deviceWords(navigator.userAgent) } }).then((answer) => {
      setAsk(answer)
      setEnded(null)
    }, (error: unknown) => setFailure(asFailure(error)))
  }
  useEffect(() => {
    if (!ask) return
    let timer = 0
    let left = false
    const stop = (how: Asking['ended'], why: Failure | null) => {
      setAsk(null)
      setEnded(how)
      setFailure(why)
    }
    const again = () => { timer = window.setTimeout(collect, everyMs) }
    const collect = () => {
      call<DeskState>('POST', `/desk-sign-ins/${ask.id}/session`, { body: { secret: ask.secret } }).then(({ state, session }) => {
        if (left) return
        if (state === 'open' && session) takeSeat(session)
        else if (state === 'waiting') again()
        else stop(state === 'refused' ? 'refused' : 'over', null)
      }, (error: unknown) => {
        if (left) return
        const why = asFailure(error)
        // no answer: the phone may have confirmed meanwhile
        if (why instanceof Unanswered && Date.parse(ask.expiresAt) > Date.now()) again()
        else stop('over', why)
      })
    }
    again()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [ask])
  return { ask, ended, failure, start }
}
