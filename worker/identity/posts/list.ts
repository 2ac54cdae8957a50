import type { AreaPosts, PostKind } from '../../contract/index.ts'
import type { Context } from '../../platform/index.ts'
import { statement, textOpen } from '../../platform/index.ts'
import { signedIn } from '../caller.ts'

/** Who holds a post in this area now, and who is invited. Names in full: whoever gives posts must know to whom. */
export async function listPosts(ctx: Context, { area }: { area: string }): Promise<AreaPosts> {
  await signedIn(ctx)
  const at = ctx.clock().toISOString()
  const township = area === 'county' ? null : area
  const [posts = [], invitations = []] = await ctx.db.read([
    statement(
      `SELECT o.id, o.kind, o.from_at, p.id AS person_id, p.name_cipher FROM posts o JOIN persons p ON p.id = o.person_id
       WHERE o.township_code IS ?1 AND o.from_at <= ?2 AND (o.until_at IS NULL OR o.until_at > ?2) ORDER BY o.kind, o.from_at, o.id LIMIT 500`,
      township,
      at,
    ),
    statement(
      `SELECT i.id, i.kind, i.expires_at, i.name_text_id, t.cipher FROM open_invitations i JOIN texts t ON t.id = i.name_text_id
       WHERE i.township_code IS ? ORDER BY i.invited_at DESC, i.id LIMIT 500`,
      township,
    ),
  ])
  return {
    posts: posts.map((row) => ({
      id: String(row.id),
      name: row.name_cipher === null ? null : ctx.cipher.open(String(row.name_cipher), `persons.name:${String(row.person_id)}`),
      kind: row.kind as PostKind,
      since: String(row.from_at),
    })),
    invitations: invitations.map((row) => ({
      id: String(row.id),
      name: textOpen(ctx.cipher, row.name_text_id, row.cipher),
      kind: row.kind as PostKind,
      expiresAt: String(row.expires_at),
      late: String(row.expires_at) <= at,
    })),
  }
}
