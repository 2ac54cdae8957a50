import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Prepared } from './prepare.ts'
import { fieldKeys } from './prepare.ts'
import { warmShare } from './reference.ts'
import { demoPin } from '../../db/seed/people.ts'

export type Run = { perSecond: number; p50Ms: number; p99Ms: number }

/**
 * The Node host in a process of its own, and `connections` phones that each wait for their answer before the next tap.
 * `beside` is done again and again as long as they tap.
 */
export async function overHttp(
  dataDir: string,
  prepared: Prepared,
  connections: number,
  beside?: () => Promise<void>,
): Promise<Run> {
  const server = spawn(process.execPath, [fileURLToPath(new URL('../../dist/server/node.js', import.meta.url))], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', FIELD_KEYS: fieldKeys, DEMO: '1', TICK_SECONDS: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const port = await portOf(server)
    const tokens = await signIn(port, [...new Set(prepared.leaders)])
    const taps = prepared.requests.map((request, n) => tap(port, request, tokens.get(prepared.leaders[n]!) ?? ''))
    const warm = taps.splice(0, Math.floor(taps.length * warmShare))
    await Promise.all(Array.from({ length: connections }, () => phone(port, warm, [])))
    const times: number[] = []
    const from = performance.now()
    const phones = Promise.all(Array.from({ length: connections }, () => phone(port, taps, times)))
    const others = (async () => {
      while (beside && taps.length > 0) await beside()
    })()
    await phones
    const seconds = (performance.now() - from) / 1000
    await others
    const sorted = times.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
    return { perSecond: times.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99) }
  } finally {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
}

/** The port that a server says it listens on. */
export async function portOf(server: ReturnType<typeof spawn>): Promise<number> {
  let text = ''
  // what it says later is read away: a pipe that nobody reads ends it
  for await (const part of server.stdout!.iterator({ destroyOnReturn: false })) {
    text += String(part)
    const port = /http:\/\/127\.0\.0\.1:(\d+)\/\n/.exec(text)?.[1]
    if (!port) continue
    server.stdout!.resume()
    return Number(port)
  }
  throw new Error(`the server did not start: ${text}`)
}

/** Their tokens, each with the PIN given. */
export async function signIn(port: number, openids: string[]): Promise<Map<string, string>> {
  return new Map(
    await Promise.all(
      openids.map(async (openid) => {
        const response = await fetch(`http://127.0.0.1:${port}/api/sessions`, {
          method: 'POST',
          body: JSON.stringify({ code: `demo-${openid}` }),
        })
        const token = String(((await response.json()) as { token: string }).token)
        await fetch(`http://127.0.0.1:${port}/api/session/second`, {
          method: 'POST',
          body: JSON.stringify({ pin: demoPin }),
          headers: { authorization: `Bearer ${token}`, 'idempotency-key': `bench-pin-${openid}` },
        })
        return [openid, token] as const
      }),
    ),
  )
}

function tap(port: number, request: string, token: string): Buffer {
  const body = JSON.stringify({ track: 'small', amountFen: 1_000, channel: 'transfer', reason: '情况属实,同意救助' })
  return Buffer.from(
    `POST /api/requests/${request}/grant HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\n` +
      `Idempotency-Key: bench-${request}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}

/** One keep-alive connection, sending the next tap when the answer to the last one is whole. */
async function phone(port: number, taps: Buffer[], times: number[]): Promise<void> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true)
  await once(socket, 'connect')
  for (let next = taps.pop(); next; next = taps.pop()) {
    const from = performance.now()
    const answer = await ask(socket, next)
    times.push(performance.now() - from)
    if (!answer.startsWith('HTTP/1.1 201')) throw new Error(answer)
  }
  socket.destroy()
}

function ask(socket: Socket, bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const onData = (part: Buffer): void => {
      text += part.toString('latin1')
      const head = text.indexOf('\r\n\r\n')
      if (head < 0) return
      const chunked = /transfer-encoding: chunked/i.test(text.slice(0, head))
      const length = Number(/content-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? Number.NaN)
      if (chunked ? !text.endsWith('0\r\n\r\n') : text.length < head + 4 + length) return
      socket.off('data', onData).off('error', reject)
      resolve(text)
    }
    socket.on('data', onData).once('error', reject)
    socket.write(bytes)
  })
}
