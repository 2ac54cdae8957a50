import { randomInt } from 'node:crypto'
import type { AskDesk, DeskAsk } from '../contract/index.ts'
import { deskQrPrefix } from '../contract/index.ts'
import type { Context } from '../platform/index.ts'
import { newId, newToken, refusalOf, sha256, statement } from '../platform/index.ts'

const askMinutes = 2

/**
 * A desk asks to be let in. Public, so it leaves no journal row and no person's data; unanswered asks that ran out go.
 * Refuses: busy (200 asks are open, or the same digits).
 */
export async function askDesk(ctx: Context, { device }: AskDesk): Promise<DeskAsk> {
  const now = ctx.clock()
  const at = now.toISOString()
  const [id, secret, qr] = [newId('ask', now), newToken(), newToken()]
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const expiresAt = new Date(now.getTime() + askMinutes * 60_000).toISOString()
  const sweep = statement(
    'DELETE FROM desk_asks WHERE expires_at <= ? AND id NOT IN (SELECT ask_id FROM desk_answers)', at)
  const ask = statement(
    'INSERT INTO desk_asks (id, desk_hash, qr_hash, code_index, device, asked_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id, sha256(secret), sha256(qr), codeIndex(ctx, code), device, at, expiresAt,
  )
  try {
    await ctx.db.write([], () => ({ answer: undefined, statements: [sweep, ask] }))
  } catch (error) {
    throw refusalOf(error)
  }
  return { id, secret, qr: `${deskQrPrefix}${qr}`, code, expiresAt }
}

/** Six digits alone could be tried out against a digest, so they lie under the county's key. */
export const codeIndex = (ctx: Context, code: string): string => ctx.cipher.index('desk code', code)
