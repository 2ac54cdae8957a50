import type * as z from 'zod'
import { ProblemError } from '../platform/index.ts'

const patienceMs = 5_000

/** One question to WeChat. Slow, broken or not JSON: wechat_down, and nothing else of ours depends on it. */
export async function askWeChat<Schema extends z.ZodType>(
  url: string,
  reply: Schema,
  body?: unknown,
): Promise<z.infer<Schema>> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(patienceMs),
      ...(body === undefined
        ? {}
        : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    return reply.parse(await response.json())
  } catch (cause) {
    throw new ProblemError('wechat_down', {}, cause)
  }
}
