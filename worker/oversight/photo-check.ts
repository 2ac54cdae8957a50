import { LocalConnection } from '../../db/local-connection.ts'
import type { Cipher, Files } from '../platform/index.ts'
import { sha256 } from '../platform/index.ts'
import type { Report } from './verify.ts'

/** Every photo that a row names is there, opens with the county's keys, and is the one that was sent. */
export async function photosAreWhole(path: string, files: Files, keys: () => Cipher): Promise<Report[number]> {
  const check = 'every photo is the one that was sent'
  let count = 0
  try {
    const cipher = keys()
    for (const { id, hash } of photosOf(path)) {
      count += 1
      const bad = await faultOf(files, cipher, hash)
      if (bad) return { check, count, bad: `photo ${id} (files/${hash.slice(0, 2)}/${hash}) ${bad}`, fund: null }
    }
    return { check, count, bad: null, fund: null }
  } catch (error) {
    return { check, count, bad: error instanceof Error ? error.message : String(error), fund: null }
  }
}

function photosOf(path: string): { id: string; hash: string }[] {
  const connection = new LocalConnection(path, 'reader')
  try {
    const sql = 'SELECT min(id) AS id, sha256 FROM evidence GROUP BY sha256'
    return connection.run({ sql, args: [] }).map((row) => ({ id: String(row.id), hash: String(row.sha256) }))
  } finally {
    connection.close()
  }
}

async function faultOf(files: Files, cipher: Cipher, hash: string): Promise<string | null> {
  const sealed = await files.get(hash)
  if (!sealed) return 'is missing'
  try {
    return sha256(cipher.openBytes(sealed, `files:${hash}`)) === hash ? null : 'is another one'
  } catch {
    return 'was changed, or sealed with another key'
  }
}
