import { join } from 'node:path'
import { openLocal } from '../../db/local.ts'
import { migrate } from '../../db/migrate.ts'
import { officerSeeds, peopleSeeds } from '../../db/seed/people.ts'
import { townshipSeeds } from '../../db/seed/places.ts'
import { sandboxAppId, sandboxSecret } from '../../preview/wechat-sandbox.ts'
import type { Actor } from '../../worker/host/actor.ts'
import { actorOf } from '../../worker/host/actor.ts'
import { foundCounty } from '../../worker/host/founding.ts'
import { fillFund } from '../../worker/host/seed-fund.ts'
import type { Services } from '../../worker/platform/index.ts'
import { fieldCipher } from '../../worker/platform/index.ts'
import { acceptRequest } from '../../worker/requests/accept.ts'
import { submitRequest } from '../../worker/requests/submit.ts'

export const fieldKeys = `k1:${Buffer.alloc(32, 9).toString('base64')}`
/** `requests[n]` waits for the leader `leaders[n]`. */
export type Prepared = { path: string; requests: string[]; leaders: string[] }

export function benchServices(path: string, clock = () => new Date()): Services {
  return {
    db: openLocal(path),
    clock,
    cipher: fieldCipher(fieldKeys),
    demo: peopleSeeds,
    log: () => {},
    files: { put: async () => {}, get: async () => null },
    wechat: { base: 'http://127.0.0.1', appId: sandboxAppId, secret: sandboxSecret },
  }
}

/** A county of full funds and `count` accepted requests, each of its own household, spread over the townships. */
export async function prepareCounty(folder: string, count: number): Promise<Prepared> {
  const path = join(folder, 'prepared.db')
  const start = new Date(Date.now() - 3 * 86_400_000)
  migrate(path, start)
  const services = benchServices(path)
  await foundCounty(services, start)
  const crew = new Map<string, Actor>()
  for (const { openid } of officerSeeds)
    crew.set(openid, await actorOf(services, openid, start, new Date(Date.now() + 86_400_000)))
  const actor = (openid: string): Actor =>
    crew.get(openid) ??
    (() => {
      throw new Error(openid)
    })()
  const key = (n: number) => `t${String((n % townshipSeeds.length) + 1).padStart(2, '0')}`
  await Promise.all(
    townshipSeeds.map((township, index) =>
      fillFund({ township, start, county: actor, person: (post) => actor(`${key(index)}-${post}`) }),
    ),
  )
  const requests = await Promise.all(Array.from({ length: count }, (_, n) => accepted(n, key(n), actor)))
  await services.db.close()
  return { path, requests, leaders: requests.map((_, n) => `${key(n)}-fenguan`) }
}

async function accepted(n: number, key: string, actor: (openid: string) => Actor): Promise<string> {
  const open = (action: string) => ({ action, posts: 'anyone' as const })
  const at = new Date(Date.now() - 7_200_000)
  const { id } = await actor(`${key}-xieli`)(open('requests.submit'), at, (ctx) =>
    submitRequest(ctx, {
      causeCode: 'INJURY',
      story: '在工地摔断了胳膊,没有收入',
      townshipCode: `990101${key.slice(1).padStart(3, '0')}`,
      village: `第${n}村`,
      name: '张三',
      phone: `137${String(n).padStart(8, '0')}`,
      askedFen: 1_000,
      commitmentVersion: '2026-07',
      onBehalf: { relation: 'coordinator' },
    }),
  )
  await actor(`${key}-jingban`)(open('requests.accept'), at, (ctx) =>
    acceptRequest(ctx, id, {
      kin: 'none',
      household: {},
      payee: {
        kind: 'card',
        holder: '张三',
        bank: '示范县农村信用社',
        account: `62170000${String(n).padStart(8, '0')}`,
        relation: 'self',
      },
    }),
  )
  return id
}
