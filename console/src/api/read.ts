import { useCallback, useEffect, useState } from 'preact/hooks'
import { onSeatChange } from '../session/seat.ts'
import { call, Refused, Unanswered, type Failure } from './call.ts'

/** What a page shows of one read: the last good answer, and what went wrong since. */
export type Read<Answer> = { answer: Answer | null; failure: Failure | null; readAt: Date | null; again(): void }

// The last answer is shown while the next one comes, so that going back is at once.
const last = new Map<string, { answer: unknown; readAt: Date }>()
onSeatChange(() => last.clear())

/** Reads a path of the API, and again whenever the tab comes back to the front. */
export function useRead<Answer>(path: string): Read<Answer> {
  return useLoad(path, useCallback(() => call<Answer>('GET', path), [path]))
}

/** The same for an answer that is put together from several calls; `name` says which. */
export function useLoad<Answer>(name: string, load: () => Promise<Answer>): Read<Answer> {
  const [, redraw] = useState(0)
  const [trouble, setTrouble] = useState<{ name: string; failure: Failure } | null>(null)
  const [turn, setTurn] = useState(0)
  const again = useCallback(() => setTurn((count) => count + 1), [])
  useEffect(() => {
    let shown = true
    load().then((answer) => {
      last.set(name, { answer, readAt: new Date() })
      if (!shown) return
      setTrouble(null)
      redraw((count) => count + 1)
    }, (error: unknown) => {
      if (shown) setTrouble({ name, failure: asFailure(error) })
    })
    return () => { shown = false }
  }, [name, load, turn])
  useEffect(() => onReturn(again), [again])
  const kept = last.get(name)
  const failure = trouble?.name === name ? trouble.failure : null
  return { answer: (kept?.answer ?? null) as Answer | null, failure, readAt: kept?.readAt ?? null, again }
}

/** A bug of ours must not look like a broken line: only the two failures of a call are shown as such. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Refused || error instanceof Unanswered) return error
  throw error
}

function onReturn(act: () => void): () => void {
  const listener = () => { if (document.visibilityState === 'visible') act() }
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}
