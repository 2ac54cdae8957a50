import * as z from 'zod'
import type { WeChat } from '../platform/index.ts'
import { ProblemError } from '../platform/index.ts'
import { askWeChat } from './wechat.ts'

const reply = z.object({ openid: z.string().min(1).optional(), errcode: z.int().optional() })

/** WeChat's `code2session` (developers.weixin.qq.com, auth.code2Session). `session_key` never leaves this call. */
export async function code2session(wechat: WeChat, code: string): Promise<string> {
  const query = new URLSearchParams({
    appid: wechat.appId,
    secret: wechat.secret,
    js_code: code,
    grant_type: 'authorization_code',
  })
  const { openid, errcode } = await askWeChat(`${wechat.base}/sns/jscode2session?${query}`, reply)
  if (openid !== undefined && !errcode) return openid
  if (errcode === -1 || errcode === 45011) throw new ProblemError('wechat_down')
  if (errcode === 40013 || errcode === 40125) throw new ProblemError('wechat_down')
  throw new ProblemError('wechat_code')
}
