import { townshipSeeds } from '../../db/seed/places.ts'
import { acceptExplanation } from '../../worker/explanations/accept.ts'
import { decideGrant } from '../../worker/grants/decide.ts'
import { payPayout } from '../../worker/grants/pay.ts'
import { sendPayout } from '../../worker/grants/send.ts'
import { allocate } from '../../worker/host/seed-fund.ts'
import { beijingDay } from '../../worker/platform/index.ts'
import type { Crew } from '../approve/prepare.ts'
import { accepted, found, keyOf } from '../approve/prepare.ts'

/** A lived case: which request, in whose fund, and the strings that another case has otherwise. */
export type Lived = { requestId: string; fundCode: string; chain: string; serial: string }

const enough = 900_000_000_000
const hour = 3_600_000
const open = (action: string) => ({ action, posts: 'anyone' as const })

/** Founds a county in `path` whose funds hold enough for all that comes, and lives one small grant in each township. */
export async function liveCases(path: string): Promise<Lived[]> {
  const yesterday = beijingDay(new Date(Date.now() - 86_400_000))
  const at = new Date(Date.parse(`${yesterday}T00:00:00Z`))
  const { crew, services } = await found(path)
  const lived: Lived[] = []
  for (const [index, township] of townshipSeeds.entries()) {
    const stage = { township, start: at, county: crew, person: (post: string) => crew(`${keyOf(index)}-${post}`) }
    await allocate(stage, enough, new Date(at.getTime() - 3 * hour), 'B')
    const serial = `TX${keyOf(index)}0000000`
    const requestId = await closed(crew, index, at, serial)
    lived.push({ requestId, fundCode: `F${township.code}`, chain: township.code, serial })
  }
  await services.db.close()
  return lived
}

async function closed(crew: Crew, index: number, at: Date, serial: string): Promise<string> {
  const key = keyOf(index)
  const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
  const requestId = await accepted(crew, index, key, at)
  const { grantId } = await crew(`${key}-fenguan`)(open('grants.decide'), later(1), (ctx) =>
    decideGrant(ctx, requestId, { track: 'small', amountFen: 1_000, channel: 'transfer', reason: '情况属实,同意救助' }),
  )
  await crew(`${key}-chuna`)(open('grants.send'), later(2), (ctx) => sendPayout(ctx, grantId, 1))
  await crew(`${key}-chuna`)(open('grants.pay'), later(3), (ctx) =>
    payPayout(ctx, grantId, 1, { bankSerial: serial, paidOn: beijingDay(at) }),
  )
  await crew(`${key}-caizheng`)(open('explanations.accept'), later(4), (ctx) => acceptExplanation(ctx, grantId))
  return requestId
}
