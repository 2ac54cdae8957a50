import type { CauseCode, Channel, LedgerEvent, Place, Track } from '../../worker/contract/index.ts'
import type { Who } from '../people.ts'
import { day } from './days.ts'

/** The fund as an accountant keeps it on paper: plain words and sums. No SQL, no hash, no trigger. */
export type State = {
  now: number
  openedOn: string
  /** Until when each phone is signed in. */
  sessions: Partial<Record<Who, number>>
  /** `bank.available` or `awaiting G15.1` -> fen. */
  sums: Record<string, number>
  entries: Entry[]
  closedUntil: string | null
  frozen: boolean
  /** The day that the clock's last round was for. */
  lastRound: string | null
  requests: Record<string, Request>
  /** Whose household each person belongs to. */
  homes: Record<string, string>
  grants: Record<string, Grant>
  payouts: Record<string, Payout>
  claims: Record<string, Claim>
  proposals: Record<string, Proposal>
  /** Which payout each photo of a slip was used for. */
  photos: Record<string, string>
}
/** A person is one of the cast, or the somebody that a request was filed for. */
export type Someone = string
export type Request = {
  person: Someone
  by: Who
  cause: CauseCode
  accepted: { by: Who; at: number; kin: boolean; home: string } | null
  payee: boolean
  ended: 'refused' | 'withdrawn' | null
  escalated: boolean
}
export type Filing = { by: Who; state: 'waiting' | 'returned' | 'accepted' }
export type Due = { on: string; official: boolean }
export type Grant = {
  request: string
  fen: number
  track: Track
  channel: Channel
  by: Who
  at: number
  home: string
  cancelled: boolean
  stages: string[]
  filings: Filing[]
  /** The new day that the last sending back gave. */
  again: Due | null
}
export type Payout = {
  grant: string
  fen: number
  channel: Channel
  cancelled: boolean
  slip: { by: Who; on: string; n: number } | null
  slips: number
}
export type Claim = { by: Who; items: Record<string, number>; confirmed: Who[]; dismissed: boolean }
export type Entry = {
  event: LedgerEvent
  from: Place
  to: Place
  fen: number
  payout: string | null
  claim: string | null
  day: string
  maker: Who | null
  checker: Who | null
  paper: string | null
  undoes: number | null
  undone: boolean
  year: number
  voucher: number
}
export type Proposal = Pick<Entry, 'event' | 'fen' | 'payout' | 'claim' | 'day' | 'paper' | 'undoes'> & {
  maker: Who
  ended: 'confirmed' | 'dismissed' | null
}

const blank = { payout: null, claim: null, undoes: null, undone: false }

/** The prepared county: the fund filled to its quota, a tenth of it drawn as cash. */
export function prepared(at: string): State {
  const now = Date.parse(at)
  const opened = now - 30 * 86_400_000
  const [openedOn, year] = [day(opened), Number(day(opened).slice(0, 4))]
  const filled: Entry[] = [
    { ...blank, event: 'allocate', from: 'county', to: 'bank.available', fen: 3_000_000, day: day(opened + 3_600_000), maker: 'finance',
      checker: 'assistance', paper: 'BK990101004A', year, voucher: 1 },
    { ...blank, event: 'withdraw', from: 'bank.available', to: 'cash.available', fen: 300_000, day: day(opened + 3 * 3_600_000), maker: 'cashier',
      checker: 'reviewer', paper: 'QX990101004A', year, voucher: 2 },
  ]
  return {
    now, openedOn, sessions: {}, sums: { 'bank.available': 2_700_000, 'cash.available': 300_000, county: 3_000_000 }, entries: filled,
    closedUntil: null, frozen: false, lastRound: null, requests: {}, homes: {}, grants: {}, payouts: {}, claims: {}, proposals: {}, photos: {},
  }
}

/** A sheet to try a step on. Entries are replaced, never changed, so they are shared. */
export function copied(state: State): State {
  const each = <One extends object>(all: Record<string, One>, copy: (one: One) => One): Record<string, One> =>
    Object.fromEntries(Object.entries(all).map(([name, one]) => [name, copy(one)]))
  return {
    ...state,
    sessions: { ...state.sessions }, sums: { ...state.sums }, homes: { ...state.homes }, photos: { ...state.photos },
    entries: [...state.entries],
    requests: each(state.requests, (one) => ({ ...one })),
    grants: each(state.grants, (one) => ({ ...one, filings: one.filings.map((filing) => ({ ...filing })) })),
    payouts: each(state.payouts, (one) => ({ ...one })),
    claims: each(state.claims, (one) => ({ ...one, confirmed: [...one.confirmed] })),
    proposals: each(state.proposals, (one) => ({ ...one })),
  }
}
