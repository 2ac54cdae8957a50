import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** A new demo makes its own field keys beside its data; production must bring them (`FIELD_KEYS`). */
export function demoKeys(dataDir: string, isNew: boolean): string {
  const path = join(dataDir, 'demo-keys')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  if (!isNew) throw new CannotStart(`${dataDir} 里少了 demo-keys。请找回它,或设置 FIELD_KEYS。`)
  const keys = `k1:${randomBytes(32).toString('base64')}`
  try {
    writeFileSync(path, `${keys}\n`, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    if (existsSync(path)) throw new CannotStart('另一个程序正在同一个 DATA_DIR 里准备演示县。', { cause })
    throw cause
  }
  return keys
}
