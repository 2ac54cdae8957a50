import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** A new demo makes its own field keys beside its data; production must bring them (`FIELD_KEYS`). */
export function demoKeys(dataDir: string, isNew: boolean, suite: 'aes' | 'sm' = 'aes'): string {
  const path = join(dataDir, 'demo-keys')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  if (!isNew) throw new CannotStart(`${dataDir} 里少了 demo-keys。请找回它,或设置 FIELD_KEYS。`)
  const keys = `${suite === 'sm' ? 's' : 'k'}1:${randomBytes(32).toString('base64')}`
  try {
    writeFileSync(path, `${keys}\n`, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    if (existsSync(path)) throw new CannotStart('另一个程序正在同一个 DATA_DIR 里准备演示县。', { cause })
    throw cause
  }
  return keys
}

/** A demo's next key before the one it has, both kept until everything is sealed anew; a change that is on its way goes on. */
export function newDemoKeys(dataDir: string, suite: 'aes' | 'sm' = 'aes'): string {
  const keys = demoKeys(dataDir, false)
  if (keys.includes(',')) return keys
  const number = Number(/^[ks](\d+):/.exec(keys)?.[1] ?? 0) + 1
  const both = `${suite === 'sm' ? 's' : 'k'}${number}:${randomBytes(32).toString('base64')},${keys}`
  keepDemoKeys(dataDir, both)
  return both
}

/** Written beside and renamed: a demo never stands without its keys. */
export function keepDemoKeys(dataDir: string, keys: string): void {
  const path = join(dataDir, 'demo-keys')
  writeFileSync(`${path}.new`, `${keys}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}
