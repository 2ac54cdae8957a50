import { Hono } from 'hono'
import type { SandboxAccount } from './account.ts'
import { json, readBody, refusal } from './answers.ts'

/** The access token of server calls, in its old and its stable form. */
export function tokenRoutes(account: SandboxAccount): Hono {
  const answer = (given: Record<string, unknown>, fresh: boolean): Response => {
    if (given['grant_type'] !== 'client_credential') return json(refusal(40002))
    if (!given['appid']) return json(refusal(41002))
    if (given['appid'] !== account.appid) return json(refusal(40013))
    if (!given['secret']) return json(refusal(41004))
    if (given['secret'] !== account.secret) return json(refusal(40125))
    account.asked.tokens += 1
    if (account.tokenTrouble !== null) return json(refusal(account.tokenTrouble))
    return json(account.token(fresh))
  }
  return new Hono()
    .get('/cgi-bin/token', (c) => answer(c.req.query(), true))
    .post('/cgi-bin/stable_token', async (c) => {
      const body = await readBody(c.req)
      return body ? answer(body, body['force_refresh'] === true) : json(refusal(44002))
    })
}
