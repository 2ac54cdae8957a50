import type { ProblemCode } from '../contract/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { ProblemError, statement } from '../platform/index.ts'

/** So many wrong tries within the minutes, and no more. */
export const triesMax = 5
const lockMinutes = 15

/** Wrong tries before this instant are forgotten. */
export const lockedSince = (now: Date): string => new Date(now.getTime() - lockMinutes * 60_000).toISOString()
/** When the oldest of the last five wrong tries is forgotten. */
export const openAgainAt = (oldest: string): Date => new Date(Date.parse(oldest) + lockMinutes * 60_000)

/** The caller's latest wrong tries: each is a refusal that the journal keeps (0018 counts the same rows). */
export function triesFact(ctx: Context, problem: ProblemCode): Statement {
  return statement(
    `SELECT at FROM journal WHERE outcome = 'refused' AND problem = ?
       AND person_id = (SELECT person_id FROM sessions WHERE token_hash = ?) AND at > ? ORDER BY at DESC LIMIT ?`,
    problem,
    ctx.tokenHash ?? '',
    lockedSince(ctx.clock()),
    triesMax,
  )
}

/** Five wrong tries in a quarter of an hour: the next is allowed when the oldest of them is that old. */
export function requireTriesLeft(tries: Row[], now: Date): void {
  const oldest = tries[triesMax - 1]
  if (oldest) throw lockedUntil(openAgainAt(String(oldest.at)).getTime(), now)
}

/** The refusal, with the wait in its sentence. */
export function lockedUntil(until: number, now: Date): ProblemError {
  const waitSeconds = Math.max(1, Math.ceil((until - now.getTime()) / 1000))
  return new ProblemError('too_many_tries', { waitSeconds, title: `试错太多,请 ${Math.ceil(waitSeconds / 60)} 分钟后再试` })
}
