import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLocal } from '../../db/local.ts'
import { migrate } from '../../db/migrate.ts'
import { peopleSeeds } from '../../db/seed/people.ts'
import { townshipSeeds } from '../../db/seed/places.ts'
import { actorOf } from '../../worker/host/actor.ts'
import { diskFiles } from '../../worker/host/disk-files.ts'
import { foundCounty } from '../../worker/host/founding.ts'
import { fillCountyFund, fillFund } from '../../worker/host/seed-fund.ts'
import { readInThread } from '../../worker/host/sheet-thread.ts'
import type { Services } from '../../worker/platform/index.ts'
import { fieldCipher } from '../../worker/platform/index.ts'
import { sandboxAccount, sandboxAddress } from './wechat.ts'

/** The keys that test counties are founded with. */
export const fieldKeys = `k1:${Buffer.alloc(32, 7).toString('base64')}`

const bases = new Map<string, Promise<string>>()

/** A county's file, founded 30 days before `at`: people, policy T1, full funds. Made once a process; whoever wants it copies it. */
export function founded(at: string): Promise<string> {
  const known = bases.get(at) ?? found(at)
  bases.set(at, known)
  return known
}

async function found(at: string): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xianjiu-base-'))
  const path = join(dataDir, 'county.db')
  const start = new Date(Date.parse(at) - 30 * 86_400_000)
  migrate(path, start)
  const services = openCounty(path, dataDir, () => start, [])
  await foundCounty(services, start)
  const until = new Date(at)
  const crew = new Map(await Promise.all(['county-caizheng', 'county-jiuzhu', 'county-lingdao', ...townshipSeeds.flatMap((_, index) => {
    const key = `t${String(index + 1).padStart(2, '0')}`
    return [`${key}-chuna`, `${key}-caizheng`]
  })].map(async (openid) => [openid, await actorOf(services, openid, start, until)] as const)))
  const actor = (openid: string) => {
    const found = crew.get(openid)
    if (!found) throw new Error(openid)
    return found
  }
  await fillCountyFund(actor, start)
  await Promise.all(townshipSeeds.map((township, index) =>
    fillFund({ township, start, county: actor, person: (key) => actor(`t${String(index + 1).padStart(2, '0')}-${key}`) })))
  await services.db.close()
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  return path
}

/** The services of a county's file, with WeChat's sandbox and a clock of the caller's own. */
export function openCounty(path: string, dataDir: string, clock: () => Date, logged: Record<string, unknown>[], patienceMs?: number): Services {
  return {
    db: openLocal(path, patienceMs), clock, files: diskFiles(join(dataDir, 'files')), sheets: readInThread, cipher: fieldCipher(fieldKeys), demo: peopleSeeds,
    wechat: { base: sandboxAddress(), ...sandboxAccount }, log: (line) => {
      logged.push(line)
      if (line.error !== undefined) console.error(line.error)
    },
  }
}
