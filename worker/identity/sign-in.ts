import type { Session, SignIn } from '../contract/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { journalHead, newId, newToken, refusalOf, statement } from '../platform/index.ts'
import { code2session } from './code2session.ts'
import { meOf, postsOf } from './me.ts'
import { limitFact, openSession } from './open-session.ts'

/**
 * Trades WeChat's one-use code for an opaque token. Somebody new becomes a person without a name.
 * Refuses: wechat_code, wechat_barred, wechat_busy, wechat_setup, wechat_down.
 */
export async function signIn(ctx: Context, input: SignIn): Promise<Session> {
  const openid = `${ctx.wechat.appId}:${await code2session(ctx, input.code)}`
  const openidIndex = ctx.cipher.index('openid', openid)
  const token = newToken()
  const now = ctx.clock()
  const surface = input.surface ?? 'phone'
  const known = statement('SELECT id, name_cipher, openid_cipher FROM persons WHERE openid_index = ?', openidIndex)
  try {
    return await ctx.db.write(
      [known, journalHead(statement("'county'")), postsOf('openid_index = ?', openidIndex, now), limitFact(surface)],
      ([people, head, posts, limits]) => {
        const person = people?.[0]
        const personId = person ? String(person.id) : newId('per', now)
        const minutes = Number(limits?.[0]?.absolute_minutes)
        const device = input.device ?? ctx.device
        const opened = openSession(ctx, { personId, token, now, head: head?.[0], device, surface, minutes })
        const sealed = ctx.cipher.seal(openid, `persons.openid:${personId}`)
        const stranger = person
          ? openidSealed(person, sealed)
          : [
              statement(
                'INSERT INTO persons (id, openid_index, openid_cipher, journal_id) VALUES (?, ?, ?, ?)',
                personId,
                openidIndex,
                sealed,
                opened.journalId,
              ),
            ]
        const me = meOf(ctx, { id: personId, name_cipher: person?.name_cipher ?? null }, posts ?? [])
        return { statements: [opened.journal, ...stranger, opened.session], answer: { token, ...me } }
      },
    )
  } catch (error) {
    throw refusalOf(error)
  }
}

/** Who was bound without it: kept sealed, so that the index can be made again with another key. */
function openidSealed({ id, openid_cipher: kept }: Row, sealed: string): Statement[] {
  return kept === null ? [statement('UPDATE persons SET openid_cipher = ? WHERE id = ?', sealed, id ?? '')] : []
}
