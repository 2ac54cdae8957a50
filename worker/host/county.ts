import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openLocal } from '../../db/local.ts'
import { migrate } from '../../db/migrate.ts'
import { peopleSeeds } from '../../db/seed/people.ts'
import type { Clock, Services, WeChat } from '../platform/index.ts'
import { fieldCipher, statement } from '../platform/index.ts'
import { diskFiles } from './disk-files.ts'
import { demoKeys } from './keys.ts'
import { seedDemo } from './seed.ts'

export type Opening = {
  dataDir: string
  demo: boolean
  /** `k1:BASE64,...`; null lets a demo make its own. */
  fieldKeys: string | null
  wechat: WeChat
  clock: Clock
  log: Services['log']
}

/** Opens the county in `dataDir`: migrates, seeds an empty demo, and says so in the log. */
export async function openCounty({ dataDir, demo, fieldKeys, wechat, clock, log }: Opening): Promise<Services> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'county.db')
  const ran = migrate(path, clock())
  const db = openLocal(path)
  const [counties = []] = await db.read([statement('SELECT demo FROM county')])
  const isDemo = counties[0] ? counties[0].demo === 1 : demo
  if (isDemo && !demo) throw new Error('这个数据目录是演示数据,不能用 DEMO=0 打开。')
  const services: Services = {
    db,
    clock,
    wechat,
    log,
    files: diskFiles(join(dataDir, 'files')),
    cipher: fieldCipher(fieldKeys ?? demoKeys(dataDir)),
    demo: isDemo ? peopleSeeds : null,
  }
  if (isDemo && !counties[0]) {
    const from = performance.now()
    await seedDemo(services, clock())
    log({ did: 'seeded the demo county', ms: Math.round(performance.now() - from), migrations: ran })
  }
  return services
}
