import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openLocal } from '../../db/local.ts'
import { migrate } from '../../db/migrate.ts'
import { demoPin, peopleSeeds } from '../../db/seed/people.ts'
import type { Cipher, Clock, Database, Services, WeChat } from '../platform/index.ts'
import { openRekeying } from '../oversight/rekey.ts'
import { canarySings, fieldCipher, statement } from '../platform/index.ts'
import { CannotStart, folderProblem } from './cannot-start.ts'
import { diskFiles } from './disk-files.ts'
import { demoKeys } from './keys.ts'
import { seedBeside } from './seed-beside.ts'
import { readInThread } from './sheet-thread.ts'
import { steadyClock } from './steady-clock.ts'

export type Opening = {
  dataDir: string
  demo: boolean
  /** `k1:BASE64,...`; null lets a demo make its own. */
  fieldKeys: string | null
  suite?: 'aes' | 'sm'
  wechat: WeChat
  clock: Clock
  log: Services['log']
}

/** Opens the county in `dataDir`: makes a demo where there is nothing yet, migrates, and holds it against the settings. */
export async function openCounty(opening: Opening): Promise<Services> {
  const path = join(opening.dataDir, 'county.db')
  try {
    if (!statSync(path, { throwIfNoEntry: false })) await (opening.demo ? makeDemo(opening, path) : makeRoom(opening, path))
    bringUp(path, opening.clock())
    const db = openLocal(path)
    try {
      const cipher = await requireFit(opening, db)
      return servicesOf({ ...opening, clock: await steady(opening, db) }, db, cipher)
    } catch (error) {
      await db.close()
      throw error
    }
  } catch (error) {
    throw folderProblem(error, opening.dataDir)
  }
}

async function makeDemo(opening: Opening, path: string): Promise<void> {
  const { dataDir, fieldKeys, clock, log, suite } = opening
  makeRoom(opening, path)
  const from = performance.now()
  const cipher = fieldCipher(fieldKeys ?? demoKeys(dataDir, true, suite))
  await seedBeside(path, clock(), (draft) => servicesOf(opening, openLocal(draft), cipher))
  log({ did: 'seeded the demo county', ms: Math.round(performance.now() - from) })
}

/** A real county begins with an empty file: its set-up page fills it (setup/house.ts). */
function makeRoom({ dataDir }: Opening, path: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
    throw new CannotStart('DATA_DIR 里有 county.db-wal 却没有 county.db,请先找回它。')
}

/** Whether there is a county in the file; a real one is founded on its set-up page. */
export async function isFounded({ db }: Services): Promise<boolean> {
  const [counties = []] = await db.read([statement('SELECT 1 FROM county')])
  return counties.length > 0
}

function bringUp(path: string, now: Date): void {
  try {
    migrate(path, now)
  } catch (error) {
    if (!(error instanceof Error) || 'code' in error) throw error
    throw new CannotStart(`county.db 不是这一版程序的数据(DATA_DIR):${error.message}`, { cause: error })
  }
}

async function steady({ clock, log }: Opening, db: Database): Promise<Clock> {
  const [rows = []] = await db.read([statement('SELECT at FROM journal ORDER BY id DESC LIMIT 1')])
  return steadyClock(clock, rows[0] ? new Date(String(rows[0].at)) : null, (ms) => log({ did: 'the clock was set back', ms }))
}

/** The settings must fit the county: demo or not, and its own keys, which are returned. */
async function requireFit({ dataDir, demo, fieldKeys, suite }: Opening, db: Database): Promise<Cipher> {
  const [counties = [], rekeying = []] = await db.read([statement('SELECT demo, canary FROM county'), openRekeying])
  const county = counties[0]
  if (!county && !demo) return fieldCipher(fieldKeys ?? '')
  if (!county) throw new CannotStart(`${dataDir} 里的 county.db 没有县。请给 DATA_DIR 换一个空文件夹。`)
  if (county.demo === 1 && !demo) throw new CannotStart('这个数据目录是演示数据,不能用 DEMO=0 打开。')
  if (county.demo === 0 && demo) throw new CannotStart('这个数据目录是真实的县,不能当演示打开。请设 DEMO=0。')
  if (rekeying.length > 0) throw new CannotStart('换密钥还没有做完。请先运行 npm run rekey -- --data 数据目录,做完再启动。')
  const keys = fieldKeys ?? demoKeys(dataDir, false)
  if (suite !== undefined && keys.startsWith('s') !== (suite === 'sm'))
    throw new CannotStart(`这个县现在用 ${keys.split(':')[0] ?? ''} 封存,不是 CRYPTO_SUITE=${suite}。请改回来,或用 npm run rekey 换。`)
  const cipher = fieldCipher(keys)
  if (canarySings(cipher, String(county.canary))) return cipher
  throw new CannotStart('FIELD_KEYS 不是这个县的密钥,或少了一把,或顺序变了。没有动数据。')
}

function servicesOf({ demo, wechat, clock, log, dataDir }: Opening, db: Database, cipher: Cipher): Services {
  return { db, cipher, clock, wechat, log, files: diskFiles(join(dataDir, 'files')), sheets: readInThread, ...(demo ? { demo: peopleSeeds, demoPin } : { demo: null }) }
}
