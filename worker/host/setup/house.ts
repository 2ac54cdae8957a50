import { Hono } from 'hono'
import type { Context as Http } from 'hono'
import { foundingOrder, problems, weChatCheck } from '../../contract/index.ts'
import { checked, jsonResponse, problemOf, readJson } from '../../platform/http.ts'
import type { Services } from '../../platform/index.ts'
import { newId, ProblemError, refusalOf } from '../../platform/index.ts'
import { pages } from '../pages.ts'
import { checkWeChat } from './check-wechat.ts'
import { setupCode } from './code.ts'
import { foundRealCounty } from './found.ts'

export type Setup = { services: Services; folder: string; print(code: string): void; founded(): Promise<void> }

/**
 * What answers while a real county is not founded yet: the set-up page, its two questions, and `not_founded` to everything
 * else. `founded` is called once the county lies on the disk, before the codes are shown.
 */
export function setupHouse({ services, folder, print, founded }: Setup): Hono {
  const house = new Hono()
  const code = setupCode(print)
  const answer = async (http: Http, ask: () => Promise<unknown>): Promise<Response> => {
    try {
      return jsonResponse(await ask(), 200, { 'cache-control': 'no-store' })
    } catch (thrown) {
      const error = refusalOf(thrown)
      if (error instanceof ProblemError) return refuse(services, error)
      services.log({ at: services.clock().toISOString(), path: http.req.path, error: String(error) })
      return refuse(services, new ProblemError('internal', {}, error))
    }
  }
  house.get('/healthz', (http) => http.json({ live: true }))
  house.get('/readyz', (http) => http.json({ ready: false }, 503))
  house.post('/api/setup/wechat', (http) =>
    answer(http, async () => {
      code.require(checked(weChatCheck, await readJson(http.req.raw)).setupCode)
      return checkWeChat(services.wechat)
    }),
  )
  house.post('/api/setup/county', (http) =>
    answer(http, async () => {
      const order = checked(foundingOrder, await readJson(http.req.raw))
      code.require(order.setupCode)
      const made = await foundRealCounty(services, order)
      // the county is on the disk and its codes are shown this once, whatever hinders the house from opening now
      await founded().catch((error: unknown) => services.log({ did: 'founded, but could not go to work', error: String(error) }))
      return made
    }),
  )
  house.all('/api/*', () => refuse(services, new ProblemError('not_founded')))
  house.route('/', pages('', folder))
  house.notFound((http) => http.redirect('/'))
  return house
}

function refuse(services: Services, { code, details }: ProblemError): Response {
  const problem = problemOf(code, details, newId('rid', services.clock()))
  return jsonResponse(problem, problems[code].status, {
    'cache-control': 'no-store',
    'content-type': 'application/problem+json; charset=utf-8',
  })
}
