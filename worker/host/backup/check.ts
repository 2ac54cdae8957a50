import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { LocalConnection } from '../../../db/local-connection.ts'
import type { Facts, Manifest } from './manifest.ts'
import { factsOf } from './manifest.ts'
import { BackupProblem } from './problem.ts'
import { unpack } from './unpack.ts'

/**
 * Opens a backup as a restore would: every part's hash, SQLite's own check, the counts, and the end of each fund's chain
 * against the county it was made of. `folder` takes the unpacked county; photos are only read through.
 */
export async function checkBackup(file: string, folder: string, database: string): Promise<Manifest> {
  const opened = join(folder, 'opened.db')
  const manifest = await unpack(file, (name) => (name === 'county.db' ? opened : null))
  requireSound(file, opened)
  requireFacts(file, manifest, opened)
  if (existsSync(database)) requireHeads(file, manifest.facts, database)
  return manifest
}

/** What a restored or opened county counts is what the manifest says, to the fen. */
export function requireFacts(file: string, manifest: Manifest, path: string): void {
  if (JSON.stringify(factsOf(path)) !== JSON.stringify(manifest.facts))
    throw new BackupProblem('damaged', `备份 ${file} 已损坏:里面的账和清单不一致。`)
}

function requireSound(file: string, path: string): void {
  const connection = new LocalConnection(path, 'reader')
  try {
    const said = connection.run({ sql: 'PRAGMA integrity_check(1)', args: [] })[0]?.integrity_check
    if (said !== 'ok') throw new BackupProblem('damaged', `备份 ${file} 已损坏:里面的 county.db 不完整(${String(said)})。`)
  } finally {
    connection.close()
  }
}

/** The county went on since, but its chains still run through where the copy ends. */
function requireHeads(file: string, { funds }: Facts, database: string): void {
  const connection = new LocalConnection(database, 'reader')
  try {
    for (const { code, entries, head } of funds) {
      const args = [code, entries]
      const row = connection.run({ sql: 'SELECT hash FROM entries WHERE fund_code = ? AND seq = ?', args })[0]
      if ((row?.hash ?? '') !== head) throw new BackupProblem('damaged', `备份 ${file} 里储备金 ${code} 的账链和原数据对不上。`)
    }
  } finally {
    connection.close()
  }
}
