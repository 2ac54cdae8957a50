import type { LedgerEvent, Place } from '../../worker/contract/index.ts'
import type { Who } from '../people.ts'
import { holds } from '../people.ts'
import type { Line } from './chart.ts'
import { chart, fundPlaces, owed, undoCheckers } from './chart.ts'
import { day } from './days.ts'
import { caseReasons } from './of-a-case.ts'
import type { Entry, State } from './state.ts'

export type Wish = {
  event: LedgerEvent
  from: Place
  to: Place
  fen: number
  day: string
  maker: Who | null
  checker?: Who | null
  payout?: string | null
  claim?: string | null
  paper?: string | null
  undoes?: number | null
}

/** Which sum a place of an entry is: the fund's, one payout's, or one claim's. */
export function sumName(place: Place, payout?: string | null, claim?: string | null): string {
  return fundPlaces.includes(place) ? place : `${place} ${place === 'claimed' ? claim : payout}`
}

export function lies(state: State, place: Place, payout?: string | null, claim?: string | null): number {
  return state.sums[sumName(place, payout, claim)] ?? 0
}

export function lineOf(event: LedgerEvent, from: Place, to: Place): Line | undefined {
  return chart.find((line) => line.event === event && line.from === from && line.to === to)
}

/** The line that an undo mirrors, or the entry's own. */
export function meant(state: State, wish: Pick<Wish, 'event' | 'from' | 'to' | 'undoes'>): Line | undefined {
  const undone = wish.event === 'undo' ? state.entries[(wish.undoes ?? 0) - 1] : undefined
  return undone ? lineOf(undone.event, wish.to, wish.from) : lineOf(wish.event, wish.from, wish.to)
}

/** Why this cannot be entered, in every word that fits; nothing if it can, and then it stands in the book. */
export function enter(state: State, wish: Wish): string[] {
  const line = meant(state, wish)
  if (!line) return ['move_unknown']
  const reasons = [
    ...bookReasons(state, wish.day), ...peopleReasons(wish, line), ...dayReasons(state, wish, line), ...paperReasons(state, wish, line),
    ...caseReasons(state, wish, line), ...moneyReasons(state, wish, line),
  ]
  if (reasons.length === 0) write(state, wish)
  return reasons
}

/** Several in one act: all or none, the first that cannot be says why. */
export function enterAll(state: State, wishes: Wish[]): string[] {
  for (const wish of wishes) {
    const reasons = enter(state, wish)
    if (reasons.length > 0) return reasons
  }
  return []
}

/** A book that is frozen takes nothing, a month that is closed takes nothing more. */
export function bookReasons(state: State, on: string): string[] {
  return [
    ...(state.frozen ? ['fund_frozen'] : []),
    ...(state.closedUntil !== null && on <= state.closedUntil ? ['period_closed'] : []),
  ]
}

function peopleReasons({ event, maker, checker = null }: Wish, line: Line): string[] {
  const undo = event === 'undo'
  const makers = Array.isArray(line.makers) ? [...line.makers, ...(undo ? (['finance_reviewer'] as const) : [])] : null
  const checkers = undo ? undoCheckers : line.checkers
  return [
    ...(makers && !(maker && holds(maker, makers)) ? ['post_required'] : []),
    ...(checkers && (checker === null || checker === maker) ? ['second_person_required'] : []),
    ...(checkers && checker && !holds(checker, checkers) ? ['post_required'] : []),
  ]
}

function dayReasons(state: State, { event, day: on }: Wish, line: Line): string[] {
  const today = day(state.now)
  const dated = line.case && event !== 'paid' && event !== 'undo' && on !== today
  return on > today || on < state.openedOn || dated ? ['paid_on_wrong'] : []
}

/** A serial or slip that the event has used and that was not undone. */
export function paperReasons(state: State, { event, paper }: Pick<Wish, 'event' | 'paper'>, line: Line): string[] {
  if (line.paper !== 'once' || event === 'undo') return []
  return state.entries.some((one) => one.event === event && one.paper === paper && !one.undone) ? ['paper_used'] : []
}

function moneyReasons(state: State, { event, from, to, fen, payout, claim }: Wish, line: Line): string[] {
  const there = lies(state, from, payout, claim)
  if (!owed.includes(from)) {
    if (fen > there) return [fundPlaces.includes(from) ? 'fund_insufficient' : 'place_overdrawn']
    if (line.whole && event !== 'undo' && fen < there) return ['move_unknown']
  }
  return owed.includes(to) && fen > lies(state, to) ? ['place_overdrawn'] : []
}

function write(state: State, wish: Wish): void {
  const { from, to, fen, payout = null, claim = null, checker = null, paper = null, undoes = null } = wish
  const shift = (place: Place, by: number) => {
    const name = sumName(place, payout, claim)
    state.sums[name] = (state.sums[name] ?? 0) + by
  }
  shift(from, owed.includes(from) ? fen : -fen)
  shift(to, owed.includes(to) ? -fen : fen)
  const last = state.entries.at(-1)!
  const year = Math.max(last.year, Number(day(state.now).slice(0, 4)))
  const entry: Entry = { ...wish, payout, claim, checker, paper, undoes, undone: false, year, voucher: year === last.year ? last.voucher + 1 : 1 }
  state.entries.push(entry)
  const mirrored = undoes === null ? undefined : state.entries[undoes - 1]
  if (mirrored) state.entries[undoes! - 1] = { ...mirrored, undone: true }
}
