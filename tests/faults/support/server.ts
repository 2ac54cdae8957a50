import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fieldKeys } from '../../support/county.ts'
import type { Host } from '../../support/host.ts'
import { startHost } from '../../support/host.ts'

/** As a county runs it; a bare `vitest run` in a fresh clone has nothing built and runs the source. */
const built = fileURLToPath(new URL('../../../dist/server/node.js', import.meta.url))

/** The real server on a folder, in a process of its own; `under` is a command that watches, limits or disturbs it. */
export function serverOn(dataDir: string, under: string[] = [], env: Record<string, string> = {}): Host {
  const settings = { DATA_DIR: dataDir, PORT: '0', FIELD_KEYS: fieldKeys, ...env }
  return existsSync(built) ? startHost(settings, built, under) : startHost(settings, undefined, under)
}

/** Whether this machine can do what a test needs. */
export function can(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
