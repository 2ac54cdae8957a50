import { useState } from 'preact/hooks'
import { call, Refused, Unanswered, type Failure } from '../api/call.ts'
import { currentSeat } from '../session/seat.ts'

/** One act that must happen once: idle, on its way, or sent with no word from the server. */
export type Act<Answer> = {
  state: 'idle' | 'busy' | 'unanswered'
  failure: Failure | null
  /** The answer, or null: then `failure` says why. */
  send(body: unknown): Promise<Answer | null>
}

/** Random, also where the browser keeps `randomUUID` for itself (a plain http address in an office). */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The key is kept until the server has said yes or no: sending again can never make a second entry. */
export function useAct<Answer>(path: string): Act<Answer> {
  const stored = `act ${currentSeat()?.person.id ?? ''} ${path}`
  const [state, setState] = useState<Act<Answer>['state']>(sessionStorage.getItem(stored) ? 'unanswered' : 'idle')
  const [failure, setFailure] = useState<Failure | null>(null)
  const send = async (body: unknown): Promise<Answer | null> => {
    const key = sessionStorage.getItem(stored) ?? newKey()
    sessionStorage.setItem(stored, key)
    setState('busy')
    setFailure(null)
    try {
      const answer = await call<Answer>('POST', path, { body, key })
      sessionStorage.removeItem(stored)
      setState('idle')
      return answer
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unanswered)) throw error
      const settled = isSettled(error)
      if (settled) sessionStorage.removeItem(stored)
      setState(settled ? 'idle' : 'unanswered')
      setFailure(error)
      return null
    }
  }
  return { state, failure, send }
}

// A server that is busy or broken has not said no; one that signed the person out may be asked again with the same key.
function isSettled(error: Failure): boolean {
  return error instanceof Refused && error.problem.status < 500 && error.problem.code !== 'signed_out'
}
