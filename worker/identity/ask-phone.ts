import * as z from 'zod'
import type { AskPhone, PhoneAnswer } from '../contract/index.ts'
import { shapes } from '../contract/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError } from '../platform/index.ts'
import { askWithToken } from './access-token.ts'
import { signedIn } from './caller.ts'
import { refusedByWeChat, weChatIsWell } from './wechat.ts'

const phoneReply = z.object({
  errcode: z.int().optional(),
  phone_info: z.object({ purePhoneNumber: z.string() }).optional(),
})

/**
 * WeChat's `getuserphonenumber` (developers.weixin.qq.com, phone-number/getPhoneNumber), free for government accounts.
 * Refuses: phone_code (used, expired, or not a mainland mobile), wechat_busy, wechat_setup, wechat_down.
 */
export async function askPhone(ctx: Context, { code }: AskPhone): Promise<PhoneAnswer> {
  await signedIn(ctx)
  const answer = await askWithToken(ctx, '/wxa/business/getuserphonenumber', phoneReply, { code })
  if (answer.errcode) throw refusedByWeChat(ctx, answer.errcode, 'phone_code')
  weChatIsWell(ctx)
  const phone = shapes.phone.safeParse(answer.phone_info?.purePhoneNumber)
  if (!phone.success) throw new ProblemError('phone_code')
  return { phone: phone.data }
}
