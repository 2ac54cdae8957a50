import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const source = fileURLToPath(new URL('../../worker/node.ts', import.meta.url))
const inherited = ['PATH', 'HOME', 'TMPDIR']

/** The Node host in a process of its own. */
export type Host = {
  /** Everything it said so far. */
  said(): string
  /** Its address, once it says that it is ready. */
  url(): Promise<string>
  signal(name: NodeJS.Signals): void
  pid: number
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>
}

/** `program` may be the built one; `under` is a command that runs it in its own place (`strace -D`, `prlimit`). */
export function startHost(env: Record<string, string>, program = source, under: string[] = []): Host {
  const kept = Object.fromEntries(inherited.map((name) => [name, process.env[name] ?? '']))
  const [command = '', ...rest] = [...under, process.execPath, '--no-warnings', program]
  const child = spawn(command, rest, { env: { ...kept, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => { text += part })
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals)
  let over = false
  void ended.then(() => { over = true })
  onTestFinished(async () => {
    if (!over) child.kill('SIGKILL')
    await ended
  })
  return {
    said: () => text,
    ended,
    pid: child.pid ?? 0,
    signal: (name) => { child.kill(name) },
    url: async () => {
      const found = await until(() => (over ? text : /(?:开始页|财务工作台) +(http:\/\/[^/\s]+)\//.exec(text)?.[1]))
      if (over) throw new Error(`the host did not start: ${text}`)
      return found
    },
  }
}

/** A folder of the test's own. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xianjiu-host-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Somebody else's program on a port. */
export async function takePort(): Promise<{ port: number; leave(): Promise<void> }> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const leave = () => new Promise<void>((resolve) => { server.close(() => resolve()) })
  return { port: (server.address() as AddressInfo).port, leave }
}

/** Asks until there is an answer. */
export async function until<Answer>(ask: () => Answer | undefined | Promise<Answer | undefined>): Promise<Answer> {
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await pause(5)
  }
}
