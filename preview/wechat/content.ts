import { Hono } from 'hono'
import type { SandboxAccount } from './account.ts'
import { json, readBody, refusal } from './answers.ts'

const labels: [word: string, suggest: 'risky' | 'review', label: number][] = [
  ['违法测试', 'risky', 20006], ['辱骂测试', 'review', 20003], ['广告测试', 'risky', 10001],
]

/** security.msgSecCheck, version 2: what the content check says of a text. Three fixed words make it object. */
export function contentRoutes(account: SandboxAccount): Hono {
  return new Hono().post('/wxa/msg_sec_check', async (c) => {
    const denied = account.checkToken(c.req.query('access_token'))
    if (denied) return json(refusal(denied))
    const body = await readBody(c.req)
    if (!body) return json(refusal(47001))
    const { content, openid, version, scene } = body
    if (version !== 2 || ![1, 2, 3, 4].includes(Number(scene))) return json(refusal(47001))
    if (typeof openid !== 'string' || !account.person(openid)) return json(refusal(40003))
    if (typeof content !== 'string' || content === '' || content.length > 2500) return json(refusal(47001))
    const [, suggest, label] = labels.find(([word]) => content.includes(word)) ?? ['', 'pass', 100]
    return json({
      errcode: 0, errmsg: 'ok', result: { suggest, label },
      detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: suggest === 'pass' ? 10 : 90 }],
      trace_id: `sandbox-${account.now()}`,
    })
  })
}
