import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NewKeys } from '../oversight/rekey.ts'
import { beginRekeying, endRekeying, resealBatch, sealedTables } from '../oversight/rekey.ts'
import type { Services } from '../platform/index.ts'
import { fieldCipher, statement } from '../platform/index.ts'
import { CannotStart } from './cannot-start.ts'
import { replaceFile } from './disk-files.ts'

export type Rekeyed = { kid: string; rows: number; photos: number }

/**
 * Seals a stopped county anew with the first of `keys`: rows in batches through the one writer, then photos, then the
 * canary. Whatever ends it, the next run goes on. `services.cipher` must open with all of `keys`.
 */
export async function rekeyCounty(services: Services, keys: string, dataDir: string, tell: (line: string) => void): Promise<Rekeyed> {
  const [first = ''] = keys.split(',')
  const kid = first.trim().split(':')[0] ?? ''
  const fresh: NewKeys = { to: fieldCipher(first), kid }
  await requireOpenids(services)
  const rekeying = await beginRekeying(services, kid)
  if (rekeying.toKey !== kid) throw new CannotStart(`换密钥已经开始,换到 ${rekeying.toKey}。请把 ${rekeying.toKey} 放在 FIELD_KEYS 最前面,做完再换。`)
  let rows = 0
  for (const table of sealedTables) {
    for (let done = -1; done !== 0;) {
      done = await resealBatch(services, fresh, rekeying, table)
      rows += done
      if (done > 0) tell(`${table}: ${rows}`)
    }
  }
  const photos = await resealPhotos(services, fresh, join(dataDir, 'files'), tell)
  await endRekeying(services, fresh, rekeying, { rows, photos })
  return { kid, rows, photos }
}

/** An index over an openid that is nowhere sealed could not be made again: its owner signs in once, then it is. */
async function requireOpenids({ db }: Services): Promise<void> {
  const [rows = []] = await db.read([statement('SELECT count(*) AS n FROM persons WHERE openid_index IS NOT NULL AND openid_cipher IS NULL')])
  const count = Number(rows[0]?.n ?? 0)
  if (count > 0) throw new CannotStart(`有 ${count} 个人的微信号只有旧密钥认得。请他们先登录一次,或先解除绑定,再换密钥。`)
}

/** Each file is written beside and renamed: it opens with the old key or with the new one, never with neither. */
async function resealPhotos(services: Services, { to, kid }: NewKeys, folder: string, tell: (line: string) => void): Promise<number> {
  let count = 0
  for (const { key, path } of filesIn(folder)) {
    const bytes = readFileSync(path)
    if (bytes.subarray(0, kid.length + 1).toString('latin1') === `${kid}:`) continue
    const where = `files:${key}`
    await replaceFile(path, to.sealBytes(services.cipher.openBytes(bytes, where), where))
    count += 1
    if (count % 500 === 0) tell(`照片: ${count}`)
  }
  return count
}

/** `files/ab/abcd...`; drafts that a crash left are nobody's. */
function filesIn(folder: string): { key: string; path: string }[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
      .map((entry) => ({ key: entry.name, path: join(entry.parentPath, entry.name) }))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
