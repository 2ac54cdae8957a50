import type { MockInstance } from 'vitest'
import { vi } from 'vitest'

type Spy = MockInstance<(...words: unknown[]) => void>

/** workerd wraps what is put on its console, so the spies are kept here and not asked for there. */
let spies: { log: Spy; error: Spy } | null = null

export function watch(): void {
  spies = { log: vi.spyOn(console, 'log').mockImplementation(() => {}), error: vi.spyOn(console, 'error') }
}

export function forget(): void {
  spies?.log.mockRestore()
  spies?.error.mockRestore()
}

/** What the Worker printed during this test: for tests to look into, not for the screen. */
export const printed = (): string => spies?.log.mock.calls.map(String).join('\n') ?? ''
export const errors = (): string[] => spies?.error.mock.calls.map((call) => call.map(String).join(' ')) ?? []
