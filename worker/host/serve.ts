import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { createApp } from '../app.ts'
import type { Clock, Services } from '../platform/index.ts'
import type { Task } from '../rounds/index.ts'
import { countyTasks } from '../rounds/index.ts'
import type { Config } from './config.ts'
import { folderProblem } from './cannot-start.ts'
import { checkpointing, checkpointTask } from './checkpointing.ts'
import { isFounded, openCounty } from './county.ts'
import { healthRoutes } from './health.ts'
import { heed } from './heed.ts'
import { listen } from './listen.ts'
import { missing, pages } from './pages.ts'
import { nightlyBackup } from './nightly-backup.ts'
import { nightlyVerify } from './nightly-verify.ts'
import { preparing } from './preparing.ts'
import { setupHouse } from './setup/house.ts'
import { startTimer } from './timer.ts'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const weChatApi = 'https://api.weixin.qq.com'

/** `founded` false: a real county's first start, its set-up page is what answers. */
export type Running = { url: string; services: Services; founded: boolean; stop(): Promise<void> }
export type Extras = { clock?: Clock; log?: Services['log']; checkAnswers?: boolean; printCode?: (code: string) => void }

/** Listens, opens the county, then answers. In a demo also: the WeChat sandbox, `/phone`, the person switcher. */
export async function startServer(config: Config, extras: Extras = {}): Promise<Running> {
  const clock = extras.clock ?? (() => new Date())
  const log = extras.log ?? ((line) => process.stdout.write(`${JSON.stringify(line)}\n`))
  const preview = config.demo ? await import('../../preview/wechat-sandbox.ts') : null
  const door = await listen(preparing(clock), config)
  try {
    const { dataDir, demo, fieldKeys, suite } = config
    const wechat = {
      base: config.wechat.base ?? (demo ? `${door.url}/wechat-sandbox` : weChatApi),
      appId: config.wechat.appId ?? preview?.sandboxAppId ?? '',
      secret: config.wechat.secret ?? preview?.sandboxSecret ?? '',
    }
    const services = await openCounty({ dataDir, demo, fieldKeys, ...(suite ? { suite } : {}), wechat, clock, log })
    let timer: { stop(): Promise<void> } | null = null
    const work = async () => {
      door.answerWith(await houseOf(services, extras.checkAnswers ?? false))
      timer = startTimer(services, tasksOf(config), config.tickSeconds)
    }
    const ready = await isFounded(services)
    if (ready) await work()
    else door.answerWith(setupHouse({ services, folder: `${dist}setup`, print: extras.printCode ?? printCode, founded: work }))
    const stop = async () => {
      await Promise.all([door.close(), timer?.stop()])
      await services.db.close()
    }
    return { url: door.url, services, founded: ready, stop }
  } catch (error) {
    await door.close()
    throw folderProblem(error, config.dataDir)
  }
}

const printCode = (code: string): void => {
  process.stdout.write(`设置码 ${code.replace(/(\d{4})(?=\d)/g, '$1 ')}\n`)
}

/** A file is verified before it is backed up. */
function tasksOf(config: Config): Task[] {
  return [...countyTasks, checkpointTask(checkpointing(config)), nightlyVerify(config, heed), nightlyBackup(config)]
}

async function houseOf(services: Services, checkAnswers: boolean): Promise<Hono> {
  const root = new Hono()
  root.route('/', createApp({ services: () => services, checkAnswers }))
  root.route('/', healthRoutes(services))
  if (services.demo) await mountDemo(root, services)
  root.route('/', pages('/desk', `${dist}desk`))
  root.route('/', pages('', `${dist}start`))
  root.notFound(() => missing())
  return root
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
