/**
 * `npm run dev:worker`: the Workers host on this machine, without account or network. The demo county in `DATA_DIR` is
 * made where there is none, served as a libSQL server beside a WeChat sandbox, and `wrangler dev` runs on top of both.
 * Builds the desk where `dist/desk` is missing; `npm run build` makes it anew.
 */
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { hrana } from '../db/hrana.ts'
import { peopleSeeds } from '../db/seed/people.ts'
import { CannotStart } from '../worker/host/cannot-start.ts'
import { readConfig } from '../worker/host/config.ts'
import { openCounty } from '../worker/host/county.ts'
import { demoKeys } from '../worker/host/keys.ts'
import { buildDesk } from './build/desk.ts'
import { sandboxAppId, sandboxSecret, wechatSandbox } from './wechat-sandbox.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const wrangler = createRequire(import.meta.url).resolve('wrangler')

type Outside = { url: string; token: string; fieldKeys: string; close(): Promise<void> }

/** What a Worker has outside of itself: its county's database and WeChat, behind one address. */
async function openOutside(): Promise<Outside> {
  const config = readConfig({ DATA_DIR: process.env.DATA_DIR, FIELD_KEYS: process.env.FIELD_KEYS, DEMO: '1' })
  const wechat = { base: '', appId: sandboxAppId, secret: sandboxSecret }
  const log = (line: Record<string, unknown>) => process.stdout.write(`${JSON.stringify(line)}\n`)
  const made = await openCounty({ dataDir: config.dataDir, demo: true, fieldKeys: config.fieldKeys, wechat, clock: () => new Date(), log })
  await made.db.close()
  const token = randomBytes(24).toString('base64url')
  const database = hrana(join(config.dataDir, 'county.db'), { token })
  const houses = new Hono()
  houses.route('/wechat-sandbox', wechatSandbox({ people: peopleSeeds }))
  houses.all('*', (http) => database.handle(http.req.raw))
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const server = serve({ fetch: houses.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve({ server, port }))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    fieldKeys: config.fieldKeys ?? demoKeys(config.dataDir, false),
    close: async () => {
      server.close()
      await database.close()
    },
  }
}

/** `wrangler dev` in a process group of its own: it leaves workerd behind when only itself is told to stop. */
function startWrangler({ url, token, fieldKeys }: Outside, port: number, folder: string): ChildProcess {
  const secrets = join(folder, 'secrets.env')
  const given = {
    LIBSQL_URL: url,
    LIBSQL_AUTH_TOKEN: token,
    FIELD_KEYS: fieldKeys,
    WECHAT_BASE: `${url}/wechat-sandbox`,
    WECHAT_APPID: sandboxAppId,
    WECHAT_SECRET: sandboxSecret,
  }
  writeFileSync(secrets, Object.entries(given).map(([name, value]) => `${name}="${value}"\n`).join(''), { mode: 0o600 })
  return spawn(
    process.execPath,
    [
      join(wrangler, '../../bin/wrangler.js'), 'dev', '--port', String(port), '--ip', '127.0.0.1', '--inspector-port', '0',
      '--env-file', secrets, '--persist-to', join(folder, 'state'), '--show-interactive-dev-session=false', '--log-level', 'warn',
    ],
    {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false', WRANGLER_LOG_PATH: join(folder, 'logs') },
    },
  )
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function ready(url: string, worker: ChildProcess): Promise<void> {
  while (worker.exitCode === null && worker.signalCode === null) {
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.status === 200) return
    await pause(100)
  }
  throw new CannotStart('wrangler dev 没有起来,原因见上。')
}

async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'xianjiu-worker-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const outside = await openOutside()
  if (!existsSync(join(root, 'dist/desk'))) await buildDesk(root)
  const port = process.env.PORT === '0' ? await freePort() : Number(process.env.PORT ?? 8788)
  const worker = startWrangler(outside, port, folder)
  const stop = () => {
    if (worker.pid !== undefined && worker.exitCode === null) process.kill(-worker.pid, 'SIGTERM')
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)
  worker.once('close', () => void outside.close().then(() => process.exit()))
  const url = `http://127.0.0.1:${port}`
  await ready(url, worker).catch((error: unknown) => {
    stop()
    throw error
  })
  process.stdout.write(`先救已在 Workers 上启动(本机)\n  财务工作台  ${url}/desk\n  接口        ${url}/api/openapi.json\n  演示县,人物都是虚构的\n`)
}

await run().catch((error: unknown) => {
  process.stderr.write(`没有启动:${error instanceof CannotStart ? error.message : String(error)}\n`)
  process.exitCode = 1
})
