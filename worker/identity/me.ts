import { eq } from 'drizzle-orm'
import type { Me, Post } from '../contract/index.ts'
import { post } from '../contract/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { persons, statement } from '../platform/index.ts'
import { signedIn } from './caller.ts'

/** The posts held now by the person that `where` names, with the area in words. */
export function postsOf(where: string, value: string, now: Date): Statement {
  return statement(
    `SELECT p.kind, p.township_code, coalesce(t.name, (SELECT name FROM county)) AS area
     FROM posts p LEFT JOIN townships t ON t.code = p.township_code
     WHERE p.person_id = (SELECT id FROM persons WHERE ${where})
       AND p.from_at <= ?2 AND (p.until_at IS NULL OR p.until_at > ?2) ORDER BY p.from_at, p.id`,
    value,
    now.toISOString(),
  )
}

export function meOf(ctx: Context, person: Row, posts: Row[]): Me {
  const id = String(person.id)
  const name = person.name_cipher === null ? null : ctx.cipher.open(String(person.name_cipher), `persons.name:${id}`)
  return { person: { id, name }, posts: posts.map(asPost) }
}

/** Who am I: name and posts of the caller. Refuses: signed_out. */
export async function whoAmI(ctx: Context): Promise<Me> {
  const { personId } = await signedIn(ctx)
  const [person] = await ctx.db.reader
    .select({ name: persons.nameCipher })
    .from(persons)
    .where(eq(persons.id, personId))
  const [posts] = await ctx.db.read([postsOf('id = ?', personId, ctx.clock())])
  return meOf(ctx, { id: personId, name_cipher: person?.name ?? null }, posts ?? [])
}

function asPost(row: Row): Post {
  return post.parse({ kind: row.kind, townshipCode: row.township_code, area: row.area })
}
