import type { LedgerEvent, Place, PostKind } from '../../worker/contract/index.ts'
import type { Who } from '../people.ts'
import { atTheDoor, holds } from '../people.ts'
import type { Doing } from '../step.ts'
import type { Line } from './chart.ts'
import { chart, undoCheckers } from './chart.ts'
import { day } from './days.ts'
import type { Wish } from './entry.ts'
import { bookReasons, enterAll, lies, meant, paperReasons } from './entry.ts'
import type { Proposal, State } from './state.ts'
import { all, words } from './words.ts'

const handlers: PostKind[] =
  ['cashier', 'caseworker', 'finance_reviewer', 'deputy_leader', 'leader', 'county_finance', 'county_assistance']

/** Where the money lies, of the places that the event may take it from. */
export function startsAt(state: State, lines: Line[], payout: string | null, claim: string | null): Line {
  return lines.find((line) => lies(state, line.from, payout, claim) > 0) ?? lines[0]!
}

/** It waits for its second person, under its name. */
export function propose(state: State, name: string, proposal: Proposal, line: Line): string[] {
  const { event, paper } = proposal
  const waiting = Object.values(state.proposals).some((one) => one.ended === null && one.event === event && one.paper === paper)
  const reasons = all(bookReasons(state, proposal.day), paperReasons(state, proposal, line),
    line.paper === 'once' && event !== 'undo' && waiting ? ['paper_used'] : [])
  state.proposals[name] = proposal
  return reasons
}

export function undo(state: State, { who, name, seq = 0 }: Doing<'undo'>): string[] {
  const door = atTheDoor(who, handlers)
  if (door.length > 0) return door
  const entry = state.entries[seq - 1]
  const line = entry && meant(state, entry)
  if (!entry || entry.event === 'undo' || !line?.undo) return ['input']
  if (entry.undone) return ['already_undone']
  const makers = [...(line.makers as PostKind[]), 'finance_reviewer' as const]
  const { fen, payout, claim } = entry
  const proposal: Proposal =
    { event: 'undo', fen, payout, claim, day: day(state.now), paper: null, undoes: seq, maker: who, ended: null }
  return all(holds(who, makers) ? [] : ['post_required'], propose(state, name, proposal, line))
}

const lineOfProposal = (state: State, { event, undoes }: Proposal): Line[] => {
  const undone = undoes === null ? undefined : state.entries[undoes - 1]
  return undone ? [meant(state, undone)!] : chart.filter((line) => line.event === event && line.checkers)
}

export function confirm(state: State, { who, proposal: name }: Doing<'confirm'>): string[] {
  const door = atTheDoor(who, ['finance_reviewer', 'deputy_leader', 'leader', 'county_finance', 'county_assistance'])
  if (door.length > 0) return door
  const proposal = state.proposals[name]!
  const lines = lineOfProposal(state, proposal)
  const checkers = proposal.event === 'undo' ? undoCheckers : lines[0]!.checkers!
  const reasons = words([
    ['proposal_closed', proposal.ended !== null],
    ['second_person_required', proposal.maker === who],
    ['post_required', !holds(who, checkers)],
  ])
  const wishes = meantBy(state, proposal, lines, who)
  if (wishes.length === 0) reasons.push('place_overdrawn')
  proposal.ended = 'confirmed'
  return all(reasons, enterAll(state, wishes))
}

function meantBy(state: State, proposal: Proposal, lines: Line[], checker: Who): Wish[] {
  const { event, payout, claim, maker, paper, undoes, fen, day: on } = proposal
  const wish = { event, fen, payout, claim, day: on, maker, checker, paper, undoes }
  const mirrored = undoes === null ? undefined : state.entries[undoes - 1]
  if (mirrored) return [{ ...wish, from: mirrored.to, to: mirrored.from }]
  if (event !== 'reopen') {
    const { from, to } = startsAt(state, lines, payout, claim)
    return [{ ...wish, from, to }]
  }
  const of = (what: LedgerEvent) => state.entries.filter((entry) => entry.event === what && entry.claim === claim)
  return of('claim').filter((one) => !of('reopen').some((other) => other.payout === one.payout))
    .map((one) => ({ ...wish, from: 'claimed' as Place, to: 'cleared' as Place, fen: one.fen, payout: one.payout }))
}

export function dismiss(state: State, { who, proposal: name }: Doing<'dismiss'>): string[] {
  const door = atTheDoor(who, handlers)
  if (door.length > 0) return door
  const proposal = state.proposals[name]!
  const checkers = proposal.event === 'undo' ? undoCheckers : lineOfProposal(state, proposal)[0]!.checkers!
  const reasons = words([
    ['proposal_closed', proposal.ended !== null],
    ['post_required', proposal.maker !== who && !holds(who, checkers)],
  ])
  proposal.ended = 'dismissed'
  return reasons
}
