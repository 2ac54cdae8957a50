import * as z from 'zod'
import type { Context } from '../platform/index.ts'
import { askWeChat, refusedByWeChat, weChatIsWell } from './wechat.ts'

const reply = z.object({ openid: z.string().min(1).optional(), errcode: z.int().optional() })

/**
 * WeChat's `code2session` (developers.weixin.qq.com, auth.code2Session). `session_key` never leaves this call.
 * Refuses: wechat_code, wechat_barred, wechat_busy, wechat_setup, wechat_down.
 */
export async function code2session(ctx: Context, code: string): Promise<string> {
  const query = new URLSearchParams({
    appid: ctx.wechat.appId,
    secret: ctx.wechat.secret,
    js_code: code,
    grant_type: 'authorization_code',
  })
  const { openid, errcode } = await askWeChat(ctx, `/sns/jscode2session?${query}`, reply)
  if (openid === undefined || errcode) throw refusedByWeChat(ctx, errcode ?? -1, 'wechat_code')
  weChatIsWell(ctx)
  return openid
}
