import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { readFile, statfs } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { copyDatabase } from '../../../db/copy.ts'
import { checkBackup } from './check.ts'
import type { Facts, Manifest } from './manifest.ts'
import { factsOf, photoName, photosOf } from './manifest.ts'
import { packParts } from './pack.ts'
import { BackupProblem } from './problem.ts'
import { syncPath } from './sync.ts'

export type Made = { file: string; bytes: number; sha256: string; ms: number; manifest: Manifest }
export type Wish = { dataDir: string; to: string; now: Date; replace?: boolean }

/**
 * One file with everything of a county but its field keys, made while the county is at work. It is written beside, opened
 * and checked, synced and renamed: a crash leaves no half backup, and what has not been checked does not get the name.
 */
export async function makeBackup({ dataDir, to, now, replace = false }: Wish): Promise<Made> {
  const from = performance.now()
  const database = join(dataDir, 'county.db')
  await requireCounty(dataDir, database)
  requireTarget(to, replace)
  const making = `${to}.${process.pid}.making`
  const forget = () => rmSync(making, { recursive: true, force: true })
  process.once('exit', forget)
  try {
    mkdirSync(making, { mode: 0o700 })
    const copy = join(making, 'county.db')
    await requireSpace(dirname(resolve(to)), statSync(database).size, 0)
    copyDatabase(database, copy)
    const head = { format: 'xianjiu-backup-1' as const, madeAt: now.toISOString(), facts: countyIn(copy, dataDir) }
    const photos = photosOf(copy)
    await requireSpace(dirname(resolve(to)), statSync(copy).size, photoBytes(dataDir, photos))
    const whole = join(making, 'whole.tar.gz')
    const sources = photos.map(photoName).map((name) => ({ name, path: join(dataDir, name) }))
    const { sha256 } = await packParts(whole, [{ name: 'county.db', path: copy }, ...sources], head)
    rmSync(copy)
    const manifest = await checkBackup(whole, making, database)
    renameSync(whole, to)
    syncPath(dirname(resolve(to)))
    return { file: to, bytes: statSync(to).size, sha256, ms: Math.round(performance.now() - from), manifest }
  } finally {
    forget()
    process.off('exit', forget)
  }
}

/** A folder with a county in it; anything else is said in words before it is touched. */
async function requireCounty(dataDir: string, database: string): Promise<void> {
  if (!existsSync(dataDir)) throw new BackupProblem('wrong_folder', `没有文件夹 ${dataDir}。请把 --data 写成数据目录。`)
  if (!existsSync(database)) throw new BackupProblem('wrong_folder', `${dataDir} 里没有 county.db,不是数据目录。请检查 --data。`)
  const start = (await readFile(database).catch(() => Buffer.alloc(0))).subarray(0, 15).toString('latin1')
  if (start !== 'SQLite format 3') throw new BackupProblem('wrong_folder', `${dataDir} 里的 county.db 不是数据库,或已损坏。`)
}

function countyIn(copy: string, dataDir: string): Facts {
  try {
    return factsOf(copy)
  } catch (error) {
    if (!(error instanceof Error) || !/^no such (table|column)/.test(error.message)) throw error
    throw new BackupProblem('wrong_folder', `${dataDir} 里的 county.db 没有县,不是数据目录。请检查 --data。`, error)
  }
}

function requireTarget(to: string, replace: boolean): void {
  const folder = dirname(resolve(to))
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new BackupProblem('wrong_target', `没有文件夹 ${folder}。请先建好,或改 --to。`)
  const there = statSync(to, { throwIfNoEntry: false })
  if (there?.isDirectory()) throw new BackupProblem('wrong_target', `${to} 是文件夹。--to 要写成文件名,如 ${join(to, 'xianjiu.tar.gz')}。`)
  if (there && !replace) throw new BackupProblem('wrong_target', `${to} 已经有了,没有动它。请换个文件名。`)
}

/** The copy, the packed file and the copy that is opened to check: a full disk would stop the county itself. */
async function requireSpace(folder: string, databaseBytes: number, photosBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const needed = 3 * databaseBytes + photosBytes + 64 * 1024 * 1024
  if (bavail * bsize < needed)
    throw new BackupProblem('no_space', `磁盘空间不够:备份要用约 ${megabytes(needed)},${folder} 只剩 ${megabytes(bavail * bsize)}。`)
}

const photoBytes = (dataDir: string, photos: readonly string[]): number =>
  photos.reduce((sum, sha256) => sum + (statSync(join(dataDir, photoName(sha256)), { throwIfNoEntry: false })?.size ?? 0), 0)

/** 12.3 MB. */
export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`
