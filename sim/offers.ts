import type { FundView, RequestAction, RequestView } from '../worker/contract/index.ts'
import { expected } from './model/index.ts'
import type { State } from './model/state.ts'
import type { Act, Doing } from './step.ts'
import type { Who } from './people.ts'

/** What stops a right step for now: the money, the book, the day. A page may offer it all the same. */
const passing = ['fund_frozen', 'period_closed', 'fund_insufficient', 'paid_on_wrong']

/** Where a page offers what would be refused, or keeps quiet about what would work; null if nowhere. */
export function wrongOffers(state: State, step: Doing<'look'>, body: Record<string, unknown>): string | null {
  if (step.at === 'fund') return wrongProposals(state, step.who, body as FundView)
  if (step.at !== 'request' || step.request === null) return null
  const { actions } = body as Pick<RequestView, 'actions'>
  const wrong = (Object.keys(ways) as RequestAction[]).flatMap((action) => {
    const acts = ways[action]!(state, step.who, step.request!)
    const against = acts.map((act) => expected(state, act).reasons.filter((reason) => !passing.includes(reason)))
    const works = against.some((reasons) => reasons.length === 0)
    // a page knows whose case it is, not who lives with him
    if (against.some((reasons) => reasons.every((reason) => reason === 'beneficiary')) && !works) return []
    // before the money is paid an explanation may be sent back, and no page says so
    if (action === 'returnExplanation' && works) return []
    return works === actions.includes(action) ? [] : [`${action} is ${works ? 'not offered' : 'offered in vain'}`]
  })
  return wrong.length === 0 ? null : `the page of ${step.request} for ${step.who}: ${wrong.join(', ')}`
}

/** Whether the page says rightly who may be the second person. */
function wrongProposals(state: State, who: Who, { proposals }: FundView): string | null {
  const waiting = Object.entries(state.proposals).filter(([, { ended }]) => ended === null)
  const may = waiting.filter(([proposal]) => expected(state, { do: 'confirm', who, proposal }).reasons
    .every((reason) => !['post_required', 'second_person_required', 'out_of_scope'].includes(reason)))
  const offered = proposals.filter(({ mayConfirm }) => mayConfirm).length
  return offered === may.length ? null : `the fund's page offers ${who} ${offered} confirmations; ${may.length} are his`
}

type Ways = (state: State, who: Who, request: string) => Act[]
const grantsOf = (state: State, request: string) =>
  Object.entries(state.grants).flatMap(([name, one]) => (one.request === request && !one.cancelled ? [name] : []))
const ofGrant = (make: (who: Who, grant: string) => Act): Ways => (state, who, request) =>
  grantsOf(state, request).map((name) => make(who, name))
const ofPayout = (make: (who: Who, payout: string) => Act): Ways => (state, who, request) =>
  grantsOf(state, request).flatMap((name) => state.grants[name]!.stages.map((stage) => make(who, stage)))

const ways: Partial<Record<RequestAction, Ways>> = {
  accept: (_, who, request) => [{ do: 'accept', who, request, household: null, kin: false, payee: false }],
  refuse: (_, who, request) => [{ do: 'refuse', who, request }],
  withdraw: (_, who, request) => [{ do: 'withdraw', who, request }],
  escalate: (_, who, request) => [{ do: 'escalate', who, request }],
  cancelGrant: ofGrant((who, grant) => ({ do: 'cancelGrant', who, grant })),
  send: ofPayout((who, payout) => ({ do: 'send', who, payout })),
  pay: (state, who, request) => [
    ...ofPayout((by, payout) => ({ do: 'pay', who: by, payout, serial: 'BANK-0', on: null }))(state, who, request),
    ...ofPayout((by, payout) => ({ do: 'hand', who: by, payout, photo: 0 }))(state, who, request)],
  countersign: ofPayout((who, payout) => ({ do: 'countersign', who, payout })),
  voidSlip: ofPayout((who, payout) => ({ do: 'voidSlip', who, payout })),
  acceptExplanation: ofGrant((who, grant) => ({ do: 'acceptExplanation', who, grant })),
  returnExplanation: ofGrant((who, grant) => ({ do: 'sendBack', who, grant })),
}
