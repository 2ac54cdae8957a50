import type { ClockTask, ClockTaskName, SystemView } from '../contract/index.ts'
import { clockTasks } from '../contract/index.ts'
import type { Caller } from '../identity/index.ts'
import { inScope, signedIn, weChatTrouble } from '../identity/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { addDays, beijingDay, statement } from '../platform/index.ts'
import type { Detail } from './task.ts'

/** A round comes every minute, by cron every five. */
const tickPatienceMs = 15 * 60_000
const needDisk: readonly ClockTaskName[] = ['checkpoint', 'verify', 'backup']

const lastRows = (filter: string) =>
  statement(`SELECT r.* FROM rounds r WHERE r.id = (SELECT id FROM rounds WHERE task = r.task ${filter} ORDER BY finished_at DESC, id DESC LIMIT 1)`)
const lastTick = statement("SELECT taken_at FROM leases WHERE name = 'tick'")
const homes = statement('SELECT code, township_code FROM funds')

/** The last round, check and backup, and what went wrong with them. */
export async function viewSystem(ctx: Context): Promise<SystemView> {
  const caller = await signedIn(ctx)
  const [ticks = [], last = [], done = [], funds = []] = await ctx.db.read(
    [lastTick, lastRows(''), lastRows("AND outcome = 'done'"), homes])
  const now = ctx.clock()
  const onServer = ctx.onServer ?? false
  const tickAt = text(ticks[0]?.taken_at)
  const rowOf = (rows: Row[], task: ClockTaskName) => rows.find((row) => row.task === task)
  const shown = clockTasks.filter((task) => !onServer || !needDisk.includes(task))
  return {
    onServer,
    tick: { at: tickAt, late: tickAt !== null && Date.parse(tickAt) < now.getTime() - tickPatienceMs },
    wechat: weChatTrouble(ctx),
    tasks: shown.map((task) => taskView(task, rowOf(done, task), rowOf(last, task), beijingDay(now))),
    findings: findingsOf(rowOf(done, 'verify'), caller, funds),
    backup: backupOf(rowOf(done, 'backup')),
  }
}

function taskView(task: ClockTaskName, done: Row | undefined, last: Row | undefined, today: string): ClockTask {
  const doneFor = text(done?.day)
  const missedSince = text(done?.missed_since)
  return {
    task,
    doneAt: text(done?.finished_at),
    doneFor,
    late: doneFor !== null && doneFor < addDays(today, -1),
    missed: doneFor !== null && missedSince !== null ? { from: missedSince, until: addDays(doneFor, -1) } : null,
    failure: failureOf(last),
  }
}

/** A county that has no key to sign with has no checkpoint, whatever its timer did. */
function failureOf(last: Row | undefined): ClockTask['failure'] {
  if (!last) return null
  const { error, missing } = detailOf(last)
  const why = last.outcome === 'failed' ? String(error) : last.task === 'checkpoint' && typeof missing === 'string' ? missing : null
  return why === null ? null : { at: String(last.finished_at), error: why }
}

/** A township's post sees what was found in its own fund; how much there is altogether is no secret. */
function findingsOf(row: Row | undefined, caller: Caller, funds: Row[]): SystemView['findings'] {
  if (!row) return null
  const { found, findings } = detailOf(row) as { found: number; findings: { check: string; bad: string; fund: string | null }[] }
  const ofCounty = caller.posts.some(({ townshipCode }) => townshipCode === null)
  const mine = (fund: string | null) => {
    const home = text(funds.find(({ code }) => code === fund)?.township_code)
    return ofCounty || (home !== null && inScope(caller, home))
  }
  const items = findings.filter(({ fund }) => mine(fund)).map(({ check, bad, fund }) => ({ check, text: bad, fundCode: fund }))
  return { count: found, items }
}

function backupOf(row: Row | undefined): SystemView['backup'] {
  if (!row) return null
  const { file, bytes, entries, photos, missing } = detailOf(row)
  return {
    name: String(file),
    bytes: Number(bytes),
    entryCount: Number(entries),
    photoCount: Number(photos),
    missingPhotoCount: Number(missing),
  }
}

const detailOf = (row: Row): Detail => JSON.parse(String(row.detail)) as Detail
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
