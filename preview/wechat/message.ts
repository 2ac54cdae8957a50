import { Hono } from 'hono'
import type { SandboxAccount } from './account.ts'
import { json, readBody, refusal } from './answers.ts'

/** Longest values by kind of field; longer ones are refused, not cut. */
const limits: Record<string, number> = {
  thing: 20, number: 32, letter: 32, symbol: 5, character_string: 32, amount: 12, phone_number: 17, car_number: 8,
  name: 10,
  phrase: 5,
}

/** subscribeMessage.send: one message to one person who agreed to it. */
export function messageRoutes(account: SandboxAccount): Hono {
  return new Hono().post('/cgi-bin/message/subscribe/send', async (c) => {
    const denied = account.checkToken(c.req.query('access_token'))
    if (denied) return json(refusal(denied))
    const body = await readBody(c.req)
    if (!body) return json(refusal(47001))
    const { touser, template_id: template, data } = body
    if (typeof touser !== 'string' || !account.person(touser)) return json(refusal(40003))
    if (typeof template !== 'string' || template === '') return json(refusal(40037))
    const fault = /^error-(-?\d+)$/.exec(template)?.[1]
    if (fault) return json(refusal(Number(fault)))
    const wrong = wrongField(data)
    if (wrong) return json(refusal(47003, wrong))
    if (account.refuses(touser)) return json(refusal(43101))
    return json({ errcode: 0, errmsg: 'ok', msgid: account.now() })
  })
}

function wrongField(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) return 'data is empty'
  for (const [name, field] of Object.entries(data as Record<string, { value?: unknown }>)) {
    const value = field?.value
    if (value === undefined || value === null || value === '') return `data.${name}.value is emtpy`
    const limit = limits[name.replace(/\d+$/, '')]
    if (limit !== undefined && String(value).length > limit) return `data.${name}.value invalid`
  }
  return undefined
}
