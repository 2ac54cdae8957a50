import type { OwnReveals, PostKind, RevealPage } from '../contract/index.ts'
import { postKinds, revealsPerDay } from '../contract/index.ts'
import type { Caller } from '../identity/index.ts'
import { maskedName, personCell, signedIn } from '../identity/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { statement, textOpen } from '../platform/index.ts'

const looks = `SELECT v.id, v.field, v.revealed_at, v.revealed_by, v.request_id, v.reason_text_id, v.person_id, r.number, t.name AS township,
    o.name_cipher AS officer, p.name_cipher AS person, x.cipher AS reason, j.post
  FROM reveals v JOIN requests r ON r.id = v.request_id JOIN townships t ON t.code = r.township_code JOIN persons o ON o.id = v.revealed_by
  JOIN persons p ON p.id = v.person_id LEFT JOIN texts x ON x.id = v.reason_text_id JOIN journal j ON j.id = v.journal_id`

/** Who looked at whose data and why, newest first: a leader sees his township's cases, the county's auditors all. The person is masked. */
export async function listReveals(ctx: Context, query: { after?: string; limit?: number }): Promise<RevealPage> {
  const caller = await signedIn(ctx)
  const limit = query.limit ?? 50
  const scope = scopeOf(caller)
  const [rows = [], officers = []] = await ctx.db.read([
    statement(
      `${looks} WHERE (?1 IS NULL OR r.township_code IN (SELECT value FROM json_each(?1))) AND (?2 = '' OR v.id < ?2) ORDER BY v.id DESC LIMIT ?3`,
      scope,
      query.after ?? '',
      limit + 1,
    ),
    officersFact(ctx, scope),
  ])
  const items = rows.slice(0, limit).map((row) => ({
    ...lookOf(ctx, row),
    requestId: String(row.request_id),
    officerId: String(row.revealed_by),
    person: masked(personCell(ctx.cipher, 'name', row.person_id ?? '', row.person)),
  }))
  return {
    items,
    next: rows.length > limit ? (items.at(-1)?.id ?? null) : null,
    officers: officers.map((row) => ({
      officerId: String(row.id),
      name: personCell(ctx.cipher, 'name', row.id ?? '', row.name_cipher),
      sinceReview: Number(row.n),
      limit: revealsPerDay,
      review: row.id !== caller.personId && caller.posts.some(({ kind }) => kind === 'leader' || kind === 'audit_admin'),
    })),
  }
}

/** Who looked at the caller's own data, and why: PIPL 44 and 45. */
export async function listOwnReveals(ctx: Context): Promise<OwnReveals> {
  const caller = await signedIn(ctx)
  const [rows = []] = await ctx.db.read([statement(`${looks} WHERE v.person_id = ? ORDER BY v.revealed_at DESC, v.id DESC LIMIT 200`, caller.personId)])
  return { items: rows.map((row) => lookOf(ctx, row)) }
}

/** Null: the whole county. */
function scopeOf(caller: Caller): string | null {
  if (caller.posts.some(({ kind }) => kind === 'auditor' || kind === 'audit_admin')) return null
  return JSON.stringify(caller.posts.flatMap(({ kind, townshipCode }) => (kind === 'leader' && townshipCode !== null ? [townshipCode] : [])))
}

/** Today's looks of each officer since somebody looked at them: what `reveal_limit` counts. */
function officersFact(ctx: Context, scope: string | null): Statement {
  return statement(
    `SELECT p.id, p.name_cipher, count(*) AS n FROM reveals v JOIN persons p ON p.id = v.revealed_by
     WHERE v.revealed_at >= strftime('%Y-%m-%dT%H:%M:%fZ', date(?1, '+8 hours'), '-8 hours')
       AND v.revealed_at >= coalesce((SELECT max(reviewed_at) FROM reveal_reviews WHERE officer_id = p.id), '')
       AND (?2 IS NULL OR EXISTS (SELECT 1 FROM posts o WHERE o.person_id = p.id AND o.township_code IN (SELECT value FROM json_each(?2))))
     GROUP BY p.id ORDER BY n DESC, p.id`,
    ctx.clock().toISOString(),
    scope,
  )
}

function lookOf(ctx: Context, row: Row) {
  return {
    id: String(row.id),
    field: row.field as OwnReveals['items'][number]['field'],
    revealedAt: String(row.revealed_at),
    by: personCell(ctx.cipher, 'name', row.revealed_by ?? '', row.officer),
    post: (postKinds as readonly unknown[]).includes(row.post) ? (row.post as PostKind) : null,
    reason: textOpen(ctx.cipher, row.reason_text_id, row.reason),
    requestNumber: String(row.number),
    townshipName: String(row.township),
  }
}

const masked = (name: string | null): string | null => (name === null ? null : maskedName(name))
