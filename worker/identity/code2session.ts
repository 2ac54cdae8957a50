import * as z from 'zod'
import type { WeChat } from '../platform/index.ts'
import { ProblemError } from '../platform/index.ts'

const reply = z.object({ openid: z.string().min(1).optional(), errcode: z.int().optional() })
const patienceMs = 5_000

/** WeChat's `code2session` (developers.weixin.qq.com, auth.code2Session). `session_key` never leaves this call. */
export async function code2session(wechat: WeChat, code: string): Promise<string> {
  const query = new URLSearchParams({ appid: wechat.appId, secret: wechat.secret, js_code: code, grant_type: 'authorization_code' })
  const { openid, errcode } = await ask(`${wechat.base}/sns/jscode2session?${query}`)
  if (openid !== undefined && !errcode) return openid
  if (errcode === -1 || errcode === 45011) throw new ProblemError('wechat_down')
  if (errcode === 40013 || errcode === 40125) throw new ProblemError('wechat_down')
  throw new ProblemError('wechat_code')
}

async function ask(url: string): Promise<z.infer<typeof reply>> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) })
    return reply.parse(await response.json())
  } catch (cause) {
    throw new ProblemError('wechat_down', {}, cause)
  }
}
