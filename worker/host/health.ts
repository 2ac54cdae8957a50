import { Hono } from 'hono'
import type { Services } from '../platform/index.ts'
import { beijingDay, statement } from '../platform/index.ts'

const inForce = 'SELECT count(*) AS n FROM policies WHERE from_on <= ?'

/**
 * `/healthz`: the process answers. `/readyz`: a write is there when it is read back through the other connection, and
 * there are rules to decide by.
 */
export function healthRoutes(services: Services): Hono {
  const routes = new Hono()
  routes.get('/healthz', (http) => http.json({ live: true }))
  routes.get('/readyz', async (http) => {
    try {
      const at = `${services.clock().toISOString()}/${Math.random()}`
      await services.db.write([], () => ({
        statements: [
          statement('INSERT INTO probes (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at', at),
        ],
        answer: undefined,
      }))
      const policies = statement(inForce, beijingDay(services.clock()))
      const [rows, rules] = await services.db.read([statement('SELECT at FROM probes'), policies])
      if (rows?.[0]?.at !== at) throw new Error('the probe was not read back')
      if (Number(rules?.[0]?.n ?? 0) === 0) throw new Error('no policy is in force')
      return http.json({ ready: true })
    } catch (error) {
      services.log({ at: services.clock().toISOString(), code: 'not_ready', error: String(error) })
      return http.json({ ready: false }, 503)
    }
  })
  return routes
}
