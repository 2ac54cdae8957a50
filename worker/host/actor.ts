import { randomUUID } from 'node:crypto'
import type { Route, Services } from '../platform/index.ts'
import type { Context } from '../platform/index.ts'
import { headOf, journalHead, journalInsert, newId, newToken, rowsHash, sha256, statement } from '../platform/index.ts'

/** Lets one seeded person call verbs at a chosen time, through the same door as a request does. */
export type Actor = <Answer>(
  action: Pick<Route, 'action' | 'posts'>,
  at: Date,
  verb: (ctx: Context) => Promise<Answer>,
) => Promise<Answer>

/** Opens a session for the person of `openid`, good from `from` to `until`. */
export async function actorOf(services: Services, openid: string, from: Date, until: Date): Promise<Actor> {
  const token = newToken()
  const index = services.cipher.index('openid', `${services.wechat.appId}:${openid}`)
  await services.db.write(
    [statement('SELECT id FROM persons WHERE openid_index = ?', index), journalHead(statement("'county'"))],
    ([people, head]) => {
      const personId = String(people?.[0]?.id)
      const journalId = newId('jrn', from)
      return {
        answer: undefined,
        statements: [
          journalInsert(
            {
              id: journalId,
              chain: 'county',
              at: from.toISOString(),
              personId,
              post: null,
              device: 'seed',
              action: 'identity.signIn',
              object: personId,
              problem: null,
              afterHash: rowsHash([]),
              requestId: journalId,
            },
            headOf(head?.[0]),
          ),
          statement(
            `INSERT INTO sessions (token_hash, id, person_id, surface, device, created_at, last_seen_at, expires_at, second_at, journal_id)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
            sha256(token),
            newId('ses', from),
            personId,
            'phone',
            'seed',
            from.toISOString(),
            until.toISOString(),
            until.toISOString(),
            until.toISOString(),
            journalId,
          ),
        ],
      }
    },
  )
  return ({ action, posts }, at, verb) =>
    verb({
      ...services,
      clock: () => at,
      requestId: newId('rid', at),
      action,
      posts,
      tokenHash: sha256(token),
      device: 'seed',
      key: randomUUID(),
      macs: [action],
      replayed: false,
    })
}
