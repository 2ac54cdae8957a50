import type { Line } from './chart.ts'
import { day, dueAfter } from './days.ts'
import type { Wish } from './entry.ts'
import type { Grant, State } from './state.ts'

/** What a payout's or a claim's own history says against an entry. */
export function caseReasons(state: State, wish: Wish, line: Line): string[] {
  const undone = wish.undoes ? state.entries[wish.undoes - 1]?.undone : false
  return [
    ...(undone ? ['already_undone'] : []),
    ...(wish.payout ? payoutReasons(state, wish, wish.payout, line) : []),
    ...(wish.claim ? claimReasons(state, wish, wish.claim) : []),
  ]
}

function payoutReasons(state: State, wish: Wish, name: string, line: Line): string[] {
  const { event, maker, checker = null } = wish
  const payout = state.payouts[name]!
  const grant = state.grants[payout.grant]!
  const acceptedBy = state.requests[grant.request]?.accepted?.by
  const [going, transfer] = [['send', 'paid'].includes(event), payout.channel === 'transfer']
  const means: [string, boolean][] = [
    ['move_unknown', event !== 'undo' && line.channel !== undefined && line.channel !== payout.channel],
    ['request_not_open', (going || event === 'accept') && (grant.cancelled || payout.cancelled)],
    ['cashier_is_reviewer', (going || event === 'reject' || event === 'bounce') && grant.by === maker],
    ['cashier_is_reviewer', event === 'paid' && grant.by === checker],
    ['cashier_is_reviewer', going && transfer && acceptedBy === maker],
    ['beneficiary', event !== 'accept' && [maker, checker].some((who) => who !== null && gains(state, grant, who))],
    ['paid_on_wrong', event === 'paid' && wish.day < day(grant.at)],
    ['bounce_of_part', event === 'bounce' && wish.fen !== payout.fen],
    ['explanation_not_due', event === 'lapse' && !mayLapse(state, name)],
    ['not_replenished', (event === 'reclaim' || event === 'late_return') && wish.fen > replenished(state, name)],
  ]
  return means.flatMap(([word, stands]) => (stands ? [word] : []))
}

/** Whoever gets the money, or lives with who gets it. */
export function gains(state: State, grant: Grant, who: string): boolean {
  return state.requests[grant.request]?.person === who || state.homes[who] === grant.home
}

/** The day its explanation is due by: from the payment, or anew from the last sending back. */
export function dueOf(state: State, name: string): { on: string; official: boolean } | null {
  const again = state.grants[state.payouts[name]!.grant]!.again
  const about = state.entries.filter((entry) => entry.payout === name && !entry.undone)
  const paid = about.filter(({ event }) => event === 'paid' || event === 'bounce').at(-1)
  if (paid?.event !== 'paid') return null
  const due = dueAfter(paid.day)
  return again && again.on > due.on ? again : due
}

/** All of it came back, whatever the way: it does not count as aid. */
export function cameBack(state: State, grant: Grant): boolean {
  const back = state.entries.filter(({ event, payout, undone }) =>
    !undone && ['release', 'recover', 'late_return'].includes(event) && grant.stages.includes(payout ?? ''))
  return back.reduce((sum, { fen }) => sum + fen, 0) === grant.fen
}

/** It is late, officially, and nothing is filed that waits for its check. */
export function mayLapse(state: State, name: string): boolean {
  const grant = state.grants[state.payouts[name]!.grant]!
  const due = dueOf(state, name)
  const waiting = grant.filings.at(-1)?.state === 'waiting'
  return (state.sums[`awaiting ${name}`] ?? 0) > 0 && !waiting && due !== null && due.official && due.on < day(state.now)
}

/** What the county has made good of a payout and nobody has given back since. */
export function replenished(state: State, name: string): number {
  const live = state.entries.filter((entry) => !entry.undone)
  const about = live.filter(({ payout }) => payout === name)
  const paid = (claim: string | null) => live.some((entry) => entry.claim === claim && ['replenish', 'settle'].includes(entry.event))
  const reopened = (claim: string | null) => about.some((entry) => entry.event === 'reopen' && entry.claim === claim)
  const sum = (entries: typeof live) => entries.reduce((total, { fen }) => total + fen, 0)
  return sum(about.filter(({ event, claim }) => event === 'claim' && paid(claim) && !reopened(claim)))
    - sum(about.filter(({ event }) => event === 'reclaim' || event === 'late_return'))
}

/** A claim's payment stays while something that followed from it stands. */
function claimReasons(state: State, { event }: Wish, name: string): string[] {
  if (event !== 'undo') return []
  const items = Object.keys(state.claims[name]!.items)
  const followed = state.entries.some((entry) =>
    !entry.undone && (entry.event === 'reclaim' || entry.event === 'late_return') && items.includes(entry.payout ?? ''))
  return followed ? ['place_overdrawn'] : []
}
