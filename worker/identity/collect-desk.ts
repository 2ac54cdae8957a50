import type { CollectDesk, DeskState } from '../contract/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { journalHead, newToken, refusalOf, sha256, statement } from '../platform/index.ts'
import { meOf, postsOf } from './me.ts'
import { limitFact, openSession } from './open-session.ts'

const over: DeskState = { state: 'over', session: null }

/**
 * The desk asks every two seconds whether it was let in, and then gets its own session, once. The token goes to whoever
 * holds the browser's secret and is a bearer: no cookie, so no other site can use it (ASVS V3.5).
 */
export async function collectDesk(ctx: Context, id: string, { secret }: CollectDesk): Promise<DeskState> {
  const now = ctx.clock()
  const asked = statement(
    `SELECT k.device, k.expires_at, a.answer, a.answered_by, p.name_cipher FROM desk_asks k
     LEFT JOIN desk_answers a ON a.ask_id = k.id LEFT JOIN persons p ON p.id = a.answered_by
     WHERE k.id = ? AND k.desk_hash = ? AND NOT EXISTS (SELECT 1 FROM sessions WHERE desk_ask_id = k.id)`,
    id,
    sha256(secret),
  )
  const [rows] = await ctx.db.read([asked])
  const ask = rows?.[0]
  if (!ask) return over
  if (ask.answer === 'refused') return { state: 'refused', session: null }
  if (ask.answer === 'confirmed') return letIn(ctx, id, ask)
  return String(ask.expires_at) > now.toISOString() ? { state: 'waiting', session: null } : over
}

async function letIn(ctx: Context, askId: string, ask: Row): Promise<DeskState> {
  const now = ctx.clock()
  const token = newToken()
  const personId = String(ask.answered_by)
  try {
    return await ctx.db.write(
      [journalHead(statement("'county'")), postsOf('id = ?', personId, now), limitFact('desk')],
      ([head, posts, limits]) => {
        const minutes = Number(limits?.[0]?.absolute_minutes)
        const device = String(ask.device)
        const opened = openSession(ctx, { personId, token, now, head: head?.[0], device, surface: 'desk', minutes, askId })
        const me = meOf(ctx, { id: personId, name_cipher: ask.name_cipher ?? null }, posts ?? [])
        return { statements: [opened.journal, opened.session], answer: { state: 'open', session: { token, ...me } } }
      },
    )
  } catch (error) {
    throw refusalOf(error)
  }
}
