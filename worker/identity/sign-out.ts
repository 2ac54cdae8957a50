import type { Context } from '../platform/index.ts'
import { statement } from '../platform/index.ts'
import { change } from './change.ts'

/** Ends the caller's session; the token is dead from the next request on. Refuses: signed_out. */
export async function signOut(ctx: Context): Promise<{ endedAt: string }> {
  return change(ctx, {
    chain: statement("'county'"),
    facts: {},
    plan: (_, { at, caller }) => ({
      object: caller.personId,
      statements: [statement('UPDATE sessions SET ended_at = ? WHERE token_hash = ?', at, ctx.tokenHash)],
      answer: { endedAt: at },
    }),
  })
}
