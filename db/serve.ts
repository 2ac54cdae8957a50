/**
 * `npm run db:serve -- --data DIR --port N --token T`: a county's file over HTTP, for a Worker (or a second machine) to
 * work on. Migrates first.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { serve } from '@hono/node-server'
import { hrana } from './hrana.ts'
import { migrate } from './migrate.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.DATA_DIR ?? './data' },
    port: { type: 'string', default: '8080' },
    host: { type: 'string', default: '127.0.0.1' },
    token: { type: 'string' },
  },
})
const token = values.token ?? process.env.LIBSQL_AUTH_TOKEN
if (!token && !['127.0.0.1', 'localhost', '::1'].includes(values.host)) {
  process.stderr.write('没有启动:对外提供数据库必须设置 --token 或 LIBSQL_AUTH_TOKEN。\n')
  process.exit(1)
}
mkdirSync(values.data, { recursive: true, mode: 0o700 })
const path = join(values.data, 'county.db')
migrate(path, new Date())
const house = hrana(path, { token })
const server = serve({ fetch: house.handle, port: Number(values.port), hostname: values.host }, ({ port }) => {
  process.stdout.write(`数据库已启动  http://${values.host}:${port}  ${token ? '凭令牌访问' : '只限本机,无令牌'}\n`)
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () =>
    server.close(() =>
      house.close().then(
        () => process.exit(0),
        () => process.exit(1),
      ),
    ),
  )
}
