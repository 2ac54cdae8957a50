import type { PostKind } from '../contract/index.ts'
import { postKinds } from '../contract/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { ProblemError, statement } from '../platform/index.ts'
import { seenReading } from './seen.ts'

export type HeldPost = { kind: PostKind; townshipCode: string | null }
/** Who is asking, with the posts held now. */
export type Caller = { personId: string; posts: HeldPost[] }

/** Looked up with the facts of each request: a revoked session, one left alone or an ended post counts at once (ASVS V8.3.2). */
export function callerFact(ctx: Context, at: string): Statement {
  return statement(
    `SELECT s.person_id, s.surface, s.last_seen_at, s.second_at, (SELECT json_group_array(json_array(kind, township_code)) FROM posts p
       WHERE p.person_id = s.person_id AND p.from_at <= ? AND (p.until_at IS NULL OR p.until_at > ?)) AS posts
     FROM sessions s JOIN session_limits l ON l.surface = s.surface
     WHERE s.token_hash = ? AND s.ended_at IS NULL AND s.expires_at > ?
       AND strftime('%Y-%m-%dT%H:%M:%fZ', s.last_seen_at, '+' || l.idle_minutes || ' minutes') > ?`,
    at,
    at,
    ctx.tokenHash ?? '',
    at,
    at,
  )
}

export function callerOf(row: Row | undefined): Caller {
  if (typeof row?.person_id !== 'string') throw new ProblemError('signed_out')
  const posts = JSON.parse(String(row.posts)) as [string, string | null][]
  return {
    personId: row.person_id,
    posts: posts.flatMap(([kind, townshipCode]) => (isPostKind(kind) ? [{ kind, townshipCode }] : [])),
  }
}

/** The caller of a read. */
export async function signedIn(ctx: Context): Promise<Caller> {
  const [rows] = await ctx.db.read([callerFact(ctx, ctx.clock().toISOString())])
  const caller = callerOf(rows?.[0])
  if (rows?.[0]?.surface === 'desk') await seenReading(ctx, rows[0])
  requirePost(ctx, caller, null)
  return caller
}

/** Refuses a caller without one of the route's posts, or whose post is of another township. */
export function requirePost(ctx: Context, caller: Caller, township: string | null): void {
  if (typeof ctx.posts === 'string') return
  const kinds = ctx.posts
  const held = caller.posts.filter((post) => kinds.includes(post.kind))
  if (held.length === 0) throw new ProblemError('post_required')
  if (township !== null && !held.some((post) => post.townshipCode === null || post.townshipCode === township)) {
    throw new ProblemError('out_of_scope')
  }
}

/** A coordinator sees what he filed, an administrator no case at all (D-08: separate administrators). */
const blind: readonly PostKind[] = ['grid_worker', 'coordinator', 'system_admin', 'security_admin', 'audit_admin']
const lookers: readonly PostKind[] = ['auditor', 'county_finance']

/** Townships whose cases the caller may see: all for a post of the county, else those of his posts. */
export function scopeOf(caller: Caller): 'county' | string[] {
  const business = caller.posts.filter((post) => !blind.includes(post.kind))
  if (business.some((post) => post.townshipCode === null)) return 'county'
  return [...new Set(business.flatMap((post) => post.townshipCode ?? []))]
}

/** Whether the caller may see cases of this township at all. */
export function inScope(caller: Caller, township: string): boolean {
  const scope = scopeOf(caller)
  return scope === 'county' || scope.includes(township)
}

/** Who handles the case sees the name in full; who only looks on sees it masked (DESIGN 5). */
export function handles(caller: Caller, township: string): boolean {
  return caller.posts.some(
    (post) =>
      !blind.includes(post.kind) &&
      !lookers.includes(post.kind) &&
      (post.townshipCode === null || post.townshipCode === township),
  )
}

/** Whether the caller holds one of these posts in the township, or at the county. */
export function holds(caller: Caller, kinds: readonly PostKind[], township: string | null): boolean {
  return caller.posts.some(
    (post) => kinds.includes(post.kind) && (post.townshipCode === null || post.townshipCode === township),
  )
}

function isPostKind(kind: string): kind is PostKind {
  return (postKinds as readonly string[]).includes(kind)
}
