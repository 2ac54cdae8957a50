import { draftAfter } from './draft-after.ts'
import { draftFund } from './draft-fund.ts'
import { lies } from './model/entry.ts'
import { expected, resolved } from './model/index.ts'
import { liveGrant } from './model/requests.ts'
import type { State } from './model/state.ts'
import type { Who } from './people.ts'
import { everybody } from './people.ts'
import type { Random } from './random.ts'
import type { Act } from './step.ts'

/** What a drafter knows. `wild`: any target will do, fitting or not; it is one step in eight. */
export type Table = { state: State; random: Random; n: number; wild: boolean }
export type Draft = readonly [make: (table: Table) => Act | null, weight: number]

/** Mostly who should; sometimes anybody. */
export function hand({ random }: Table, ...right: Who[]): Who {
  return random.chance(random.chance(50) ? 8 : 14) ? random.pick(everybody) : random.pick(right)
}

/** One of those that fit; in a wild step any; null where there is none. */
export function target({ random, wild }: Table, among: Record<string, unknown>, fits: (name: string) => boolean): string | null {
  const names = Object.keys(among).filter((name) => wild || fits(name))
  return names.length === 0 ? null : random.pick(names.slice(-12))
}

/** A serial of its own, seldom one that was used. */
export function serial({ state, random, n }: Table): string {
  const used = state.entries.flatMap(({ paper }) => (paper && /^[\w-]{4,40}$/.test(paper) ? [paper] : []))
  return random.chance(6) && used.length > 0 ? random.pick(used) : `BANK-${n}`
}

/** The first step that comes to mind; most of those that would be refused are thought over. */
export function draft(state: State, random: Random, n: number): Act {
  const wild = random.chance(12)
  for (let tries = 0; tries < 40; tries += 1) {
    const act = random.weighted(drafts)({ state, random, n, wild })
    if (act !== null && (random.chance(30) || isFine(state, act))) return act
  }
  return { do: 'look', who: 'auditor', at: 'entries', request: null }
}

const isFine = (state: State, act: Act): boolean => expected(state, resolved(state, act)).reasons.length === 0

const submit = ({ state, random, n, wild }: Table): Act | null => {
  const open = Object.values(state.requests).filter((request) => !request.accepted && !request.ended).length
  if (open > 3 && !wild) return null
  const self = random.chance(14)
  const asks: Who[] = ['villager', 'villager', 'herdsman', 'herdsman', 'cashier', 'deputy']
  const files: Who[] = ['coordinator', 'coordinator', 'coordinator', 'helper', 'leader', 'nobody']
  const who = random.pick(self ? asks : files)
  const cause = random.weighted([['INJURY', 5], ['FIRE', 5], ['TRAFFIC', 5], ['LOSS_OF_INCOME', 3], ['MEDICAL', 1]] as const)
  return { do: 'submit', who, name: `R${n}`, self, cause, fen: random.int(10_000, 300_000) }
}
const accept = (table: Table): Act | null => {
  const { state, random } = table
  const request = target(table, state.requests, (name) => !state.requests[name]!.accepted && !state.requests[name]!.ended)
  if (request === null) return null
  const homes = [...new Set(Object.values(state.homes))]
  const household = homes.length > 0 && random.chance(14) ? random.pick(homes) : null
  return { do: 'accept', who: hand(table, 'caseworker', 'helper'), request, household, kin: random.chance(3), payee: random.chance(92) }
}
const end = (table: Table): Act | null => {
  const { state, random } = table
  const request = target(table, state.requests, (name) => !liveGrant(state, name) && !state.requests[name]!.ended)
  if (request === null) return null
  const verb = random.weighted([['refuse', 3], ['withdraw', 3], ['escalate', 2], ['setPayee', 4]] as const)
  const who = verb === 'withdraw' ? state.requests[request]!.by : hand(table, 'caseworker', 'deputy')
  return { do: verb, who, request }
}
const grant = (table: Table): Act | null => {
  const { state, random, n } = table
  const open = (name: string) => Boolean(state.requests[name]!.accepted) && !state.requests[name]!.ended && !liveGrant(state, name)
  const request = target(table, state.requests, open)
  if (request === null) return null
  const channel = random.chance(65) ? 'transfer' : 'cash'
  const fen = random.weighted([
    [random.int(1, 82_800), 12], [random.int(82_801, 100_000), 5], [random.int(100_001, 300_000), channel === 'cash' ? 0.5 : 4],
    [82_800, 1], [82_801, 1], [300_001, 0.5],
  ])
  const fitting = fen > 82_800 ? (['urgent'] as const) : (['small', 'urgent'] as const)
  const track = random.chance(5) ? random.pick(['small', 'urgent', 'standard'] as const) : random.pick(fitting)
  const first = random.int(1, Math.max(1, fen - 1))
  const stages = random.chance(25) && fen > 2 ? [first, fen - first + (random.chance(4) ? 1 : 0)] : null
  return { do: 'grant', who: hand(table, 'deputy', 'deputy', 'leader'), name: `G${n}`, request, track, channel, fen, stages }
}
const cancel = (table: Table): Act | null => {
  const { state, random } = table
  const held = (name: string) => lies(state, 'bank.held', name) + lies(state, 'cash.held', name) > 0
  if (random.chance(50)) {
    const payout = target(table, state.payouts, (name) => held(name) && state.grants[state.payouts[name]!.grant]!.stages.length > 1)
    return payout === null ? null : { do: 'cancelStage', who: hand(table, state.grants[state.payouts[payout]!.grant]!.by), payout }
  }
  const name = target(table, state.grants, (one) => state.grants[one]!.stages.every(held))
  return name === null ? null : { do: 'cancelGrant', who: hand(table, state.grants[name]!.by), grant: name }
}
const look = (table: Table): Act => {
  const { state, random } = table
  const request = Object.keys(state.requests).length > 0 ? random.pick(Object.keys(state.requests)) : null
  const pages = ['fund', 'fund', 'requests', 'entries', 'claims', 'funds', 'todo'] as const
  const at = request !== null && random.chance(60) ? 'request' : random.pick(pages)
  const who = random.pick<Who>(
    ['caseworker', 'reviewer', 'cashier', 'deputy', 'leader', 'helper', 'finance', 'assistance', 'auditor'])
  return { do: 'look', who, at, request }
}
const signIn = (table: Table): Act => ({
  do: 'signIn', who: hand(table, 'villager', 'cashier'),
  fault: table.random.pick(['none', 'busy', 'limit', 'wrong-code', 'used-code', 'html', 'unreachable'] as const),
})

const drafts: Draft[] = [
  [submit, 7], [accept, 9], [end, 3], [grant, 14], [cancel, 3], [look, 6], [signIn, 1.5], ...draftFund, ...draftAfter,
]
