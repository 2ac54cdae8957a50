import type { Services } from '../platform/index.ts'
import type { Task } from '../rounds/index.ts'
import { tick } from '../rounds/index.ts'

export type Timer = { stop(): Promise<void> }

/** A process that must end in ten seconds gives a running task this long to finish. */
const farewellMs = 6_000

/** A round every so many seconds, never two at once; it keeps no process alive. Nothing that goes wrong in one ends it. */
export function startTimer(services: Services, tasks: readonly Task[], everySeconds: number): Timer {
  const ending = new AbortController()
  let running: Promise<void> | null = null
  const round = () => {
    running ??= tick(services, tasks, ending.signal)
      .then(
        () => undefined,
        (error: unknown) => services.log({ at: services.clock().toISOString(), did: 'round', error: String(error) }),
      )
      .finally(() => {
        running = null
      })
  }
  const timer = everySeconds > 0 ? setInterval(round, everySeconds * 1_000).unref() : undefined
  return {
    stop: async () => {
      clearInterval(timer)
      const impatience = setTimeout(() => ending.abort(), farewellMs)
      await running
      clearTimeout(impatience)
    },
  }
}
