import type { Place } from '../worker/contract/index.ts'
import type { Draft, Table } from './draft.ts'
import { hand, serial, target } from './draft.ts'
import { dated, draftClaims } from './draft-fund.ts'
import { lies } from './model/entry.ts'
import { replenished } from './model/of-a-case.ts'
import type { Who } from './people.ts'
import type { Act } from './step.ts'

const at = ({ state }: Table, ...places: Place[]) => (name: string): boolean => places.some((place) => lies(state, place, name) > 0)
const channel = ({ state }: Table, name: string) => state.payouts[name]!.channel

const send = (table: Table): Act | null => {
  const payout = target(table, table.state.payouts, at(table, 'bank.held'))
  return payout === null ? null : { do: 'send', who: hand(table, 'cashier', 'cashier', 'helper'), payout }
}
const pay = (table: Table): Act | null => {
  const { random } = table
  const payout = target(table, table.state.payouts, at(table, 'bank.sent'))
  const bank = random.chance(97) ? serial(table) : null
  return payout === null ? null : { do: 'pay', who: hand(table, 'cashier'), payout, serial: bank, on: dated(table) }
}
const handOut = (table: Table): Act | null => {
  const { state, random, n } = table
  const payout = target(table, state.payouts, (name) => at(table, 'cash.held')(name) && state.payouts[name]!.slip === null)
  const used = Object.keys(state.photos).map(Number)
  const photo = random.chance(3) ? null : random.chance(6) && used.length > 0 ? random.pick(used) : n
  return payout === null ? null : { do: 'hand', who: hand(table, 'cashier', 'caseworker', 'helper'), payout, photo }
}
const sign = (table: Table): Act | null => {
  const { state, random } = table
  const payout = target(table, state.payouts, (name) => at(table, 'cash.held')(name) && state.payouts[name]!.slip !== null)
  if (payout === null) return null
  const by = state.payouts[payout]!.slip?.by ?? 'cashier'
  if (random.chance(15)) return { do: 'voidSlip', who: hand(table, by, 'leader'), payout }
  return { do: 'countersign', who: hand(table, 'reviewer', 'caseworker', 'cashier'), payout }
}
const cameBack = (table: Table): Act | null => {
  const { random, n } = table
  if (random.chance(40)) {
    const payout = target(table, table.state.payouts, at(table, 'bank.sent'))
    return payout === null ? null : { do: 'reject', who: hand(table, 'cashier'), name: `P${n}`, payout }
  }
  const paid = at(table, 'awaiting', 'overdue', 'cleared')
  const payout = target(table, table.state.payouts, (name) => paid(name) && channel(table, name) === 'transfer')
  return payout === null ? null : { do: 'bounce', who: hand(table, 'cashier'), name: `P${n}`, payout, serial: serial(table), on: dated(table) }
}
const explain = (table: Table): Act | null => {
  const { state, random } = table
  const owing = (name: string) => state.grants[name]!.stages.some(at(table, 'awaiting', 'overdue'))
  const waits = (name: string) => state.grants[name]!.filings.at(-1)?.state === 'waiting'
  const verb = random.weighted([['file', 4], ['acceptExplanation', 8], ['sendBack', 2]] as const)
  const grant = target(table, state.grants, (name) => owing(name) && (verb === 'file' ? !waits(name) || random.chance(15) : waits(name)))
  if (grant === null) return null
  const request = state.requests[state.grants[grant]!.request]!
  const who = verb === 'file' ? hand(table, request.by, 'caseworker', 'cashier') : hand(table, 'reviewer', 'leader', 'caseworker')
  return { do: verb, who, grant }
}

/** All of it, a part, or too much. */
function part({ random }: Table, fen: number): number {
  const all = Math.max(1, fen)
  return random.weighted([[all, 5], [random.int(1, all), 4], [all + 1, 0.6]])
}

const decidedLater = (table: Table): Act | null => {
  const { state, random, n } = table
  const event = random.weighted([['disallow', 5], ['write_off', 2.5], ['reclaim', 3]] as const)
  const there = (name: string): number => {
    if (event === 'reclaim') return replenished(state, name)
    if (event === 'write_off') return lies(state, 'recoverable', name)
    return lies(state, 'awaiting', name) || lies(state, 'cleared', name) || lies(state, 'overdue', name)
  }
  const payout = target(table, state.payouts, (name) => there(name) > 0)
  const right: Who[] = event === 'disallow' ? ['reviewer', 'leader', 'assistance'] : ['reviewer', 'assistance']
  return payout === null ? null
    : { do: event, who: hand(table, ...right), name: `P${n}`, payout, fen: part(table, there(payout)), number: `JD-${n}` }
}
const moneyBack = (table: Table): Act | null => {
  const { state, random, n } = table
  const event = random.pick(['recover', 'late_return'] as const)
  const there = (name: string): number => {
    if (event === 'recover') return lies(state, 'recoverable', name)
    return channel(table, name) === 'transfer' ? replenished(state, name) : 0
  }
  const payout = target(table, state.payouts, (name) => there(name) > 0)
  return payout === null ? null
    : { do: event, who: hand(table, 'cashier'), name: `P${n}`, payout, fen: part(table, there(payout)), serial: serial(table), on: dated(table) }
}

export const draftAfter: Draft[] = [
  [send, 10], [pay, 11], [handOut, 7], [sign, 8], [cameBack, 4], [explain, 12], [decidedLater, 6], [moneyBack, 5], ...draftClaims,
]
