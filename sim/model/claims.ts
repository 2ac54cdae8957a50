import type { Doing } from '../step.ts'
import { atTheDoor, holds } from '../people.ts'
import { day } from './days.ts'
import { enterAll, lies } from './entry.ts'
import { gains } from './of-a-case.ts'
import type { State } from './state.ts'
import { all, words } from './words.ts'

const turns = ['finance_reviewer', 'county_assistance', 'county_finance'] as const

/** Whether a payout stands in a claim that still waits for its confirmations. */
export function isClaimed(state: State, payout: string): boolean {
  return Object.values(state.claims).some((claim) => !claim.dismissed && claim.confirmed.length < 3 && claim.items[payout] !== undefined)
}

export function claim(state: State, { who, name, payouts }: Doing<'claim'>): string[] {
  const door = atTheDoor(who, ['cashier', 'caseworker', 'finance_reviewer'])
  const cleared = (payout: string) => lies(state, 'cleared', payout)
  const free = Object.keys(state.payouts).filter((payout) => cleared(payout) > 0 && !isClaimed(state, payout))
  const wanted = payouts ?? free
  state.claims[name] =
    { by: who, items: Object.fromEntries(wanted.map((payout) => [payout, cleared(payout)])), confirmed: [], dismissed: false }
  return all(door, words([
    ['fund_frozen', state.frozen],
    ['beneficiary', wanted.some((payout) => gains(state, state.grants[state.payouts[payout]!.grant]!, who))],
    ['not_claimable', wanted.length === 0 || wanted.some((payout) => !free.includes(payout))],
  ]))
}

export function confirmClaim(state: State, { who, claim: name }: Doing<'confirmClaim'>): string[] {
  const door = atTheDoor(who, turns)
  const one = state.claims[name]!
  if (door.length > 0) return door
  if (one.confirmed.length === 3) return ['claim_closed']
  const reasons = words([
    ['fund_frozen', state.frozen],
    ['claim_closed', one.dismissed],
    ['second_person_required', one.by === who || one.confirmed.includes(who)],
    ['not_your_turn', !holds(who, [turns[one.confirmed.length]!])],
  ])
  one.confirmed.push(who)
  if (one.confirmed.length < 3) return reasons
  return all(reasons, enterAll(state, Object.entries(one.items).map(([payout, fen]) =>
    ({ event: 'claim', from: 'cleared', to: 'claimed', fen, day: day(state.now), maker: one.by, checker: who, payout, claim: name }))))
}

export function dismissClaim(state: State, { who, claim: name }: Doing<'dismissClaim'>): string[] {
  const one = state.claims[name]!
  const reasons = words([
    ['claim_closed', one.dismissed || one.confirmed.length === 3],
    ['post_required', one.by !== who && !holds(who, turns)],
  ])
  one.dismissed = true
  return all(atTheDoor(who, ['cashier', 'caseworker', ...turns]), reasons)
}
