import { Hono } from 'hono'
import { jsonResponse, problemOf } from '../platform/http.ts'
import type { Clock } from '../platform/index.ts'
import { newId } from '../platform/index.ts'

const comeAgain = { 'retry-after': '2', 'cache-control': 'no-store' }

/** What is answered while the county is being opened: alive, not ready, come again. A page asks again by itself. */
export function preparing(clock: Clock): Hono {
  const routes = new Hono()
  routes.get('/healthz', (http) => http.json({ live: true }))
  routes.get('/readyz', (http) => http.json({ ready: false }, 503, comeAgain))
  routes.all('/api/*', () => {
    const problem = problemOf('behind', {}, newId('rid', clock()))
    const type = { 'content-type': 'application/problem+json; charset=utf-8' }
    return jsonResponse(problem, problem.status, { ...comeAgain, ...type })
  })
  routes.all('*', (http) => {
    const headers = { ...comeAgain, refresh: '2', 'content-type': 'text/plain; charset=utf-8' }
    return http.body('先救正在准备数据,请稍等几秒。', 503, headers)
  })
  return routes
}
