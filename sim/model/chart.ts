import type { Channel, LedgerEvent, Place, PostKind } from '../../worker/contract/index.ts'

/** One line of the chart, as DESIGN tells it: fen go `from` a place `to` another. No `checkers`: one person is enough. */
export type Line = {
  event: LedgerEvent
  from: Place
  to: Place
  makers: PostKind[] | 'case' | 'timer'
  checkers?: PostKind[]
  channel?: Channel
  paper?: 'once' | 'named'
  /** All that lies there goes. */
  whole?: true
  undo?: true
  /** A step of a case is dated the day it is done; an order may be dated back. */
  case?: true
}

const keepers: PostKind[] = ['cashier', 'finance_reviewer']
const heads: PostKind[] = ['deputy_leader', 'leader']
const county: PostKind[] = ['county_finance', 'county_assistance']
const once = { paper: 'once', undo: true } as const
const named = { paper: 'named', undo: true } as const
const step = { whole: true, case: true } as const
const transfer = { channel: 'transfer' } as const
const cash = { channel: 'cash' } as const

const line = (event: LedgerEvent, from: Place, to: Place, makers: Line['makers'], rest: Partial<Line> = {}): Line =>
  ({ event, from, to, makers, ...rest })
const reviewers = (...more: PostKind[]): { checkers: PostKind[] } => ({ checkers: ['finance_reviewer', ...more] })

const judged: PostKind[] = ['finance_reviewer', ...heads, 'county_assistance']

export const chart: Line[] = [
  line('allocate', 'county', 'bank.available', county, { ...once, ...reviewers(...county) }),
  line('return', 'bank.available', 'county', ['cashier'], { ...once, ...reviewers(...heads, 'county_finance') }),
  line('withdraw', 'bank.available', 'cash.available', ['cashier'], { ...once, ...reviewers(...heads) }),
  line('deposit', 'cash.available', 'bank.available', ['cashier'], once),
  line('interest', 'county', 'bank.available', keepers, once),
  line('fee', 'bank.available', 'county', keepers, once),
  line('receive', 'suspense', 'bank.unknown', keepers, once),
  line('identify', 'bank.unknown', 'suspense', keepers, { ...once, ...reviewers(...heads, 'county_finance') }),

  line('reserve', 'bank.available', 'bank.held', heads, { ...transfer, case: true }),
  line('reserve', 'cash.available', 'cash.held', heads, { ...cash, case: true }),
  line('release', 'bank.held', 'bank.available', heads, { ...transfer, ...step }),
  line('release', 'cash.held', 'cash.available', heads, { ...cash, ...step }),
  line('send', 'bank.held', 'bank.sent', ['cashier'], { ...transfer, ...step }),
  line('reject', 'bank.sent', 'bank.held', ['cashier'], { ...transfer, whole: true }),
  line('paid', 'bank.sent', 'awaiting', ['cashier'], { ...transfer, ...step, ...once }),
  line('paid', 'cash.held', 'awaiting', ['cashier', 'caseworker'],
    { ...cash, ...step, ...once, ...reviewers('cashier', 'caseworker') }),
  line('paid', 'bank.sent', 'cleared', ['cashier'], { ...transfer, ...step, ...once }),
  line('paid', 'cash.held', 'cleared', ['cashier', 'caseworker'],
    { ...cash, ...step, ...once, ...reviewers('cashier', 'caseworker') }),
  line('bounce', 'awaiting', 'bank.held', ['cashier'], { ...transfer, whole: true, ...once }),
  line('bounce', 'overdue', 'bank.held', ['cashier'], { ...transfer, whole: true, ...once }),
  line('bounce', 'cleared', 'bank.held', ['cashier'], { ...transfer, whole: true, ...once, ...reviewers(...heads) }),
  line('accept', 'awaiting', 'cleared', 'case', { ...step, ...reviewers(...heads, 'caseworker') }),
  line('accept', 'overdue', 'cleared', 'case', { ...step, ...reviewers(...heads, 'caseworker') }),
  line('lapse', 'awaiting', 'overdue', 'timer', step),

  ...(['awaiting', 'cleared', 'overdue'] as const).map((from) =>
    line('disallow', from, 'recoverable', judged, { ...named, checkers: [...heads, ...county] })),
  line('recover', 'recoverable', 'bank.available', ['cashier'], once),
  line('write_off', 'recoverable', 'county', ['finance_reviewer', 'county_assistance'], { ...named, checkers: county }),
  line('reclaim', 'county', 'recoverable', ['finance_reviewer', ...county], { ...named, checkers: county }),
  line('late_return', 'county', 'bank.available', ['cashier'], { ...transfer, ...once, ...reviewers('county_finance') }),

  line('claim', 'cleared', 'claimed', [...keepers, 'caseworker'], { ...step, checkers: ['county_finance'] }),
  line('reopen', 'claimed', 'cleared', county, { checkers: county }),
  line('replenish', 'claimed', 'bank.available', [...keepers, 'county_finance'], { whole: true, ...once }),
  line('settle', 'claimed', 'county', ['county_finance'],
    { whole: true, ...named, ...reviewers('county_assistance') }),
]

/** Who may confirm that an entry is mirrored; who may ask for it is its maker's post or 财政所. */
export const undoCheckers: PostKind[] = ['finance_reviewer', ...heads, ...county]
export const fundPlaces: readonly Place[] = ['bank.available', 'bank.unknown', 'cash.available', 'county', 'suspense']
/** What the fund owes; every other place is what it has. */
export const owed: readonly Place[] = ['county', 'suspense']
