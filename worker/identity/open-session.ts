import type { Surface } from '../contract/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { headOf, journalInsert, newId, rowsHash, sha256, statement } from '../platform/index.ts'

/** How long a session of this surface may live (0018). */
export function limitFact(surface: Surface): Statement {
  return statement('SELECT absolute_minutes FROM session_limits WHERE surface = ?', surface)
}

type Opening = {
  personId: string
  token: string
  now: Date
  head: Row | undefined
  device: string | null
  surface: Surface
  minutes: number
  /** The desk's ask that was confirmed. */
  askId?: string
}

/** The journal row of somebody coming in, and his session; the token itself is nowhere. */
export function openSession(
  ctx: Context,
  { personId, token, now, head, device, surface, minutes, askId = undefined }: Opening,
): { journalId: string; journal: Statement; session: Statement } {
  const at = now.toISOString()
  const journalId = newId('jrn', now)
  const journal = journalInsert(
    {
      id: journalId,
      chain: 'county',
      at,
      personId,
      post: null,
      device,
      action: ctx.action,
      object: personId,
      problem: null,
      afterHash: rowsHash([]),
      requestId: ctx.requestId,
    },
    headOf(head),
  )
  const session = sessionInsert([
    sha256(token), newId('ses', now), personId, surface, device, at, at,
    new Date(now.getTime() + minutes * 60_000).toISOString(), askId ?? null, journalId,
  ])
  return { journalId, journal, session }
}

function sessionInsert(values: (string | null)[]): Statement {
  return statement(
    `INSERT INTO sessions (token_hash, id, person_id, surface, device, created_at, last_seen_at, expires_at, desk_ask_id, journal_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...values,
  )
}
