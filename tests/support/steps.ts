import type { AcceptRequest, MakeGrant, ProposeCounty, SubmitRequest } from '../../worker/contract/index.ts'
import type { Phone, Reply } from './phone.ts'

/** A body that is complete and right; a test says only what matters to it. */
export function ask(change: Partial<SubmitRequest> = {}): SubmitRequest {
  return {
    causeCode: 'INJURY', story: '在工地摔断了胳膊,没有收入', townshipCode: '990101001', village: '河口村', phone: '13900000001', askedFen: 50_000,
    commitmentVersion: '2026-07', ...change,
  }
}

export const payee = { kind: 'card', holder: '王秀兰', bank: '示范县农村信用社', account: '6217009901000000001', relation: 'self' } as const

export function acceptance(change: Partial<AcceptRequest> = {}): AcceptRequest {
  return { kin: 'none', payee, told: 'self', ...change }
}

export function decision(change: Partial<MakeGrant> = {}): MakeGrant {
  return { track: 'small', amountFen: 50_000, channel: 'transfer', reason: '情况属实', ...change }
}

/** The reply's id, or a failure that shows the whole reply. */
export function idOf(reply: Reply, name = 'id'): string {
  const id = reply.body[name]
  if (typeof id !== 'string') throw new Error(`no ${name} in ${reply.status} ${JSON.stringify(reply.body)}`)
  return id
}

/** Asked and accepted: ready for the one confirm. */
export async function acceptedRequest(applicant: Phone, caseworker: Phone, request = ask(), accepted = acceptance()): Promise<string> {
  const id = idOf(await applicant.post('/requests', request))
  const reply = await caseworker.post(`/requests/${id}/acceptance`, accepted)
  if (reply.status !== 201) throw new Error(JSON.stringify(reply.body))
  return id
}

/** The smallest real photo: 1 x 1 PNG. */
export const pixel = Uint8Array.from(Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'))

let letterNumber = 0
/** A letter of delegation for this year and the next, of a number of its own. */
export function letter(townshipCode: string, change: object = {}) {
  letterNumber += 1
  return { number: `测试委托〔2026〕${letterNumber}号`, townshipCode, ceilingFen: 300_000, validFromOn: '2026-09-01', validUntilOn: '2027-12-31', ...change }
}

/** What 县救助股 proposes, complete and right. */
export function forCounty(change: Partial<ProposeCounty> = {}): ProposeCounty {
  return { track: 'urgent', amountFen: 500_000, reason: '大火烧毁住房,拟救助', ...change }
}
