import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import type { ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { createApp } from '../app.ts'
import type { Clock, Services } from '../platform/index.ts'
import type { Config } from './config.ts'
import { openCounty } from './county.ts'
import { healthRoutes } from './health.ts'
import { pages } from './pages.ts'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const weChatApi = 'https://api.weixin.qq.com'

export type Running = { url: string; services: Services; stop(): Promise<void> }
export type Extras = { clock?: Clock; log?: Services['log']; checkAnswers?: boolean }

/** Opens the county and listens. In a demo also: the WeChat sandbox, `/phone`, the person switcher. */
export async function startServer(config: Config, extras: Extras = {}): Promise<Running> {
  const clock = extras.clock ?? (() => new Date())
  const log = extras.log ?? ((line) => process.stdout.write(`${JSON.stringify(line)}\n`))
  const preview = config.demo ? await import('../../preview/wechat-sandbox.ts') : null
  const wechat = {
    base: config.wechat.base ?? weChatApi,
    appId: config.wechat.appId ?? preview?.sandboxAppId ?? '',
    secret: config.wechat.secret ?? preview?.sandboxSecret ?? '',
  }
  const services = await openCounty({
    dataDir: config.dataDir,
    demo: config.demo,
    fieldKeys: config.fieldKeys,
    wechat,
    clock,
    log,
  })
  const root = new Hono()
  root.route('/', createApp({ services: () => services, checkAnswers: extras.checkAnswers ?? false }))
  root.route('/', healthRoutes(services))
  if (services.demo) await mountDemo(root, services)
  root.route('/', pages('/desk', `${dist}desk`))
  root.route('/', pages('', `${dist}start`))
  const { server, url } = await listen(root, config)
  if (config.demo && !config.wechat.base) wechat.base = `${url}/wechat-sandbox`
  return { url, services, stop: () => stop(server, services) }
}

async function mountDemo(root: Hono, services: Services): Promise<void> {
  const { wechatSandbox } = await import('../../preview/wechat-sandbox.ts')
  const { previewRoutes } = await import('../../preview/serve.ts')
  root.route(
    '/wechat-sandbox',
    wechatSandbox({
      people: services.demo ?? [],
      now: () => services.clock().getTime(),
      appid: services.wechat.appId,
      secret: services.wechat.secret,
    }),
  )
  root.route('/', previewRoutes())
}

function listen(root: Hono, { port, host }: Config): Promise<{ server: ServerType; url: string }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: root.fetch, port, hostname: host }, (address) =>
      resolve({ server, url: `http://${host}:${address.port}` }),
    )
    server.once('error', reject)
  })
}

/** In-flight requests finish, then the database closes: under ten seconds. */
async function stop(server: ServerType, services: Services): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    setTimeout(() => ('closeAllConnections' in server ? server.closeAllConnections() : undefined), 8_000).unref()
  })
  await services.db.close()
}
