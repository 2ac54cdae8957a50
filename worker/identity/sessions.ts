import { surfaces } from '../contract/index.ts'
import type { Ended, OpenSession, OpenSessions } from '../contract/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { ProblemError, statement } from '../platform/index.ts'
import { signedIn } from './caller.ts'
import { change } from './change.ts'

/** Not ended, not run out, not left alone: `?1` is now. */
export const stillOpen = `s.ended_at IS NULL AND s.expires_at > ?1 AND EXISTS (SELECT 1 FROM session_limits l WHERE l.surface = s.surface
  AND strftime('%Y-%m-%dT%H:%M:%fZ', s.last_seen_at, '+' || l.idle_minutes || ' minutes') > ?1)`

/** Where I am signed in, the newest first. Refuses: signed_out. */
export async function listSessions(ctx: Context): Promise<OpenSessions> {
  const { personId } = await signedIn(ctx)
  const [rows = []] = await ctx.db.read([
    statement(
      `SELECT s.id, s.surface, s.device, s.created_at, s.last_seen_at, s.token_hash = ?3 AS here FROM sessions s
       WHERE s.person_id = ?2 AND ${stillOpen} ORDER BY s.created_at DESC, s.id DESC`,
      ctx.clock().toISOString(),
      personId,
      ctx.tokenHash,
    ),
  ])
  return { items: rows.map(sessionOf) }
}

function sessionOf(row: Row): OpenSession {
  return {
    id: String(row.id),
    surface: surfaces.find((one) => one === row.surface) ?? 'phone',
    device: typeof row.device === 'string' ? row.device : null,
    signedInAt: String(row.created_at),
    lastSeenAt: String(row.last_seen_at),
    here: row.here === 1,
  }
}

/** Ends one of my sessions, wherever it is. Refuses: not_found (another's, or over already). */
export async function endSession(ctx: Context, id: string): Promise<Ended> {
  return change(ctx, {
    chain: statement("'county'"),
    facts: {
      found: statement(
        `SELECT s.token_hash FROM sessions s WHERE s.id = ? AND s.ended_at IS NULL
           AND s.person_id = (SELECT person_id FROM sessions WHERE token_hash = ?)`,
        id,
        ctx.tokenHash ?? '',
      ),
    },
    plan: ({ found }, { at }) => {
      if (found.length === 0) throw new ProblemError('not_found')
      return {
        object: id,
        statements: [statement('UPDATE sessions SET ended_at = ? WHERE id = ? AND ended_at IS NULL', at, id)],
        answer: { endedAt: at },
      }
    },
  })
}

/** Ends every session of mine, this one too (退出所有设备). Refuses: signed_out. */
export async function endEverywhere(ctx: Context): Promise<Ended> {
  return change(ctx, {
    chain: statement("'county'"),
    facts: {},
    plan: (_, { at, caller }) => ({
      object: caller.personId,
      statements: [endAll(caller.personId, at)],
      answer: { endedAt: at },
    }),
  })
}

/** Every session of one person is over. */
export const endAll = (personId: string, at: string) =>
  statement('UPDATE sessions SET ended_at = ? WHERE person_id = ? AND ended_at IS NULL', at, personId)
