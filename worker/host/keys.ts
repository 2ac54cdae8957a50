import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A demo makes its own field keys beside its data; production must bring them (`FIELD_KEYS`). */
export function demoKeys(dataDir: string): string {
  const path = join(dataDir, 'demo-keys')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  const keys = `k1:${randomBytes(32).toString('base64')}`
  writeFileSync(path, `${keys}\n`, { mode: 0o600 })
  return keys
}
