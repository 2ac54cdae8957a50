import { cpSync, renameSync, rmSync } from 'node:fs'
import { startServer } from '../../../worker/host/serve.ts'
import { changedAt, inTurn, newest } from './turn.ts'

const seed = 'dist/seeded'
const sources = ['db', 'worker']
const oldMs = 10 * 60_000

/** What the demo county is started with in every test file. */
export const demo = {
  port: 0, host: '127.0.0.1', demo: true, fieldKeys: null, tickSeconds: 0, wechat: { base: null, appId: null, secret: null },
}

/** Fills an empty folder with the demo county's first day. Seeding costs seconds, a copy of it none. */
export function copySeed(dataDir: string): Promise<void> {
  return inTurn('dist/seeding', async () => {
    const made = changedAt(seed)
    if (made < newest(sources) || Date.now() - made > oldMs) await makeSeed()
    cpSync(seed, dataDir, { recursive: true })
  })
}

async function makeSeed(): Promise<void> {
  const fresh = `${seed}-new`
  for (const folder of [seed, fresh]) rmSync(folder, { recursive: true, force: true })
  const running = await startServer({ ...demo, dataDir: fresh }, { log: () => {} })
  await running.stop()
  renameSync(fresh, seed)
}
