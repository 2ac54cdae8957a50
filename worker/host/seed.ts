import { officerSeeds } from '../../db/seed/people.ts'
import { townshipSeeds } from '../../db/seed/places.ts'
import type { Services } from '../platform/index.ts'
import type { Actor } from './actor.ts'
import { actorOf } from './actor.ts'
import { foundCounty } from './founding.ts'
import { fillCountyFund, fillFund } from './seed-fund.ts'
import { livePast } from './seed-past.ts'

/** Six months of a county's life before its first start, made by calling the verbs: every chain is true. */
export async function seedDemo(services: Services, now: Date): Promise<void> {
  const start = new Date(now.getTime() - 185 * 86_400_000)
  await foundCounty(services, start)
  const crew = new Map<string, Actor>()
  for (const { openid } of officerSeeds) crew.set(openid, await actorOf(services, openid, start, now))
  const actor = (openid: string): Actor => crew.get(openid) ?? missing(openid)
  await fillCountyFund(actor, start)
  await Promise.all(
    townshipSeeds.map(async (township, index) => {
      const person = (key: string) => actor(`t${String(index + 1).padStart(2, '0')}-${key}`)
      await fillFund({ township, person, county: actor, start })
      await livePast({ township, index, person, county: actor, start, now })
    }),
  )
}

function missing(openid: string): never {
  throw new Error(`the seed knows nobody called ${openid}`)
}
