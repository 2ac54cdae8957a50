import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { WireError } from './hrana/protocol.ts'
import { HranaError, pipelineBody, wireError } from './hrana/protocol.ts'
import type { House } from './hrana/stream.ts'
import { Stream } from './hrana/stream.ts'
import { Turn } from './hrana/turn.ts'

export type HranaOptions = {
  /** Whoever asks must send `Authorization: Bearer <token>`. */
  token?: string | undefined
  /** An open stream that is not heard of for so long is rolled back and closed. */
  streamMs?: number
  /** How long a write waits for its turn before it is told `SQLITE_BUSY`. */
  patienceMs?: number
}
export type Hrana = { handle(request: Request): Promise<Response>; close(): Promise<void> }

type Open = { stream: Stream; timer: NodeJS.Timeout }

const streamsMax = 256
const bytesMax = 8 * 1024 * 1024

/**
 * A libSQL file over HTTP: Hrana 2, JSON (`/v2/pipeline`), as `@libsql/client/web` speaks it. The file must be
 * migrated. `handle` serves as a server's `fetch`, as a client's `fetch`, or as a test's outside world.
 */
export function hrana(path: string, { token, streamMs = 5_000, patienceMs = 8_000 }: HranaOptions = {}): Hrana {
  const house: House = { path, idle: [], turn: new Turn(), patienceMs }
  const open = new Map<string, Open>()
  const underway = new Set<Promise<Response>>()
  let closing = false

  const streamOf = (baton: string | null): Stream => {
    if (baton === null) {
      if (open.size + underway.size > streamsMax) throw new HranaError('too many streams', 'SERVER_BUSY')
      return new Stream(house)
    }
    const found = open.get(baton)
    if (!found)
      throw new HranaError(
        'The stream has expired due to inactivity, or the baton is not its last one',
        'STREAM_EXPIRED',
      )
    clearTimeout(found.timer)
    open.delete(baton)
    return found.stream
  }
  const keep = (stream: Stream): string | null => {
    if (stream.closed) return null
    const baton = randomBytes(24).toString('base64url')
    const timer = setTimeout(() => {
      open.delete(baton)
      stream.close()
    }, streamMs)
    timer.unref()
    open.set(baton, { stream, timer })
    return baton
  }
  const pipeline = async (request: Request): Promise<Response> => {
    const { baton = null, requests } = await readPipeline(request)
    const stream = streamOf(baton)
    const results: unknown[] = []
    for (const one of requests) {
      try {
        results.push({ type: 'ok', response: await stream.answer(one) })
      } catch (error) {
        results.push({ type: 'error', error: wireError(error) })
      }
    }
    return json({ baton: keep(stream), base_url: null, results })
  }
  const handle = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    const mayAsk = token === undefined || sameToken(token, request.headers.get('authorization'))
    if (!mayAsk) return json({ message: 'wrong token', code: 'AUTH' }, 401)
    if (request.method === 'GET' && (pathname === '/v2' || pathname === '/health')) return json({ ok: true })
    if (request.method !== 'POST' || pathname !== '/v2/pipeline')
      return json({ message: 'not served here', code: 'NOT_FOUND' }, 404)
    if (closing) return json({ message: 'closing', code: 'SERVER_BUSY' }, 503)
    const answer = pipeline(request).catch((error: unknown) => refusal(wireError(error)))
    underway.add(answer)
    return answer.finally(() => underway.delete(answer))
  }
  const close = async (): Promise<void> => {
    closing = true
    const quit = () => {
      for (const { stream, timer } of open.values()) {
        clearTimeout(timer)
        stream.close()
      }
      open.clear()
    }
    quit()
    await Promise.all(underway)
    quit()
    for (const connection of house.idle.splice(0)) connection.close()
  }
  return { handle, close }
}

async function readPipeline(request: Request) {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax)
    throw new HranaError('the request is too large', 'REQUEST_TOO_LARGE')
  const read = pipelineBody.safeParse(await request.json().catch(() => null))
  if (!read.success) throw new HranaError(`not a pipeline: ${read.error.issues[0]?.message ?? ''}`, 'PROTOCOL_ERROR')
  return read.data
}

function refusal(error: WireError): Response {
  return json(error, error.code === 'SERVER_BUSY' ? 503 : 400)
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
}

function sameToken(token: string, header: string | null): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(`Bearer ${token}`), hash(header ?? ''))
}
