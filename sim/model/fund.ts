import type { LedgerEvent, PostKind } from '../../worker/contract/index.ts'
import type { Who } from '../people.ts'
import { atTheDoor } from '../people.ts'
import type { Doing, Ordering } from '../step.ts'
import { chart } from './chart.ts'
import { day, later } from './days.ts'
import { enter, lies } from './entry.ts'
import { propose, startsAt } from './proposals.ts'
import type { Proposal, State } from './state.ts'
import { all, words } from './words.ts'

type Order = {
  name: string
  event: LedgerEvent
  who: Who
  fen?: number
  on: string | null
  paper: string | null
  payout?: string | null
  claim?: string | null
}

/** A line of the bank's statement that somebody enters. */
export function order(state: State, { who, event, name, fen, serial, on }: Doing<'order'>): string[] {
  return ordered(state, { name, event, who, fen, on, paper: serial })
}

/** What happens to one payout or one claim by hand. */
export function orderOf(state: State, step: Ordering): string[] {
  const paper = 'serial' in step ? step.serial : 'number' in step ? step.number : null
  const target = 'payout' in step ? { payout: step.payout } : { claim: step.claim }
  const fen = 'fen' in step ? { fen: step.fen } : {}
  return ordered(state, { name: step.name, event: step.do, who: step.who, on: 'on' in step ? step.on : null, paper, ...target, ...fen })
}

function ordered(state: State, { name, event, who, on, paper, payout = null, claim = null, ...wish }: Order): string[] {
  const lines = chart.filter((line) => line.event === event)
  const door = atTheDoor(who, lines[0]!.makers as PostKind[])
  if (door.length > 0) return door
  const today = day(state.now)
  const dated = on ?? today
  if (dated > today || dated < state.openedOn) return ['input']
  const line = startsAt(state, lines, payout, claim)
  const fen = wish.fen ?? lies(state, line.from, payout, claim)
  if (fen === 0) return ['place_overdrawn']
  if (!line.checkers) return enter(state, { event, from: line.from, to: line.to, fen, day: dated, maker: who, payout, claim, paper })
  const proposal: Proposal = { event, fen, payout, claim, day: dated, paper, undoes: null, maker: who, ended: null }
  return propose(state, name, proposal, line)
}

/** The days on which cash was handed out that nobody has signed for yet. */
function unsigned(state: State): string[] {
  return Object.entries(state.payouts).flatMap(([name, { slip }]) => (slip && lies(state, 'cash.held', name) > 0 ? [slip.on] : []))
}

export function close(state: State, { who, until }: Doing<'close'>): string[] {
  if (!later(until, 1).endsWith('-01')) return ['input']
  const reasons = all(atTheDoor(who, ['finance_reviewer']), words([
    ['fund_frozen', state.frozen],
    ['period_closed', state.closedUntil !== null && until <= state.closedUntil],
    ['period_open', until >= day(state.now)],
    ['slip_waiting', unsigned(state).some((on) => on <= until)],
  ]))
  state.closedUntil = until
  return reasons
}
