import { people } from '../people.ts'
import type { Act, Step } from '../step.ts'
import * as claims from './claims.ts'
import { day } from './days.ts'
import { enter, enterAll, lies } from './entry.ts'
import * as explanations from './explanations.ts'
import * as fund from './fund.ts'
import { mayLapse } from './of-a-case.ts'
import * as payouts from './payouts.ts'
import * as proposals from './proposals.ts'
import * as requests from './requests.ts'
import type { State } from './state.ts'
import { copied } from './state.ts'

/** What must come of a step: `reasons` empty = it works and `next` is how things stand; else one of its words. */
export type Expected = { reasons: string[]; next: State }

const sessionMs = 12 * 3_600_000

/** Tells what a step must do, and changes nothing. */
export function expected(state: State, step: Exclude<Step, { do: 'both' }>): Expected {
  const tried = copied(state)
  const reasons = [...new Set('who' in step ? asked(tried, step) : byItself(tried, step))]
  if (reasons.length === 0) return { reasons, next: tried }
  // what did not work left nothing behind but a login
  return { reasons, next: { ...state, sessions: tried.sessions } }
}

function byItself(state: State, step: Exclude<Step, Act | { do: 'both' }>): string[] {
  if (step.do === 'wait') state.now += step.minutes * 60_000
  if (step.do === 'freeze') state.frozen = true
  if (step.do === 'thaw') state.frozen = false
  if (step.do === 'round') makeRound(state)
  if (step.do !== 'lapse') return []
  const fen = lies(state, 'awaiting', step.payout) || state.payouts[step.payout]!.fen
  return enter(state, { event: 'lapse', from: 'awaiting', to: 'overdue', fen, day: day(state.now), maker: null, payout: step.payout })
}

/** Once a day, from five past midnight on: all that is late lapses, unless the book is frozen. */
function makeRound(state: State): void {
  const on = day(state.now - 5 * 60_000)
  if (state.lastRound !== null && state.lastRound >= on) return
  state.lastRound = on
  const tried = copied(state)
  const late = Object.keys(state.payouts).filter((payout) => mayLapse(state, payout))
  const lapses = late.map((payout) =>
    ({ event: 'lapse', from: 'awaiting', to: 'overdue', fen: lies(state, 'awaiting', payout), day: day(state.now), maker: null, payout } as const))
  if (enterAll(tried, lapses).length === 0) Object.assign(state, tried)
}

function asked(state: State, step: Act): string[] {
  if (step.do === 'signIn' && step.fault !== 'none') return [step.fault.endsWith('code') ? 'wechat_code' : step.fault === 'limit' ? 'wechat_busy' : 'wechat_down']
  if (step.who === 'nobody') return ['signed_out']
  const until = state.sessions[step.who]
  const awake = until !== undefined && until > state.now
  if (!awake && step.stale) return ['signed_out']
  if (!awake || step.do === 'signIn') state.sessions[step.who] = state.now + sessionMs
  return done(state, step)
}

function done(state: State, step: Act): string[] {
  switch (step.do) {
    case 'submit': return requests.submit(state, step)
    case 'accept': return requests.accept(state, step, state.requests[step.request]!)
    case 'refuse': case 'withdraw': case 'escalate': return requests.endRequest(state, step, state.requests[step.request]!)
    case 'setPayee': return requests.setPayee(state, step, state.requests[step.request]!)
    case 'grant': return requests.grant(state, step, state.requests[step.request]!)
    case 'cancelGrant': return payouts.cancelGrant(state, step)
    case 'cancelStage': return payouts.cancelStage(state, step)
    case 'send': return payouts.send(state, step)
    case 'pay': return payouts.pay(state, step)
    case 'hand': return payouts.hand(state, step)
    case 'countersign': return payouts.countersign(state, step)
    case 'voidSlip': return payouts.voidSlip(state, step)
    case 'file': return explanations.file(state, step)
    case 'acceptExplanation': return explanations.acceptExplanation(state, step)
    case 'sendBack': return explanations.sendBack(state, step)
    case 'order': return fund.order(state, step)
    case 'undo': return proposals.undo(state, step)
    case 'confirm': return proposals.confirm(state, step)
    case 'dismiss': return proposals.dismiss(state, step)
    case 'close': return fund.close(state, step)
    case 'claim': return claims.claim(state, step)
    case 'confirmClaim': return claims.confirmClaim(state, step)
    case 'dismissClaim': return claims.dismissClaim(state, step)
    case 'look': case 'signIn': return []
    default: return fund.orderOf(state, step)
  }
}

/** An undo with the number that its entry has in this book; none is 0. */
export function resolved<One extends Exclude<Step, { do: 'both' }>>(state: State, step: One): One {
  if (step.do !== 'undo') return step
  const [event, nth] = step.entry.split(' ')
  const seqs = state.entries.flatMap((entry, index) => (entry.event === event ? [index + 1] : []))
  return { ...step, seq: seqs[Number(nth) - 1] ?? 0 }
}

/** Whether everything that a step names has come to be; a shortened trace may lack it. */
export function isThere(state: State, step: Exclude<Step, { do: 'both' }>): boolean {
  const named: [string | null | undefined, object][] = [
    ['request' in step ? step.request : null, state.requests], ['grant' in step ? step.grant : null, state.grants],
    ['payout' in step ? step.payout : null, state.payouts], ['claim' in step ? step.claim : null, state.claims],
    ['proposal' in step ? step.proposal : null, state.proposals],
  ]
  if (step.do === 'undo' && !step.seq) return false
  const homes = 'household' in step && step.household !== null ? Object.values(state.homes).includes(step.household) : true
  const all = 'payouts' in step && step.payouts ? step.payouts.every((name) => state.payouts[name]) : true
  return homes && all && named.every(([name, where]) => !name || name in where) && (!('who' in step) || step.who in people)
}
