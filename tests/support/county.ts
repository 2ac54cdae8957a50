import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openLocal } from '../../db/local.ts'
import { migrate } from '../../db/migrate.ts'
import { peopleSeeds } from '../../db/seed/people.ts'
import { townshipSeeds } from '../../db/seed/places.ts'
import { createApp } from '../../worker/app.ts'
import { actorOf } from '../../worker/host/actor.ts'
import { diskFiles } from '../../worker/host/disk-files.ts'
import { foundCounty } from '../../worker/host/founding.ts'
import { fillFund } from '../../worker/host/seed-fund.ts'
import type { PostKind } from '../../worker/contract/index.ts'
import type { Row, Services } from '../../worker/platform/index.ts'
import { fieldCipher } from '../../worker/platform/index.ts'
import { Phone } from './phone.ts'
import { sandboxAccount, sandboxAddress } from './wechat.ts'

/** The keys that test counties are founded with. */
export const fieldKeys = `k1:${Buffer.alloc(32, 7).toString('base64')}`

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

/** 12 townships take a second to fill once; every test then copies the file (1.4 ms). */
export async function newCounty(at = '2026-09-28T02:00:00.000Z', patienceMs = 8_000): Promise<TestCounty> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xianjiu-'))
  const path = join(dataDir, 'county.db')
  copyFileSync(await base(at), path)
  let now = new Date(at)
  const logged: Record<string, unknown>[] = []
  const services = open(path, dataDir, () => now, logged, patienceMs)
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

const bases = new Map<string, Promise<string>>()

function base(at: string): Promise<string> {
  const known = bases.get(at) ?? found(at)
  bases.set(at, known)
  return known
}

async function found(at: string): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xianjiu-base-'))
  const path = join(dataDir, 'county.db')
  const start = new Date(Date.parse(at) - 30 * 86_400_000)
  migrate(path, start)
  const services = open(path, dataDir, () => start, [])
  await foundCounty(services, start)
  const until = new Date(at)
  const crew = new Map(await Promise.all(['county-caizheng', 'county-jiuzhu', ...townshipSeeds.flatMap((_, index) => {
    const key = `t${String(index + 1).padStart(2, '0')}`
    return [`${key}-chuna`, `${key}-caizheng`]
  })].map(async (openid) => [openid, await actorOf(services, openid, start, until)] as const)))
  const actor = (openid: string) => {
    const found = crew.get(openid)
    if (!found) throw new Error(openid)
    return found
  }
  await Promise.all(townshipSeeds.map((township, index) =>
    fillFund({ township, start, county: actor, person: (key) => actor(`t${String(index + 1).padStart(2, '0')}-${key}`) })))
  await services.db.close()
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  return path
}

function open(path: string, dataDir: string, clock: () => Date, logged: Record<string, unknown>[], patienceMs?: number): Services {
  return {
    db: openLocal(path, patienceMs), clock, files: diskFiles(join(dataDir, 'files')), cipher: fieldCipher(fieldKeys), demo: peopleSeeds,
    wechat: { base: sandboxAddress(), ...sandboxAccount }, log: (line) => {
      logged.push(line)
      if (line.error !== undefined) console.error(line.error)
    },
  }
}
