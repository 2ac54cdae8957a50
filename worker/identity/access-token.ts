import * as z from 'zod'
import type { Context, WeChat } from '../platform/index.ts'
import { askWeChat, refusedByWeChat } from './wechat.ts'
import { tokenIsOld } from './wechat-codes.ts'

const tokenReply = z.object({
  access_token: z.string().min(1).optional(),
  expires_in: z.number().optional(),
  errcode: z.int().optional(),
})
/** A token is given up this long before WeChat would: a call under way must not outlive it. */
const marginMs = 5 * 60_000

type Kept = { account: string; token: string; until: number }
/** By account: a Worker makes its own with each request, for an isolate may not share a promise; stable_token then gives the same. */
const kept = new WeakMap<WeChat, Kept>()
const coming = new WeakMap<WeChat, Promise<string>>()

/**
 * Asks a server interface of WeChat with an access token (`stable_token`): kept until shortly before it ends, made anew
 * once when WeChat says that it is old, one at a time. Answers WeChat's reply; its other errors are the caller's to read.
 */
export async function askWithToken<Reply extends { errcode?: number | undefined }>(
  ctx: Context,
  path: string,
  reply: z.ZodType<Reply>,
  body: unknown,
): Promise<Reply> {
  const ask = async (token: string) =>
    askWeChat(ctx, `${path}?access_token=${encodeURIComponent(token)}`, reply, body)
  const token = await livingToken(ctx)
  const answer = await ask(token)
  if (!tokenIsOld(answer.errcode ?? 0)) return answer
  // whoever else saw the same old token has perhaps renewed it by now
  if (kept.get(ctx.wechat)?.token === token) kept.delete(ctx.wechat)
  return ask(await livingToken(ctx))
}

async function livingToken(ctx: Context): Promise<string> {
  const { wechat } = ctx
  const known = kept.get(wechat)
  if (known && known.account === accountOf(wechat) && known.until > ctx.clock().getTime()) return known.token
  const waiting = coming.get(wechat) ?? freshToken(ctx).finally(() => coming.delete(wechat))
  coming.set(wechat, waiting)
  return waiting
}

/** Asked without force: WeChat gives the living one, and only when that was withdrawn another. */
async function freshToken(ctx: Context): Promise<string> {
  const { appId, secret } = ctx.wechat
  const account = accountOf(ctx.wechat)
  const wish = { grant_type: 'client_credential', appid: appId, secret }
  const given = await askWeChat(ctx, '/cgi-bin/stable_token', tokenReply, wish)
  if (!given.access_token) throw refusedByWeChat(ctx, given.errcode ?? -1, 'phone_code')
  const until = ctx.clock().getTime() + (given.expires_in ?? 0) * 1000 - marginMs
  kept.set(ctx.wechat, { account, token: given.access_token, until })
  return given.access_token
}

const accountOf = ({ base, appId, secret }: WeChat): string => [base, appId, secret].join(' ')
