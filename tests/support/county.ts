import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createApp } from '../../worker/app.ts'
import type { PostKind } from '../../worker/contract/index.ts'
import type { Row, Services } from '../../worker/platform/index.ts'
import { founded, openCounty } from './founded.ts'
import { Phone } from './phone.ts'
import { nobodyIsAsked } from './second.ts'

export { fieldKeys } from './founded.ts'

/** A county of a test's own: people, policy T1, full funds, no past. Its clock stands still until it is set. */
export type TestCounty = {
  services: Services
  path: string
  dataDir: string
  app: ReturnType<typeof createApp>
  logged: Record<string, unknown>[]
  setClock(at: string | Date): void
  /** A phone signed in as the person of this openid, through WeChat's sandbox. */
  phone(openid: string): Promise<Phone>
  /** Gives a seeded person one more post, from before now. */
  appoint(openid: string, kind: PostKind, township: string | null): Promise<void>
  /** Ends every post of a person now. */
  dismiss(openid: string): Promise<void>
  rows(sql: string, ...args: (string | number | null)[]): Promise<Row[]>
  /** Everything in the township's fund that may be spent by transfer, in fen. */
  available(township?: number): Promise<number>
}

/** 12 townships take a second to fill once; every test then copies the file (1.4 ms), or one `from` that has a past. */
export async function newCounty(at = '2026-09-28T02:00:00.000Z', patienceMs = 8_000, from?: Promise<string>): Promise<TestCounty> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xianjiu-'))
  const path = join(dataDir, 'county.db')
  copyFileSync(await (from ?? founded(at)), path)
  let now = new Date(at)
  const logged: Record<string, unknown>[] = []
  const services = openCounty(path, dataDir, () => now, logged, patienceMs)
  const app = createApp({ services: () => services, checkAnswers: true })
  onTestFinished(async () => {
    await services.db.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const rows = async (sql: string, ...args: (string | number | null)[]) => (await services.db.read([{ sql, args }]))[0] ?? []
  const write = (sql: string, ...args: (string | number | null)[]) =>
    services.db.write([], () => ({ answer: undefined, statements: [{ sql, args }] }))
  const personOf = async (openid: string) => {
    const index = services.cipher.index('openid', `${services.wechat.appId}:${openid}`)
    return String((await rows('SELECT id FROM persons WHERE openid_index = ?', index))[0]?.id)
  }
  await nobodyIsAsked(services)
  const post = `INSERT INTO posts (id, person_id, kind, township_code, from_at, journal_id)
    SELECT ?1 || '.' || ?2, ?1, ?2, ?3, opened_at, (SELECT id FROM journal LIMIT 1) FROM county`
  const end = 'UPDATE posts SET until_at = ? WHERE person_id = ? AND until_at IS NULL'
  return {
    services, path, dataDir, app, logged, rows,
    appoint: async (openid, kind, township) => write(post, await personOf(openid), kind, township),
    dismiss: async (openid) => write(end, now.toISOString(), await personOf(openid)),
    setClock: (to) => { now = new Date(to) },
    phone: (openid) => Phone.signIn((request) => app.fetch(request), openid),
    available: async (township = 1) => Number((await rows(
      "SELECT fen FROM balances WHERE fund_code = ? AND place = 'bank.available'", fundCode(township)))[0]?.fen),
  }
}

export function fundCode(township = 1): string {
  return `F990101${String(township).padStart(3, '0')}`
}
