import { Hono } from 'hono'
import type { SandboxAccount } from './account.ts'
import { json, readBody, refusal } from './answers.ts'

/** phonenumber.getPhoneNumber: the code of the button for the number behind it. */
export function phoneNumberRoutes(account: SandboxAccount): Hono {
  return new Hono().post('/wxa/business/getuserphonenumber', async (c) => {
    account.asked.phones += 1
    const denied = account.checkToken(c.req.query('access_token'))
    if (denied) return json(refusal(denied))
    const code = String((await readBody(c.req))?.['code'] ?? '')
    const fault = /^error-(-?\d+)$/.exec(code)?.[1]
    if (fault) return json(refusal(Number(fault)))
    const phone = code.startsWith('phone-') ? account.phoneOf(code) : undefined
    if (phone === undefined) return json(refusal(40029))
    return json({
      errcode: 0, errmsg: 'ok',
      phone_info: {
        phoneNumber: phone, purePhoneNumber: phone, countryCode: '86',
        watermark: { timestamp: Math.floor(account.now() / 1000), appid: account.appid },
      },
    })
  })
}
