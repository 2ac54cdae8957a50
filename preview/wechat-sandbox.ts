import { Hono } from 'hono'
import { SandboxAccount, type SandboxSetup } from './wechat/account.ts'
import { readBody } from './wechat/answers.ts'
import { contentRoutes } from './wechat/content.ts'
import { messageRoutes } from './wechat/message.ts'
import { phoneNumberRoutes } from './wechat/phone-number.ts'
import { sessionRoutes } from './wechat/session.ts'
import { tokenRoutes } from './wechat/token.ts'

export { sandboxAppId, sandboxSecret, type SandboxPerson, type SandboxSetup } from './wechat/account.ts'

/**
 * Answers like WeChat's servers, so that the product's own path is the one that runs; only the address differs.
 * The forms follow these pages of developers.weixin.qq.com:
 * - /miniprogram/dev/OpenApiDoc/user-login/code2Session.html
 * - /miniprogram/dev/OpenApiDoc/mp-access-token/getAccessToken.html and getStableAccessToken.html
 * - /miniprogram/dev/OpenApiDoc/user-info/phone-number/getPhoneNumber.html
 * - /miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
 * - /miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html
 *
 * Beyond WeChat's interfaces:
 * - `POST /preview/login {openid}` gives what wx.login gives: a code that is good once, for five minutes.
 * - `demo-<openid>` is a code that is always good, for each known person; `phone-<openid>` is a number's code.
 * - the codes `error-40029`, `error-45011`, `error--1`, `error-40226`, `error-html502`, `error-timeout` fail in
 *   that way; so do the template ids `error-<number>`.
 * - `POST /preview/phone-code {openid}` gives what the phone-number button gives: good once, for five minutes.
 * - `POST /preview/tokens {forget, fail}` withdraws every token (40001), or lets none be given but an error's number;
 *   it answers how often a token and a number were asked for.
 * - `POST /preview/refusal {openid, refuses}` takes back a person's consent to messages (43101).
 */
export function wechatSandbox(setup: SandboxSetup): Hono {
  const account = new SandboxAccount(setup)
  const app = new Hono()
  for (const routes of [sessionRoutes, tokenRoutes, phoneNumberRoutes, messageRoutes, contentRoutes]) {
    app.route('/', routes(account))
  }
  app.post('/preview/login', async (c) => {
    const openid = String((await readBody(c.req))?.['openid'] ?? '')
    if (!account.person(openid)) return c.json({ error: `the sandbox knows nobody called "${openid}"` }, 404)
    return c.json({ code: account.freshCode(openid) })
  })
  app.post('/preview/phone-code', async (c) => {
    const openid = String((await readBody(c.req))?.['openid'] ?? '')
    if (!account.person(openid)) return c.json({ error: `the sandbox knows nobody called "${openid}"` }, 404)
    return c.json({ code: account.freshPhoneCode(openid) })
  })
  app.post('/preview/tokens', async (c) => {
    const { forget, fail } = (await readBody(c.req)) ?? {}
    if (forget === true) account.forgetTokens()
    if (fail !== undefined) account.failTokens(typeof fail === 'number' ? fail : null)
    return c.json(account.asked)
  })
  app.post('/preview/refusal', async (c) => {
    const body = await readBody(c.req)
    account.setRefusal(String(body?.['openid'] ?? ''), body?.['refuses'] === true)
    return c.json({ ok: true })
  })
  return app
}
