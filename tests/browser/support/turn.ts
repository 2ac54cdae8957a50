import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** One test process at a time does this; the others wait. A lock that a killed run left is a minute old at most. */
export async function inTurn<Made>(lock: string, work: () => Promise<Made>): Promise<Made> {
  mkdirSync(dirname(lock), { recursive: true })
  while (!taken(lock)) await new Promise((done) => setTimeout(done, 100))
  try {
    return await work()
  } finally {
    rmdirSync(lock)
  }
}

/** When anything in these folders was changed last. */
export function newest(folders: string[]): number {
  return folders.reduce((latest, folder) => readdirSync(folder, { recursive: true }).reduce<number>((late, name) =>
    Math.max(late, changedAt(join(folder, String(name)))), latest), 0)
}

export function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    const age = Date.now() - changedAt(lock)
    if (age > 60_000 && age < Date.now()) rmdirSync(lock)
    return false
  }
}
