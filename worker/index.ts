/** The Workers host: the same app on a libSQL server and R2. Mainland production is the Node host (wrangler.toml says why). */
import { createApp } from './app.ts'
import { countyOf, log } from './edge/county.ts'
import type { Env } from './edge/env.ts'
import { deskPage } from './edge/pages.ts'
import { healthRoutes } from './host/health.ts'
import { jsonResponse, problemOf } from './platform/http.ts'
import type { Services } from './platform/index.ts'
import { newId, ProblemError, refusalOf } from './platform/index.ts'
import { countyTasks, tick } from './rounds/index.ts'

const app = createApp({ services: (http) => (http.env as { services: Services }).services })

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (pathname === '/healthz') return Response.json({ live: true })
    if (pathname !== '/readyz' && !pathname.startsWith('/api/')) return deskPage(request, env)
    try {
      const services = await countyOf(env)
      return await (pathname === '/readyz' ? healthRoutes(services).fetch(request) : app.fetch(request, { services }))
    } catch (error) {
      return closed(error)
    }
  },
  /** Cron (`wrangler.toml`): the rounds that need no disk. Checks and backups are the database server's affair. */
  async scheduled(_event: unknown, env: Env): Promise<void> {
    await tick(await countyOf(env), countyTasks)
  },
}

/** No county to ask: the settings are wrong, or the database is behind or out of reach. Both are 503, and logged. */
function closed(thrown: unknown): Response {
  const error = refusalOf(thrown)
  const code = error instanceof ProblemError ? error.code : 'behind'
  const now = new Date()
  const problem = problemOf(code, {}, newId('rid', now))
  log({ at: now.toISOString(), requestId: problem.requestId, code, error: String(thrown) })
  return jsonResponse(problem, problem.status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': '5',
  })
}
