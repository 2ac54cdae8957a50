/**
 * Acts that wait for the server's word. The key is stored before the first try and kept until a definite answer,
 * so a kill, a tunnel or a second tap never does a thing twice and never loses it.
 */
import { keyFor, owner } from '../drafts/owner.ts'
import { put } from '../drafts/store.ts'
import { newKey } from './key.ts'
import { write, type Result } from './http.ts'

export interface Act {
  /** What it is about, e.g. `grant|req_1`: one open act each. */
  slot: string
  /** In words, for the list of unsent acts. */
  what: string
  method: 'POST' | 'PUT'
  path: string
  body: unknown
}
export type Unsent = Act & { key: string; since: number }

const underWay: Record<string, Promise<Result<unknown>>> = {}

/** A slot keeps its key even when the body changed: the server then says whether the first one arrived. */
export function act<Data>(wanted: Act): Promise<Result<Data>> {
  const key = unsentAct(wanted.slot)?.key ?? newKey()
  const since = unsentAct(wanted.slot)?.since ?? Date.now()
  return deliver<Data>({ ...wanted, key, since })
}

export function unsentActs(): Unsent[] {
  return (wx.getStorageSync(keyFor('unsent', owner(), 'acts')) as Unsent[] | '') || []
}

export function unsentAct(slot: string): Unsent | null {
  return unsentActs().filter((one) => one.slot === slot)[0] ?? null
}

export function dropUnsent(slot: string): void {
  keep(unsentActs().filter((one) => one.slot !== slot))
}

export interface Outcome {
  act: Unsent
  result: Result<unknown>
}

/** Sends what is left, oldest first, until the network is gone again. Answers what found its answer. */
export async function resume(): Promise<Outcome[]> {
  const settled: Outcome[] = []
  for (const waiting of unsentActs()) {
    if (underWay[waiting.slot]) continue
    const result = await deliver(waiting)
    if (!result.ok && result.retryable) break
    settled.push({ act: waiting, result })
  }
  return settled
}

function deliver<Data>(wanted: Unsent): Promise<Result<Data>> {
  const running = underWay[wanted.slot]
  if (running) return running as Promise<Result<Data>>
  keep([...unsentActs().filter((one) => one.slot !== wanted.slot), wanted])
  const sending = write<Data>(wanted.method, wanted.path, wanted.key, wanted.body).then((result) => {
    delete underWay[wanted.slot]
    if (result.ok || !result.retryable) dropUnsent(wanted.slot)
    return result
  })
  underWay[wanted.slot] = sending
  return sending
}

function keep(acts: Unsent[]): void {
  put(keyFor('unsent', owner(), 'acts'), acts)
}
