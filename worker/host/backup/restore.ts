import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { LocalConnection } from '../../../db/local-connection.ts'
import { migrate, migrations } from '../../../db/migrate.ts'
import type { Report } from '../../oversight/verify.ts'
import { verify } from '../../oversight/verify.ts'
import { requireFacts } from './check.ts'
import type { Manifest } from './manifest.ts'
import { BackupProblem } from './problem.ts'
import { syncPath } from './sync.ts'
import { unpack } from './unpack.ts'

/** `brought`: migrations that ran because the backup is of an older version. */
export type Restored = { manifest: Manifest; brought: number; report: Report }

/**
 * Brings a backup into an empty folder: unpacked aside and held against its hashes and counts, brought to this version,
 * verified, and only then moved to its place, `county.db` last. Whatever fails before that leaves the folder as it was.
 */
export async function restoreBackup(file: string, dataDir: string, now: Date): Promise<Restored> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new BackupProblem('wrong_target', `没有备份文件 ${file}。请检查 --from。`)
  const made = requireEmpty(dataDir)
  const aside = join(dataDir, '.restoring')
  const forget = () => {
    rmSync(aside, { recursive: true, force: true })
    if (made && existsSync(dataDir) && readdirSync(dataDir).length === 0) rmdirSync(dataDir)
  }
  process.once('exit', forget)
  try {
    rmSync(aside, { recursive: true, force: true })
    mkdirSync(aside, { recursive: true, mode: 0o700 })
    const manifest = await unpack(file, (name) => join(aside, name))
    if (manifest.facts.migrations > migrations().length)
      throw new BackupProblem('too_new', `备份 ${file} 是更新的版本做的,请先升级程序再恢复。`)
    const database = join(aside, 'county.db')
    requireFacts(file, manifest, database)
    const brought = migrate(database, now)
    const report = verify(database)
    settle(database)
    moveIn(aside, dataDir)
    return { manifest, brought, report }
  } finally {
    forget()
    process.off('exit', forget)
  }
}

/** Says whether the folder was made. What a restore left that did not end is no data. */
function requireEmpty(dataDir: string): boolean {
  const there = statSync(dataDir, { throwIfNoEntry: false })
  if (there && !there.isDirectory()) throw new BackupProblem('wrong_folder', `${dataDir} 不是文件夹。请改 --data。`)
  if (there && readdirSync(dataDir).some((name) => name !== '.restoring'))
    throw new BackupProblem('not_empty', `${dataDir} 里已有数据,没有动它。请给 --data 换一个空文件夹。`)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return !there
}

/** All of the county is in its one file before that is moved. */
function settle(database: string): void {
  const connection = new LocalConnection(database, 'writer')
  connection.run({ sql: 'PRAGMA wal_checkpoint(TRUNCATE)', args: [] })
  connection.close()
  if ((statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
    throw new Error('the restored county was not checkpointed')
}

function moveIn(aside: string, dataDir: string): void {
  syncFolders(aside)
  if (existsSync(join(aside, 'files'))) renameSync(join(aside, 'files'), join(dataDir, 'files'))
  renameSync(join(aside, 'county.db'), join(dataDir, 'county.db'))
  syncPath(dataDir)
}

function syncFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) syncFolders(join(folder, entry.name))
    else if (entry.name === 'county.db') syncPath(join(folder, entry.name))
  syncPath(folder)
}
