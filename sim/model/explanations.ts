import type { Doing } from '../step.ts'
import { atTheDoor, holds } from '../people.ts'
import { day, dueAfter } from './days.ts'
import type { Wish } from './entry.ts'
import { enterAll, lies } from './entry.ts'
import { gains } from './of-a-case.ts'
import type { State } from './state.ts'
import { all, words } from './words.ts'

const checkers = ['caseworker', 'finance_reviewer', 'deputy_leader', 'leader'] as const
const unexplained = ['bank.held', 'cash.held', 'bank.sent', 'awaiting', 'overdue'] as const

export function file(state: State, { who, grant: name }: Doing<'file'>): string[] {
  const grant = state.grants[name]!
  const request = state.requests[grant.request]!
  const open = grant.stages.some((stage) => unexplained.some((place) => lies(state, place, stage) > 0))
  const reasons = words([
    ['explanation_accepted', grant.filings.some((one) => one.state === 'accepted') && !open],
    ['request_not_open', grant.cancelled],
    ['post_required', ![request.person, request.by].includes(who) && !holds(who, ['caseworker', 'cashier', 'deputy_leader', 'leader'])],
  ])
  grant.filings.push({ by: who, state: 'waiting' })
  return reasons
}

/** What is asked of the newest filing before it is judged either way. */
function judging(state: State, who: Doing<'sendBack'>['who'], name: string): string[] {
  const newest = state.grants[name]!.filings.at(-1)
  const door = atTheDoor(who, checkers)
  if (door.length > 0 || !newest) return all(door, newest ? [] : ['explanation_not_filed'])
  return words([
    ['explanation_accepted', newest.state === 'accepted'],
    ['explanation_not_filed', newest.state === 'returned'],
    ['same_person', newest.by === who],
  ])
}

export function acceptExplanation(state: State, { who, grant: name }: Doing<'acceptExplanation'>): string[] {
  const grant = state.grants[name]!
  const reasons = judging(state, who, name)
  const newest = grant.filings.at(-1)
  if (!newest) return reasons
  const owing = grant.stages.flatMap((payout) => (['awaiting', 'overdue'] as const).flatMap((from): Wish[] => {
    const fen = lies(state, from, payout)
    return fen > 0 ? [{ event: 'accept', from, to: 'cleared', fen, day: day(state.now), maker: newest.by, checker: who, payout }] : []
  }))
  reasons.push(...words([['explanation_not_due', owing.length === 0], ['beneficiary', gains(state, grant, who)]]))
  newest.state = 'accepted'
  return all(reasons, reasons.length > 0 ? [] : enterAll(state, owing))
}

export function sendBack(state: State, { who, grant: name }: Doing<'sendBack'>): string[] {
  const grant = state.grants[name]!
  const reasons = judging(state, who, name)
  const newest = grant.filings.at(-1)
  if (newest) newest.state = 'returned'
  grant.again = dueAfter(day(state.now))
  return reasons
}
