import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import type { SandboxAccount } from './account.ts'
import { plainJson, refusal } from './answers.ts'

const timeoutMs = 60_000

/** auth.code2Session: a login code for the person's openid and a session key. */
export function sessionRoutes(account: SandboxAccount): Hono {
  return new Hono().get('/sns/jscode2session', async (c) => {
    const { appid, secret, js_code: code, grant_type: grantType } = c.req.query()
    if (!appid) return plainJson(refusal(41002))
    if (appid !== account.appid) return plainJson(refusal(40013))
    if (!secret) return plainJson(refusal(41004))
    if (secret !== account.secret) return plainJson(refusal(40125))
    if (grantType !== 'authorization_code') return plainJson(refusal(40002))
    if (!code) return plainJson(refusal(41008))
    const fault = await faultOf(code, c.req.raw.signal)
    if (fault) return fault
    const redeemed = account.redeem(code)
    if ('errcode' in redeemed) return plainJson(refusal(redeemed.errcode))
    return plainJson({ session_key: randomBytes(16).toString('base64'), openid: redeemed.openid })
  })
}

/** Fixed codes that make the interface fail in each of the ways that it is known to fail. */
async function faultOf(code: string, signal: AbortSignal): Promise<Response | undefined> {
  const fault = /^error-(.+)$/.exec(code)?.[1]
  if (fault === undefined) return undefined
  if (fault === 'html502') {
    return new Response('<html><head><title>502 Bad Gateway</title></head></html>', {
      status: 502, headers: { 'content-type': 'text/html' },
    })
  }
  if (fault === 'timeout') {
    await new Promise<void>((done) => {
      const timer = setTimeout(done, timeoutMs)
      signal.addEventListener('abort', () => {
        clearTimeout(timer)
        done()
      })
    })
    return plainJson(refusal(-1))
  }
  return plainJson(refusal(Number(fault)))
}
