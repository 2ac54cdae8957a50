import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export type Ended = { code: number | NodeJS.Signals; said: string }

/** One of the project's commands in a process of its own: `backup`, `restore`, `verify`. */
export function runProgram(name: 'backup' | 'restore' | 'verify', args: string[]): { ended: Promise<Ended>; kill(): void } {
  const path = fileURLToPath(new URL(`../../worker/${name}.ts`, import.meta.url))
  const child = spawn(process.execPath, ['--no-warnings', path, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => { said += part })
  const ended = once(child, 'close').then(([code, signal]) => ({ code: (code ?? signal) as number | NodeJS.Signals, said }))
  let over = false
  void ended.then(() => { over = true })
  onTestFinished(async () => {
    if (!over) child.kill('SIGKILL')
    await ended
  })
  return { ended, kill: () => { child.kill('SIGKILL') } }
}
