import type { Doing } from '../step.ts'
import { atTheDoor, holds } from '../people.ts'
import { day } from './days.ts'
import type { Wish } from './entry.ts'
import { enter, enterAll, lies } from './entry.ts'
import { gains } from './of-a-case.ts'
import type { Payout, State } from './state.ts'
import { all, words } from './words.ts'

const leaders = ['deputy_leader', 'leader'] as const
const heldAt = (payout: Payout) => (payout.channel === 'cash' ? 'cash.held' : 'bank.held')

export function cancelGrant(state: State, { who, grant: name }: Doing<'cancelGrant'>): string[] {
  const grant = state.grants[name]!
  const stages = grant.stages.filter((stage) => !state.payouts[stage]!.cancelled)
  const reasons = words([
    ['request_not_open', grant.cancelled],
    ['not_your_decision', grant.by !== who],
    ['cannot_cancel', stages.some((stage) => !isHome(state, stage))],
  ])
  grant.cancelled = true
  return all(atTheDoor(who, leaders), reasons, release(state, who, grant.stages))
}

export function cancelStage(state: State, { who, payout: name }: Doing<'cancelStage'>): string[] {
  const payout = state.payouts[name]!
  const grant = state.grants[payout.grant]!
  const others = grant.stages.filter((stage) => stage !== name && !state.payouts[stage]!.cancelled)
  const reasons = words([
    ['request_not_open', grant.cancelled || payout.cancelled],
    ['not_your_decision', grant.by !== who],
    ['cannot_cancel', !isHome(state, name) || others.length === 0],
  ])
  payout.cancelled = true
  return all(atTheDoor(who, leaders), reasons, release(state, who, [name]))
}

/** All of it lies where it was approved to, and nobody carries it about. */
function isHome(state: State, name: string): boolean {
  const payout = state.payouts[name]!
  return lies(state, heldAt(payout), name) === payout.fen && payout.slip === null
}

function release(state: State, who: Wish['maker'], stages: string[]): string[] {
  return enterAll(state, stages.flatMap((payout): Wish[] => {
    const from = heldAt(state.payouts[payout]!)
    const fen = lies(state, from, payout)
    const to = from === 'cash.held' ? 'cash.available' : 'bank.available'
    return fen > 0 ? [{ event: 'release', from, to, fen, day: day(state.now), maker: who, payout }] : []
  }))
}

export function send(state: State, { who, payout: name }: Doing<'send'>): string[] {
  const { fen } = state.payouts[name]!
  const wish: Wish = { event: 'send', from: 'bank.held', to: 'bank.sent', fen, day: day(state.now), maker: who, payout: name }
  return all(atTheDoor(who, ['cashier']), enter(state, wish))
}

/** `pay`: by the bank's serial; on a cash payout it lacks its slip. */
export function pay(state: State, step: Doing<'pay'>): string[] {
  const door = atTheDoor(step.who, ['cashier', 'caseworker'])
  const payout = state.payouts[step.payout]!
  const [today, on] = [day(state.now), step.on ?? day(state.now)]
  if (door.length > 0) return door
  if (payout.channel === 'cash') return ['slip_needed']
  if (step.serial === null) return ['bank_serial_needed']
  return all(on > today ? ['paid_on_wrong'] : [], enter(state, {
    event: 'paid', from: 'bank.sent', to: 'awaiting', fen: payout.fen, day: on, maker: step.who, payout: step.payout, paper: step.serial,
  }))
}

export function hand(state: State, step: Doing<'hand'>): string[] {
  const door = atTheDoor(step.who, ['cashier', 'caseworker'])
  const payout = state.payouts[step.payout]!
  const grant = state.grants[payout.grant]!
  if (door.length > 0) return door
  if (payout.channel === 'transfer') return ['bank_serial_needed']
  if (step.photo === null) return ['slip_needed']
  const used = state.photos[step.photo]
  const reasons = words([
    ['request_not_open', payout.cancelled || grant.cancelled],
    ['slip_waiting', payout.slip !== null],
    ['place_overdrawn', lies(state, 'cash.held', step.payout) !== payout.fen],
    ['evidence_used', used !== undefined && used !== step.payout],
    ['cashier_is_reviewer', grant.by === step.who],
    ['beneficiary', gains(state, grant, step.who)],
  ])
  payout.slips += 1
  payout.slip = { by: step.who, on: day(state.now), n: payout.slips }
  state.photos[step.photo] = step.payout
  return reasons
}

export function countersign(state: State, { who, payout: name }: Doing<'countersign'>): string[] {
  const door = atTheDoor(who, ['cashier', 'caseworker', 'finance_reviewer'])
  const payout = state.payouts[name]!
  const { slip } = payout
  if (door.length > 0) return door
  if (!slip) return ['slip_missing']
  if (slip.by === who) return ['second_person_required']
  return enter(state, {
    event: 'paid', from: 'cash.held', to: 'awaiting', fen: payout.fen, day: slip.on, maker: slip.by, checker: who, payout: name,
    paper: `slip of ${name} ${slip.n}`,
  })
}

export function voidSlip(state: State, { who, payout: name }: Doing<'voidSlip'>): string[] {
  const door = atTheDoor(who, ['cashier', 'caseworker', ...leaders])
  const payout = state.payouts[name]!
  if (door.length > 0) return door
  if (!payout.slip) return ['slip_missing']
  const reasons = words([
    ['place_overdrawn', lies(state, 'cash.held', name) !== payout.fen],
    ['post_required', payout.slip.by !== who && !holds(who, leaders)],
  ])
  payout.slip = null
  return reasons
}

