import * as z from 'zod'
import type { WeChatChecked } from '../../contract/index.ts'
import type { WeChat } from '../../platform/index.ts'

const reply = z.object({ access_token: z.string().min(1).optional(), errcode: z.int().optional() })
const patienceMs = 8_000
const causes: Record<number, string> = {
  40013: 'AppID 不对,请核对 WECHAT_APPID',
  40125: 'AppSecret 不对,请核对 WECHAT_SECRET',
  40164: '这台服务器的 IP 不在小程序的白名单里',
  40243: 'AppSecret 已冻结,请在小程序后台解冻',
  41002: '缺少 AppID',
  41004: '缺少 AppSecret',
}

/** Whether WeChat knows the account and lets this machine ask: a token is asked for and not kept. */
export async function checkWeChat({ base, appId, secret }: WeChat): Promise<WeChatChecked> {
  try {
    const response = await fetch(`${base}/cgi-bin/stable_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ grant_type: 'client_credential', appid: appId, secret }),
      signal: AbortSignal.timeout(patienceMs),
    })
    const { access_token: token, errcode = -1 } = reply.parse(await response.json())
    return token ? { well: true, words: '小程序账号可用' } : { well: false, words: causes[errcode] ?? `微信没有接受(errcode ${errcode})` }
  } catch {
    return { well: false, words: '连不上微信,请检查网络' }
  }
}
