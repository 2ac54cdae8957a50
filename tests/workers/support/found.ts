import { openLocal } from '../../../db/local.ts'
import { migrate } from '../../../db/migrate.ts'
import { townshipSeeds } from '../../../db/seed/places.ts'
import { sandboxAppId, sandboxSecret } from '../../../preview/wechat-sandbox.ts'
import type { Actor } from '../../../worker/host/actor.ts'
import { actorOf } from '../../../worker/host/actor.ts'
import { foundCounty } from '../../../worker/host/founding.ts'
import { allocate, fillFund, signLetter } from '../../../worker/host/seed-fund.ts'
import type { Services } from '../../../worker/platform/index.ts'
import { fieldCipher } from '../../../worker/platform/index.ts'
import { acceptRequest } from '../../../worker/requests/accept.ts'
import { submitRequest } from '../../../worker/requests/submit.ts'
import { acceptance, ask, payee } from '../../support/steps.ts'
import { crowd, fieldKeys, tenGrantsFen } from './settings.ts'

const officers = ['county-caizheng', 'county-jiuzhu', 'county-lingdao', 't01-chuna', 't01-caizheng', 't03-xieli', 't03-jingban']

/** A county on an embedded file, made with the verbs: township 1 has a full fund, township 3 one for ten grants, and a crowd. */
export async function foundTestCounty(path: string): Promise<string> {
  const now = new Date()
  const start = new Date(now.getTime() - 2 * 86_400_000)
  migrate(path, start)
  const services: Services = {
    db: openLocal(path), cipher: fieldCipher(fieldKeys), clock: () => start, demo: null, log: () => {},
    files: { put: async () => {}, get: async () => null }, wechat: { base: '', appId: sandboxAppId, secret: sandboxSecret },
  }
  await foundCounty(services, start)
  const crew = new Map<string, Actor>()
  for (const openid of officers) crew.set(openid, await actorOf(services, openid, start, now))
  const actor = (openid: string) => crew.get(openid) ?? missing(openid)
  const [first = missing('1'), , third = missing('3')] = townshipSeeds
  await fillFund({ township: first, start, county: actor, person: (key) => actor(`t01-${key}`) })
  await signLetter({ township: third, start, county: actor, person: actor })
  await allocate({ township: third, start, county: actor, person: actor }, tenGrantsFen * 10, new Date(start.getTime() + 3_600_000), 'A')
  const at = new Date(now.getTime() - 7_200_000)
  const person = (key: string) => actor(`t03-${key}`)
  await Promise.all(Array.from({ length: crowd }, (_, n) => acceptOne(person, n, at)))
  await services.db.close()
  return path
}

/** One accepted request of a household of its own in township 3. */
async function acceptOne(person: (key: string) => Actor, n: number, at: Date): Promise<void> {
  const posts = { posts: 'anyone' as const }
  const { id } = await person('xieli')({ ...posts, action: 'requests.submit' }, at, (ctx) => submitRequest(ctx, ask({
    townshipCode: '990101003', village: `第${n}组`, name: `张${'一二三四五六七八九十'[n % 10]}`, phone: `137${String(n).padStart(8, '0')}`,
    onBehalf: { relation: 'coordinator' },
  })))
  await person('jingban')({ ...posts, action: 'requests.accept' }, at, (ctx) => acceptRequest(ctx, id, acceptance({
    household: {}, payee: { ...payee, account: `62170000${String(n).padStart(8, '0')}`, relation: 'other', authority: 'letter' },
  })))
}

function missing(name: string): never {
  throw new Error(`the test county has no ${name}`)
}
