import type { Draft, Table } from './draft.ts'
import { hand, serial, target } from './draft.ts'
import { chart } from './model/chart.ts'
import { isClaimed } from './model/claims.ts'
import { day, later, monthEnd } from './model/days.ts'
import { lies } from './model/entry.ts'
import type { Who } from './people.ts'
import { everybody, holds } from './people.ts'
import type { Act } from './step.ts'

/** Today mostly; else a day of the weeks before, seldom tomorrow. */
export function dated({ state, random }: Table): string | null {
  if (random.chance(70)) return null
  return later(day(state.now), random.chance(6) ? 1 : -random.int(0, random.chance(20) ? 60 : 6))
}

const order = (table: Table): Act => {
  const { state, random, n } = table
  const event = random.weighted([
    ['allocate', 4], ['return', 2], ['withdraw', 4], ['deposit', 2], ['interest', 1.5], ['fee', 1.5], ['receive', 3], ['identify', 3],
  ] as const)
  const line = chart.find((one) => one.event === event)!
  const there = ['county', 'suspense'].includes(line.from) ? 500_000 : lies(state, line.from)
  const fen = event === 'fee' ? random.int(1, 500) : random.int(1, Math.max(1, random.chance(10) ? there * 2 : Math.ceil(there / 3)))
  const right = everybody.filter((who) => Array.isArray(line.makers) && holds(who, line.makers))
  return { do: 'order', who: hand(table, ...right), name: `P${n}`, event, fen, serial: serial(table), on: dated(table) }
}

const confirm = (table: Table): Act | null => {
  const { state, random } = table
  const proposal = target(table, state.proposals, (name) => state.proposals[name]!.ended === null)
  if (proposal === null) return null
  const { event, maker } = state.proposals[proposal]!
  const line = chart.find((one) => one.event === event && one.checkers)
  const right = everybody.filter((who) => who !== maker && holds(who, line?.checkers ?? ['finance_reviewer', 'leader']))
  if (random.chance(10)) return { do: 'dismiss', who: hand(table, maker, ...right), proposal }
  return { do: 'confirm', who: hand(table, ...right), proposal }
}

const undo = (table: Table): Act | null => {
  const { state, random, n, wild } = table
  const may = state.entries.flatMap((entry, index) => {
    const line = chart.find((one) => one.event === entry.event && one.from === entry.from && one.to === entry.to)
    return wild || (line?.undo && !entry.undone) ? [index + 1] : []
  })
  if (may.length === 0) return null
  const seq = random.pick(may.slice(-15))
  const { maker, event } = state.entries[seq - 1]!
  const nth = state.entries.slice(0, seq).filter((entry) => entry.event === event).length
  return { do: 'undo', who: hand(table, 'reviewer', maker ?? 'reviewer'), name: `P${n}`, entry: `${event} ${nth}` }
}

const close = (table: Table): Act => {
  const today = day(table.state.now)
  const until = table.random.weighted([[monthEnd(today, -1), 6], [monthEnd(today, 0), 2], [monthEnd(today, -2), 1], [today, 1]])
  return { do: 'close', who: hand(table, 'reviewer'), until }
}

export const draftFund: Draft[] = [[order, 8], [confirm, 16], [undo, 3], [close, 0.6]]

const free = ({ state }: Table) => Object.keys(state.payouts).filter((name) => lies(state, 'cleared', name) > 0 && !isClaimed(state, name))
const claim = (table: Table): Act | null => {
  const { state, random, n, wild } = table
  const some = wild ? Object.keys(state.payouts) : free(table)
  if (some.length === 0) return null
  const payouts = random.chance(40) ? null : [...new Set([random.pick(some), random.pick(some)])]
  return { do: 'claim', who: hand(table, 'cashier', 'caseworker', 'reviewer'), name: `C${n}`, payouts }
}
const turns: Who[][] = [['reviewer'], ['assistance'], ['finance', 'finance2']]
const confirmClaim = (table: Table): Act | null => {
  const { state, random } = table
  const name = target(table, state.claims, (one) => !state.claims[one]!.dismissed && state.claims[one]!.confirmed.length < 3)
  if (name === null) return null
  const right = turns[state.claims[name]!.confirmed.length] ?? ['finance']
  return { do: random.chance(93) ? 'confirmClaim' : 'dismissClaim', who: hand(table, ...right), claim: name }
}
const pay = (table: Table): Act | null => {
  const { state, random, n } = table
  const asked = Object.values(state.proposals).flatMap(({ ended, claim: one }) => (ended === null && one ? [one] : []))
  const name = target(table, state.claims, (one) => lies(state, 'claimed', null, one) > 0 && !asked.includes(one))
  if (name === null) return null
  const how = random.weighted([['replenish', 4], ['settle', 4], ['reopen', 3]] as const)
  if (how === 'replenish') {
    const who = hand(table, 'finance', 'cashier')
    return { do: how, who, name: `P${n}`, claim: name, serial: serial(table), on: dated(table) }
  }
  if (how === 'settle') return { do: how, who: hand(table, 'finance'), name: `P${n}`, claim: name, number: `JD-${n}` }
  return { do: how, who: hand(table, 'assistance', 'finance'), name: `P${n}`, claim: name }
}
export const draftClaims: Draft[] = [[claim, 6], [confirmClaim, 14], [pay, 8]]
