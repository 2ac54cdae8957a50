import type { Session, SignIn } from '../contract/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import {
  addHours,
  rowsHash,
  headOf,
  journalHead,
  journalInsert,
  newId,
  newToken,
  refusalOf,
  sha256,
  statement,
} from '../platform/index.ts'
import { code2session } from './code2session.ts'
import { meOf, postsOf } from './me.ts'

/** A phone signs in again by itself (`wx.login`), so a session may be short. */
const sessionHours = 12

/**
 * Trades WeChat's one-use code for an opaque token. Somebody new becomes a person without a name.
 * Refuses: wechat_code, wechat_barred, wechat_busy, wechat_setup, wechat_down.
 */
export async function signIn(ctx: Context, input: SignIn): Promise<Session> {
  const openidIndex = ctx.cipher.index('openid', `${ctx.wechat.appId}:${await code2session(ctx, input.code)}`)
  const token = newToken()
  const now = ctx.clock()
  const known = statement('SELECT id, name_cipher FROM persons WHERE openid_index = ?', openidIndex)
  try {
    return await ctx.db.write(
      [known, journalHead(statement("'county'")), postsOf('openid_index = ?', openidIndex, now)],
      ([people, head, posts]) => {
        const person = people?.[0]
        const personId = person ? String(person.id) : newId('per', now)
        const opened = open(ctx, { personId, token, now, head: head?.[0], device: input.device ?? ctx.device })
        const stranger = person
          ? []
          : [
              statement(
                'INSERT INTO persons (id, openid_index, journal_id) VALUES (?, ?, ?)',
                personId,
                openidIndex,
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

type Opening = { personId: string; token: string; now: Date; head: Row | undefined; device: string | null }

function open(
  ctx: Context,
  { personId, token, now, head, device }: Opening,
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
  const session = statement(
    'INSERT INTO sessions (token_hash, person_id, device, created_at, expires_at, journal_id) VALUES (?, ?, ?, ?, ?, ?)',
    sha256(token),
    personId,
    device,
    at,
    addHours(now, sessionHours).toISOString(),
    journalId,
  )
  return { journalId, journal, session }
}
