import type { Clock } from '../platform/index.ts'

/** A machine clock that was set to local time and then to UTC is eight hours off; more than this was no correction. */
const bridgedMs = 12 * 60 * 60 * 1000

/**
 * A clock that does not go back: when the machine's is corrected, time passes at half its speed until it has caught up, so
 * that no decision is older than what it builds on. `last` is what was written last, by whoever ran before.
 */
export function steadyClock(clock: Clock, last: Date | null, wentBack: (ms: number) => void): Clock {
  let read = clock().getTime()
  let shown = last?.getTime() ?? read
  return () => {
    const now = clock().getTime()
    if (now < read) wentBack(read - now)
    const slowed = shown + Math.max(0, now - read) / 2
    read = now
    shown = now >= slowed || slowed - now > bridgedMs ? now : slowed
    return new Date(Math.floor(shown))
  }
}
