import type { Context, Row, Statement } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

/** How long a proof of the second factor lasts when nothing is done (0018 counts the same). */
export const secondMinutes = 15
/** Coarse: a busy officer costs one small write a minute. */
const seenEveryMs = 60_000

/** Marks the caller's session as used now, and its second factor as still there; nothing when that was said less than a minute ago. */
export function seenUpdates(ctx: Context, session: Row | undefined): Statement[] {
  const now = ctx.clock()
  if (Date.parse(String(session?.last_seen_at)) > now.getTime() - seenEveryMs) return []
  const at = now.toISOString()
  return [
    statement(
      `UPDATE sessions SET last_seen_at = ?1, second_at = iif(second_at > ?2, max(second_at, ?1), second_at)
       WHERE token_hash = ?3 AND ended_at IS NULL AND last_seen_at < ?1`,
      at,
      new Date(now.getTime() - secondMinutes * 60_000).toISOString(),
      ctx.tokenHash,
    ),
  ]
}

/**
 * At a desk reading counts as being there, else whoever compares figures for a quarter of an hour is sent away. On a
 * phone only changes are noted: it signs in again by itself. A database that takes no writes does not stop a read.
 */
export async function seenReading(ctx: Context, session: Row): Promise<void> {
  const statements = seenUpdates(ctx, session)
  if (statements.length === 0) return
  try {
    await ctx.db.write([], () => ({ answer: undefined, statements }))
  } catch (error) {
    ctx.log({ at: ctx.clock().toISOString(), requestId: ctx.requestId, did: 'could not note that a desk is in use', cause: String(error) })
  }
}
