/** The request layer: signs in when needed, says 401 once and goes on, asks for the PIN where one is due, never throws. */
import { readWords } from '../labels/problems.ts'
import type { Result } from './result.ts'
import { resultOf } from './result.ts'
import { askSecond } from './second.ts'
import { ensureSession, renewSession } from './session.ts'
import { exchange, type Method } from './wire.ts'

export type { Result, Trouble } from './result.ts'

export async function read<Data>(path: string): Promise<Result<Data>> {
  const result = await signed<Data>('GET', path)
  if (result.ok) return result
  const { code } = result.problem
  const own = code === 'offline' || code === 'slow' || code === 'unreadable'
  return own ? { ...result, problem: { ...result.problem, title: readWords[code] } } : result
}

/** Without a sign-in: what everybody may read. */
export async function readOpen<Data>(path: string): Promise<Result<Data>> {
  return resultOf<Data>(await exchange('GET', path, {}))
}

/** A question that needs a body and changes nothing. */
export function inquire<Data>(path: string, body: unknown): Promise<Result<Data>> {
  return signed<Data>('POST', path, {}, body)
}

/** A change. `key` was stored before; the server answers the same key with the same outcome (DESIGN 4). */
export function write<Data>(method: 'POST' | 'PUT', path: string, key: string, body: unknown): Promise<Result<Data>> {
  return signed<Data>(method, path, { 'Idempotency-Key': key }, body)
}

async function signed<Data>(
  method: Method, path: string, header: Record<string, string> = {}, body?: unknown,
): Promise<Result<Data>> {
  const first = await ensureSession()
  if (!first.ok) return first
  const { token } = first.data
  const answer = await exchange(method, path, { ...header, Authorization: `Bearer ${token}` }, body)
  if (answer.came && answer.status === 428 && await askSecond()) return signed<Data>(method, path, header, body)
  if (!answer.came || answer.status !== 401) return resultOf<Data>(answer)
  const again = await renewSession(token)
  if (!again.ok) return again
  const renewed = await exchange(method, path, { ...header, Authorization: `Bearer ${again.data.token}` }, body)
  // a new session has not seen the PIN yet
  if (renewed.came && renewed.status === 428 && await askSecond()) return signed<Data>(method, path, header, body)
  return resultOf<Data>(renewed)
}

/** `{ after: 'x' }` -> `?after=x`; what is missing is left out. */
export function query(parts: Record<string, string | undefined>): string {
  const pairs = Object.keys(parts).filter((name) => parts[name])
    .map((name) => `${name}=${encodeURIComponent(parts[name] ?? '')}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}
