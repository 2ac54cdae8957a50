import type { Services } from '../platform/index.ts'
import { ProblemError, statement } from '../platform/index.ts'
import type { Due } from './due.ts'
import { dueNow } from './due.ts'
import type { Lease } from './lease.ts'
import { leaseMs, takeLease } from './lease.ts'
import type { Outcome } from './record.ts'
import { record } from './record.ts'
import type { Detail, Task } from './task.ts'
import { TaskFailed } from './task.ts'

/**
 * One round: every task that is due is done, each by itself; a failing one is logged, written down and tried again next
 * time. Null: somebody else makes the round. `stop` ends it before its next task, and asks the running one to leave off.
 */
export async function tick(services: Services, tasks: readonly Task[], stop?: AbortSignal): Promise<Outcome[] | null> {
  const lease = await takeLease(services)
  if (!lease) return null
  const lost = new AbortController()
  const beat = setInterval(() => void keep(services, lease, lost), leaseMs / 3)
  const signal = stop ? AbortSignal.any([stop, lost.signal]) : lost.signal
  const outcomes: Outcome[] = []
  try {
    for (const task of tasks) {
      const due = dueNow(services.clock(), task.dailyAfter, await lastDay(services, task.name))
      if (due === null || signal.aborted) continue
      const outcome = await attempt(services, task, due, signal)
      if (outcome) outcomes.push(outcome)
    }
    return outcomes
  } finally {
    clearInterval(beat)
    await lease.leave()
  }
}

async function keep(services: Services, lease: Lease, lost: AbortController): Promise<void> {
  try {
    if (!(await lease.keep())) lost.abort()
  } catch (error) {
    // the next beat tries again; if none gets through, the lease runs out and somebody else has it
    services.log({ at: services.clock().toISOString(), did: 'kept the lease of the round', error: String(error) })
  }
}

async function lastDay({ db }: Services, task: string): Promise<string | null> {
  const done = statement("SELECT max(day) AS day FROM rounds WHERE task = ? AND outcome = 'done'", task)
  const [rows] = await db.read([done])
  return typeof rows?.[0]?.day === 'string' ? rows[0].day : null
}

/** Null: it was told to leave off, or could not be written down; then it is due again. */
async function attempt(services: Services, task: Task, due: Due, signal: AbortSignal): Promise<Outcome | null> {
  const startedAt = services.clock().toISOString()
  const log = (line: Record<string, unknown>) =>
    services.log({ at: services.clock().toISOString(), did: `round: ${task.name}`, day: due.day, ...line })
  let outcome: Outcome
  try {
    outcome = { task: task.name, outcome: 'done', detail: await task.run(services, { ...due, signal }) }
    log({ missedSince: due.missedSince, ...outcome.detail })
  } catch (error) {
    log({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    if (signal.aborted) return null
    outcome = { task: task.name, outcome: 'failed', detail: detailOf(error) }
  }
  try {
    await record(services, due, startedAt, outcome)
    return outcome
  } catch (error) {
    log({ error: `not written down: ${String(error)}` })
    return null
  }
}

/** What a thrown thing says may hold anything: only what is known to be harmless goes into a row that stays for ever. */
function detailOf(error: unknown): Detail {
  if (error instanceof TaskFailed) return error.detail
  if (error instanceof ProblemError) return { error: error.code }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return { error: /^[A-Z][A-Z_]{2,40}$/.test(code) ? code : 'internal' }
}
