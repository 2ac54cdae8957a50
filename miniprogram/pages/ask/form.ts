/** The form as typed, what is wrong with it, and the body it becomes. The server judges again. */
import type { Fault } from '../../walk/faults.ts'
import { currentCommitment, type CommitmentVersion } from '../../../worker/contract/commitment.ts'
import { currentNotice } from '../../../worker/contract/notices.ts'
import { parseYuan } from '../../../worker/contract/money.ts'
import type { SubmitRequest } from '../../../worker/contract/requests.ts'
import type { CauseCode, ProxyRelation } from '../../../worker/contract/terms.ts'
import { askFaults } from '../../labels/ask.ts'
import { plainDigits } from '../../typed/digits.ts'

export interface Ask {
  causeCode: CauseCode | ''
  story: string
  phone: string
  townshipCode: string
  village: string
  name: string
  asked: string
  agreed: boolean
  /** The notice was read, the separate consent given; neither is needed to send. */
  privacy: boolean
  sensitive: boolean
  relation: ProxyRelation | ''
  why: string
}

export const blankAsk: Ask = {
  causeCode: '', story: '', phone: '', townshipCode: '', village: '', name: '', asked: '', agreed: false, privacy: false, sensitive: false, relation: '',
  why: '',
}

export function isBlank(ask: Ask): boolean {
  return !ask.causeCode && !ask.story.trim() && !ask.name.trim() && !ask.asked.trim()
}

/** A country code is forgiven too. */
export function plainPhone(text: string): string {
  return plainDigits(text).replace(/^\+86/, '')
}

export function faultsOf(ask: Ask, forOther: boolean): Fault[] {
  const faults: Fault[] = []
  const wrong = (field: string, message: string): void => void faults.push({ field, message })
  if (forOther && !ask.name.trim()) wrong('name', askFaults.name)
  if (forOther && !ask.relation) wrong('relation', askFaults.relation)
  if (!ask.causeCode) wrong('causeCode', askFaults.causeCode)
  if (ask.story.trim().length < 2) wrong('story', askFaults.story)
  const phone = plainPhone(ask.phone)
  if (!phone && !forOther) wrong('phone', askFaults.phoneNeeded)
  if (!phone && forOther && !ask.village.trim()) wrong('phone', askFaults.phoneOrVillage)
  if (phone && !/^1[3-9]\d{9}$/.test(phone)) wrong('phone', askFaults.phone)
  if (!ask.townshipCode) wrong('townshipCode', askFaults.townshipCode)
  const asked = ask.asked.trim() ? parseYuan(ask.asked) : null
  if (asked && !asked.ok) wrong('askedFen', asked.reason)
  if (!ask.agreed) wrong('commitmentVersion', askFaults.commitmentVersion)
  return faults
}

/** What goes to the server; what was left empty is left out. */
export function bodyOf(ask: Ask, forOther: boolean, photoIds: string[]): SubmitRequest {
  const asked = ask.asked.trim() ? parseYuan(ask.asked) : null
  const version: CommitmentVersion = currentCommitment
  const body: SubmitRequest = {
    causeCode: ask.causeCode as CauseCode, story: ask.story.trim(), townshipCode: ask.townshipCode,
    commitmentVersion: version,
  }
  if (ask.village.trim()) body.village = ask.village.trim()
  if (ask.phone.trim()) body.phone = plainPhone(ask.phone)
  if (ask.name.trim()) body.name = ask.name.trim()
  if (asked?.ok) body.askedFen = asked.fen
  if (photoIds.length > 0) body.photoIds = photoIds
  if (!forOther && (ask.privacy || ask.sensitive)) body.notices = {
    ...(ask.privacy ? { privacy: currentNotice } : {}), ...(ask.sensitive ? { sensitive: currentNotice } : {}),
  }
  if (forOther) body.onBehalf = { relation: ask.relation as ProxyRelation,
    ...(ask.why.trim() ? { reason: ask.why.trim() } : {}) }
  return body
}

/** A server field (`onBehalf.relation`) lands at the box that holds it. */
export function boxOf(field: string): string {
  const last = field.split('.').pop() ?? field
  if (last === 'photoIds' || /^\d+$/.test(last)) return 'photoIds'
  return last === 'reason' ? 'why' : last
}
