import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { addDays } from '../platform/index.ts'
import type { Task } from '../rounds/index.ts'
import { TaskFailed } from '../rounds/index.ts'
import type { Config } from './config.ts'
import { runProgram } from './program.ts'

/** What `worker/backup.ts --json` prints: one line, of a backup that was opened and checked, or why there is none. */
const printed = z.union([
  z.object({ bytes: z.number(), ms: z.number(), sha256: z.string(), missing: z.number(), totals: z.object({ entries: z.number(), photos: z.number() }) }),
  z.object({ error: z.string() }),
])

const nameOf = (day: string): string => `xianjiu-${day}.tar.gz`
const ours = /^xianjiu-(\d{4}-\d{2}-\d{2})\.tar\.gz$/
const keptDays = 14

/** Every night one backup, opened and checked, into `BACKUP_DIR`; then the old ones go. */
export function nightlyBackup({ dataDir, backupDir }: Pick<Config, 'dataDir' | 'backupDir'>): Task {
  const folder = backupDir ?? join(dataDir, 'backups')
  return {
    name: 'backup',
    dailyAfter: '02:00',
    run: async (_, { day, signal }) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      clearUnfinished(folder)
      const args = ['--data', dataDir, '--to', join(folder, nameOf(day)), '--json', '--replace']
      const { code, answer, stderr } = await runProgram('backup', args, {}, signal)
      const made = printed.safeParse(answer)
      if (!made.success) throw new TaskFailed(`backup ended with ${code}: ${stderr}`, { error: 'backup_ended', code })
      if ('error' in made.data) throw new TaskFailed(stderr.trim(), { error: made.data.error })
      const { bytes, ms, sha256, missing, totals } = made.data
      const dropped = expired(readdirSync(folder), day)
      for (const name of dropped) rmSync(join(folder, name), { force: true })
      return { file: nameOf(day), bytes, ms, sha256, entries: totals.entries, photos: totals.photos, missing, dropped: dropped.length }
    },
  }
}

/** Of our files those that go: older than 14 days, and not the last of their month. */
export function expired(names: readonly string[], today: string): string[] {
  const days = names.flatMap((name) => ours.exec(name)?.[1] ?? []).toSorted()
  const kept = addDays(today, -keptDays)
  const lastOfMonth = (day: string): boolean => days.findLast((other) => other.slice(0, 7) === day.slice(0, 7)) === day
  return days.filter((day) => day <= kept && !lastOfMonth(day)).map(nameOf)
}

/** What a killed backup left behind, a day later: by then nobody works on it any more. */
function clearUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (name.endsWith('.making') && statSync(path).mtimeMs < Date.now() - 86_400_000) rmSync(path, { recursive: true, force: true })
  }
}
