import type { Problem } from '../../../worker/contract/problems.ts'
import { askPin } from '../session/pin-ask.ts'
import { currentSeat, loseSeat } from '../session/seat.ts'

/** The server said no, in the contract's words. */
export class Refused extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

/** Nobody knows whether it happened: no answer, or none that can be read. */
export class Unanswered extends Error {}

export type Failure = Refused | Unanswered

const patienceMs = 20_000
const filePatienceMs = 120_000

/** One call of the API. Throws Refused or Unanswered, nothing else. */
export async function call<Answer>(method: 'GET' | 'POST', path: string, sent: Sent = {}): Promise<Answer> {
  const response = await send(method, path, sent)
  const answer = await readAnswer(response)
  if (response.ok) return answer as Answer
  const problem = answer as Problem
  if (typeof problem.code !== 'string') throw new Unanswered()
  if (problem.code === 'signed_out') loseSeat()
  // asked above the page; then the same act with the same key
  if (problem.code === 'second_factor_needed' && await askPin()) return call<Answer>(method, path, sent)
  throw new Refused(problem)
}

/** A file goes as it is; reading a long list takes the server some seconds. */
export async function callWithFile<Answer>(path: string, file: File, key: string): Promise<Answer> {
  return call<Answer>('POST', path, { file, key })
}

/** The bytes of a photo, for the page to show. */
export async function callPhoto(id: string): Promise<Blob> {
  const response = await send('GET', `/evidence/${id}`, {})
  if (!response.ok) throw new Unanswered()
  return response.blob()
}

type Sent = { body?: unknown; file?: File; key?: string }

async function send(method: string, path: string, { body, file, key }: Sent): Promise<Response> {
  const headers: Record<string, string> = {}
  const token = currentSeat()?.token
  if (token) headers['authorization'] = `Bearer ${token}`
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (file) headers['content-type'] = 'application/octet-stream'
  if (key) headers['idempotency-key'] = key
  try {
    const signal = AbortSignal.timeout(file ? filePatienceMs : patienceMs)
    const json = body === undefined ? undefined : JSON.stringify(body)
    return await fetch(`/api${path}`, { method, headers, signal, body: file ?? json })
  } catch {
    throw new Unanswered()
  }
}

async function readAnswer(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    throw new Unanswered()
  }
}
