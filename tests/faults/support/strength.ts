import { onTestFailed } from 'vitest'

/** `npm run test:faults` asks for everything; `npm test` for a little of each. */
export const full = process.env.FAULTS === 'full'
export const times = (short: number, long: number): number => (full ? long : short)
/** A full run may take half an hour for one sentence. */
export const timeout = full ? 1_800_000 : 120_000

/** Numbers in [0, 1) that a seed repeats (mulberry32); the seed is said when the test fails. */
export function chance(): () => number {
  const seed = Number(process.env.SEED ?? (full ? Date.now() % 2 ** 31 : 20260928))
  onTestFailed(() => { process.stdout.write(`repeat with SEED=${seed}\n`) })
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What a run counted, for the report. */
export function tell(what: string, numbers: Record<string, number>): void {
  process.stdout.write(`${what}: ${Object.entries(numbers).map(([name, n]) => `${n} ${name}`).join(', ')}\n`)
}
