import type * as z from 'zod'
import type { Context, Services } from '../platform/index.ts'
import { ProblemError } from '../platform/index.ts'
import { forOperator, problemOfWeChat } from './wechat-codes.ts'

const patienceMs = 5_000
const busySeconds = 60

/** What the system page shows until WeChat is well again. `errcode` null: no answer, or none that can be read. */
export type WeChatTrouble = { at: string; errcode: number | null }

const troubles = new WeakMap<Services['wechat'], WeChatTrouble>()

/** The last trouble with WeChat that is the operator's; null when its last answer was well. Kept by this process. */
export const weChatTrouble = ({ wechat }: Pick<Services, 'wechat'>): WeChatTrouble | null =>
  troubles.get(wechat) ?? null

/** WeChat answered as it should: what was wrong with it is over. */
export function weChatIsWell({ wechat }: Context): void {
  troubles.delete(wechat)
}

/** One question to WeChat. Slow, broken or not JSON: wechat_down, and nothing else of ours depends on it. */
export async function askWeChat<Schema extends z.ZodType>(
  ctx: Context,
  path: string,
  reply: Schema,
  body?: unknown,
): Promise<z.infer<Schema>> {
  try {
    const response = await fetch(`${ctx.wechat.base}${path}`, {
      signal: AbortSignal.timeout(patienceMs),
      ...(body === undefined
        ? {}
        : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    return reply.parse(await response.json())
  } catch (cause) {
    note(ctx, null)
    throw new ProblemError('wechat_down', {}, cause)
  }
}

/** WeChat's number as a refusal of ours. Its errmsg may repeat what was sent, so only the number is logged. */
export function refusedByWeChat(ctx: Context, errcode: number, badCode: 'wechat_code' | 'phone_code'): ProblemError {
  const code = problemOfWeChat(errcode, badCode)
  if (forOperator(errcode)) note(ctx, errcode)
  return new ProblemError(code, code === 'wechat_busy' ? { waitSeconds: busySeconds } : {})
}

function note(ctx: Context, errcode: number | null): void {
  const at = ctx.clock().toISOString()
  troubles.set(ctx.wechat, { at, errcode })
  ctx.log({ at, did: 'asked WeChat', action: ctx.action, errcode })
}
