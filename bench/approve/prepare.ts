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

export type Crew = (openid: string) => Actor
export const keyOf = (n: number): string => `t${String((n % townshipSeeds.length) + 1).padStart(2, '0')}`

/** Three days ago a county was founded, its officers hold their posts, its funds are full. */
export async function found(path: string): Promise<{ services: Services; crew: Crew }> {
  const start = new Date(Date.now() - 3 * 86_400_000)
  migrate(path, start)
  const services = benchServices(path)
  await foundCounty(services, start)
  const crew = await crewOf(services, start)
  await Promise.all(
    townshipSeeds.map((township, index) =>
      fillFund({ township, start, county: crew, person: (post) => crew(`${keyOf(index)}-${post}`) }),
    ),
  )
  return { services, crew }
}

/** Everybody signs in at once, for the day. */
export async function crewOf(services: Services, from: Date): Promise<Crew> {
  const until = new Date(Date.now() + 86_400_000)
  const seats = await Promise.all(
    officerSeeds.map(async ({ openid }) => [openid, await actorOf(services, openid, from, until)] as const),
  )
  const crew = new Map(seats)
  return (openid) => {
    const actor = crew.get(openid)
    if (!actor) throw new Error(`nobody is ${openid}`)
    return actor
  }
}

/** A county of full funds and `count` accepted requests, each of its own household, spread over the townships. */
export async function prepareCounty(folder: string, count: number): Promise<Prepared> {
  const path = join(folder, 'prepared.db')
  const { services, crew } = await found(path)
  const prepared = await waiting(crew, count, 0)
  await services.db.close()
  return { path, ...prepared }
}

/** `count` accepted requests more, by people numbered from `first`. */
export async function waiting(crew: Crew, count: number, first: number): Promise<Omit<Prepared, 'path'>> {
  const at = new Date(Date.now() - 7_200_000)
  const numbers = Array.from({ length: count }, (_, n) => first + n)
  const requests = await Promise.all(numbers.map((n) => accepted(crew, n, keyOf(n), at)))
  return { requests, leaders: numbers.map((n) => `${keyOf(n)}-fenguan`) }
}

/** Filed by the coordinator, accepted by the caseworker, both at `at`. */
export async function accepted(crew: Crew, n: number, key: string, at: Date): Promise<string> {
  const open = (action: string) => ({ action, posts: 'anyone' as const })
  const { id } = await crew(`${key}-xieli`)(open('requests.submit'), at, (ctx) =>
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
  await crew(`${key}-jingban`)(open('requests.accept'), at, (ctx) =>
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
