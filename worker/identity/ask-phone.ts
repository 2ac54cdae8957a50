import * as z from 'zod'
import type { AskPhone, PhoneAnswer } from '../contract/index.ts'
import { shapes } from '../contract/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError } from '../platform/index.ts'
import { signedIn } from './caller.ts'
import { askWeChat } from './wechat.ts'

const tokenReply = z.object({ access_token: z.string().min(1).optional(), errcode: z.int().optional() })
const phoneReply = z.object({
  errcode: z.int().optional(),
  phone_info: z.object({ purePhoneNumber: z.string() }).optional(),
})

/**
 * WeChat's `getuserphonenumber` (developers.weixin.qq.com, phone-number/getPhoneNumber), free for government accounts.
 * Refuses: phone_code (used, expired, or not a mainland mobile), wechat_down.
 */
export async function askPhone(ctx: Context, { code }: AskPhone): Promise<PhoneAnswer> {
  await signedIn(ctx)
  const { base, appId, secret } = ctx.wechat
  const { access_token: token } = await askWeChat(`${base}/cgi-bin/stable_token`, tokenReply, {
    grant_type: 'client_credential',
    appid: appId,
    secret,
  })
  if (!token) throw new ProblemError('wechat_down')
  const answer = await askWeChat(
    `${base}/wxa/business/getuserphonenumber?access_token=${encodeURIComponent(token)}`,
    phoneReply,
    { code },
  )
  const phone = shapes.phone.safeParse(answer.phone_info?.purePhoneNumber)
  if (!phone.success) throw new ProblemError('phone_code')
  return { phone: phone.data }
}
