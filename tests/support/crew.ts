import type { AcceptRequest, MakeGrant, SubmitRequest } from '../../worker/contract/index.ts'
import type { TestCounty } from './county.ts'
import { fundCode } from './county.ts'
import type { Phone } from './phone.ts'
import { acceptance, acceptedRequest, ask, decision, idOf, payee, pixel } from './steps.ts'

const posts = {
  coordinator: 'xieli',
  grid: 'wangge',
  caseworker: 'jingban',
  reviewer: 'caizheng',
  cashier: 'chuna',
  deputy: 'fenguan',
  leader: 'zhuyao',
} as const

/** The officers of one township, signed in, and what they do all day. */
export type Crew = Record<keyof typeof posts, Phone> & {
  county: TestCounty
  township: string
  fund: string
  /** Filed for somebody new, and accepted: nobody's household, nobody's number. */
  accepted(change?: Partial<SubmitRequest>, how?: Partial<AcceptRequest>): Promise<string>
  /** Accepted, and reported to the county. */
  escalated(): Promise<string>
  granted(wish?: Partial<MakeGrant>, change?: Partial<SubmitRequest>): Promise<Case>
  sent(wish?: Partial<MakeGrant>, change?: Partial<SubmitRequest>): Promise<Case>
  paid(wish?: Partial<MakeGrant>, change?: Partial<SubmitRequest>): Promise<Case>
  /** The cashier wants to draw cash: the proposal's path. */
  proposed(order?: object): Promise<string>
  /** Cash handed over with a slip; the second officer has not signed yet. */
  handed(): Promise<Case>
}
export type Case = { request: string; grant: string; payout: string }

export async function crewOf(county: TestCounty, number = 1): Promise<Crew> {
  const key = `t${String(number).padStart(2, '0')}`
  const phones = await Promise.all(
    Object.entries(posts).map(async ([name, post]) => [name, await county.phone(`${key}-${post}`)] as const),
  )
  const crew = Object.fromEntries(phones) as Record<keyof typeof posts, Phone>
  const township = `990101${String(number).padStart(3, '0')}`
  const fund = fundCode(number)
  const accepted: Crew['accepted'] = (change, how) =>
    acceptedRequest(crew.coordinator, crew.caseworker, forSomebody(township, change), acceptance({ payee: ownAccount(), ...how }))
  const escalated = async () => {
    const request = await accepted({ askedFen: 500_000 })
    await done(crew.deputy.post(`/requests/${request}/escalation`, { code: 'OVER_CEILING', reason: '超过乡镇上限' }))
    return request
  }
  const granted: Crew['granted'] = async (wish, change) => {
    const request = await accepted(change)
    const grant = idOf(await done(crew.deputy.post(`/requests/${request}/grant`, decision(wish))), 'grantId')
    return { request, grant, payout: `/grants/${grant}/payouts/1` }
  }
  const sent: Crew['sent'] = async (wish, change) => {
    const file = await granted(wish, change)
    await done(crew.cashier.post(`${file.payout}/sending`, {}))
    return file
  }
  const paid: Crew['paid'] = async (wish, change) => {
    const file = await sent(wish, change)
    await done(crew.cashier.post(`${file.payout}/payment`, { bankSerial: file.grant.slice(-20) }))
    return file
  }
  const handed = async () => {
    const file = await granted({ channel: 'cash' })
    slips += 1
    const slipEvidenceId = idOf(await crew.cashier.photo(Uint8Array.from([...pixel, slips % 256, slips >> 8])), 'evidenceId')
    await done(crew.cashier.post(`${file.payout}/payment`, { slipEvidenceId }))
    return file
  }
  const proposed: Crew['proposed'] = async (order) => {
    const body = { amountFen: 1_000, bankSerial: 'QX-0928-01', reason: '备现金', ...order }
    const reply = await done(crew.cashier.post(`/funds/${fund}/withdrawals`, body))
    return `/funds/${fund}/proposals/${idOf(reply, 'proposalId')}`
  }
  return { ...crew, county, township, fund, accepted, escalated, granted, sent, paid, handed, proposed }
}

let groups = 0
let accounts = 0

/** A card of nobody else: one account takes the money of two households at most (N-42). */
export function ownAccount() {
  accounts += 1
  return { ...payee, account: `62170099020${String(accounts).padStart(8, '0')}` }
}
let slips = 0

/** Each is a 王秀兰 of another group of the village: of one name with the card, nobody's look-alike. */
export function forSomebody(township: string, change: Partial<SubmitRequest> = {}): SubmitRequest {
  groups += 1
  return ask({
    townshipCode: township,
    village: `河口村${groups}组`,
    name: payee.holder,
    phone: undefined,
    onBehalf: { relation: 'coordinator', reason: '他没有手机' },
    ...change,
  })
}

/** The answer of an act that must have worked. */
export async function done<Answer extends { status: number; body: unknown }>(act: Promise<Answer>): Promise<Answer> {
  const reply = await act
  if (reply.status >= 400) throw new Error(JSON.stringify(reply.body))
  return reply
}
