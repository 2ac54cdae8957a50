import { expenditureCauses } from '../../worker/contract/index.ts'
import { atTheDoor, holds } from '../people.ts'
import type { Doing } from '../step.ts'
import { all, words } from './words.ts'
import { day } from './days.ts'
import { enterAll, lies } from './entry.ts'
import { cameBack } from './of-a-case.ts'
import type { Request, State } from './state.ts'

const officers = ['caseworker', 'deputy_leader', 'leader'] as const
/** Policy T1 (RULEBOOK 9), in fen and times a year. */
const policy = { smallCap: 82_800, urgentCeiling: 300_000, cashCap: 100_000, sameCause: 1, household: 2, overdueBlock: 3 }

export function submit(state: State, step: Doing<'submit'>): string[] {
  const person = step.self ? step.who : `somebody of ${step.name}`
  state.requests[step.name] =
    { person, by: step.who, cause: step.cause, accepted: null, payee: false, ended: null, escalated: false }
  return []
}

export function accept(state: State, step: Doing<'accept'>, request: Request): string[] {
  const door = atTheDoor(step.who, ['caseworker'])
  if (door.length > 0) return door
  const [own, chosen] = [state.homes[request.person], step.household]
  const reasons = words([
    ['household_elsewhere', own !== undefined && chosen !== null && own !== chosen],
    ['already_accepted', request.accepted !== null],
    ['request_not_open', request.ended !== null],
    ['beneficiary', request.person === step.who || (own !== undefined && state.homes[step.who] === own)],
  ])
  const home = own ?? chosen ?? `home of ${step.request}`
  // who accepts must not live in the household that the request is put into
  if (state.homes[step.who] === home) reasons.push('beneficiary')
  state.homes[request.person] = home
  request.accepted = { by: step.who, at: state.now, kin: step.kin, home }
  request.payee ||= step.payee
  return reasons
}

export function endRequest(state: State, step: Doing<'refuse' | 'withdraw' | 'escalate'>, request: Request): string[] {
  const own = step.who === request.person || step.who === request.by
  const door = step.do === 'withdraw' ? [] : atTheDoor(step.who, officers)
  if (door.length > 0) return door
  const home = state.homes[request.person]
  const reasons = words([
    ['out_of_scope', step.do === 'withdraw' && !own],
    ['county_turn', step.do === 'refuse' && request.escalated],
    ['request_not_open', request.ended !== null || (step.do === 'escalate' && request.escalated)],
    ['already_granted', liveGrant(state, step.request) !== undefined],
    ['beneficiary', step.do !== 'withdraw' && (step.who === request.person || (home !== undefined && state.homes[step.who] === home))],
  ])
  if (step.do === 'escalate') request.escalated = true
  else request.ended = step.do === 'refuse' ? 'refused' : 'withdrawn'
  return reasons
}

export function setPayee(state: State, step: Doing<'setPayee'>, request: Request): string[] {
  const own = step.who === request.person || step.who === request.by
  request.payee = true
  return words([
    ['request_not_open', request.ended !== null],
    ['already_granted', liveGrant(state, step.request)?.channel === 'transfer'],
    ['post_required', !(own && !request.accepted) && !holds(step.who, ['caseworker'])],
  ])
}

export const liveGrant = (state: State, request: string) =>
  Object.values(state.grants).find((grant) => grant.request === request && !grant.cancelled)

/** Grants whose explanation is late, by what lies there. */
const overdueGrants = (state: State) =>
  Object.values(state.grants).filter((one) => one.stages.some((payout) => lies(state, 'overdue', payout) > 0)).length

export function grant(state: State, step: Doing<'grant'>, request: Request): string[] {
  const door = atTheDoor(step.who, ['deputy_leader', 'leader'])
  if (door.length > 0) return door
  const { accepted } = request
  if (!accepted) return ['request_not_accepted']
  const stages = step.stages ?? [step.fen]
  const year = day(state.now).slice(0, 4)
  const ofYear = (wanted: string) =>
    Object.values(state.grants).filter((one) => !cameBack(state, one) && one.home === accepted.home && day(one.at).slice(0, 4) === wanted)
  const before = ofYear(year)
  const cause = (name: string) => state.requests[name]?.cause
  const reasons = words([
    ['input', stages.reduce((sum, fen) => sum + fen, 0) !== step.fen],
    ['request_not_open', request.ended !== null],
    ['county_turn', request.escalated || step.fen > policy.urgentCeiling],
    ['request_not_accepted', accepted.at > state.now],
    ['already_granted', liveGrant(state, step.request) !== undefined],
    ['same_person', [accepted.by, request.by].includes(step.who)],
    ['beneficiary', request.person === step.who || state.homes[step.who] === accepted.home],
    ['kin_needs_county', accepted.kin],
    ['public_notice_needed', step.track === 'standard' || (expenditureCauses as readonly string[]).includes(request.cause)],
    ['overdue_explanations', step.track === 'urgent' && overdueGrants(state) >= policy.overdueBlock],
    ['small_cap', step.track === 'small' && step.fen > policy.smallCap],
    ['cash_cap', step.channel === 'cash' && step.fen > policy.cashCap],
    ['payee_needed', step.channel === 'transfer' && !request.payee],
    ['same_cause_this_year', before.filter((one) => cause(one.request) === request.cause).length >= policy.sameCause],
    ['household_year_limit', before.length >= policy.household],
    ['still_in_need', ofYear(String(Number(year) - 1)).some((one) => cause(one.request) === request.cause)],
  ])
  const names = stages.map((_, index) => `${step.name}.${index + 1}`)
  state.grants[step.name] = {
    request: step.request, fen: step.fen, track: step.track, channel: step.channel, by: step.who, at: state.now, home: accepted.home,
    cancelled: false, stages: names, filings: step.track === 'small' ? [{ by: step.who, state: 'waiting' }] : [], again: null,
  }
  names.forEach((name, index) => {
    state.payouts[name] =
      { grant: step.name, fen: stages[index]!, channel: step.channel, cancelled: false, slip: null, slips: 0 }
  })
  const kind = step.channel === 'cash' ? 'cash' : 'bank'
  return all(reasons, enterAll(state, names.map((payout, index) => ({
    event: 'reserve', from: `${kind}.available`, to: `${kind}.held`, fen: stages[index]!, day: day(state.now), maker: step.who, payout,
  }))))
}
