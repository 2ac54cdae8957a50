import { claimOrders, fundOrders, payoutOrders } from '../../../worker/contract/terms.ts'
import type { ClaimOrder, FundOrder, LedgerEvent, PayoutOrder, Place, Queue } from '../../../worker/contract/terms.ts'
import { today } from '../words/dates.ts'

/** What the ledger shows of the rows it has; lies in the address, so that going back keeps it. */
export type Filter = { event: LedgerEvent | ''; place: Place | ''; text: string }

/** What the journal shows: one act, one day, one person, or what was refused. */
export type JournalFilter = { action: string; onDay: string; outcome: string; personId: string }

/** A page of the desk. */
export type Route =
  | { page: 'today' }
  | { page: 'journal'; filter: JournalFilter }
  | { page: 'letters' }
  | { page: 'programs' }
  | { page: 'policy' }
  | { page: 'posts'; area: string }
  | { page: 'reveals' }
  | { page: 'security' }
  | { page: 'policyDrafts' }
  | { page: 'policyDraft' }
  | { page: 'queue'; queue: Queue }
  | { page: 'case'; id: string }
  | { page: 'fund'; code: string; filter: Filter }
  | { page: 'entry'; code: string; seq: number }
  | { page: 'order'; code: string; order: FundOrder; entry: number | null }
  | { page: 'proposal'; code: string; id: string }
  | { page: 'payoutOrder'; id: string; grant: string; payout: number; order: PayoutOrder }
  | { page: 'calendar'; year: number }
  | { page: 'claims'; code: string }
  | { page: 'claimOrder'; code: string; id: string; order: ClaimOrder }

const orders: readonly string[] = fundOrders
const ofPayouts: readonly string[] = payoutOrders
const ofClaims: readonly string[] = claimOrders

/** `#/funds/F1?event=paid` -> the page. An address nobody knows is the first page. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?')
  const [room, name = '', part = '', last = '', more = '', most = ''] = path.split('/').map(decodeURIComponent)
  const asked = new URLSearchParams(query)
  if (room === 'journal') return { page: 'journal', filter: journalFilterOf(asked) }
  if (room === 'letters') return { page: 'letters' }
  if (room === 'programs') return { page: 'programs' }
  if (room === 'policy' && name === 'drafts') return { page: part === 'new' ? 'policyDraft' : 'policyDrafts' }
  if (room === 'policy') return { page: 'policy' }
  if (room === 'posts') return { page: 'posts', area: name || 'county' }
  if (room === 'reveals') return { page: 'reveals' }
  if (room === 'security') return { page: 'security' }
  if (room === 'requests' && part === 'payouts' && ofPayouts.includes(most))
    return { page: 'payoutOrder', id: name, grant: last, payout: Number(more), order: most as PayoutOrder }
  if (room === 'requests' && name) return { page: 'case', id: name }
  if (room === 'requests') return { page: 'queue', queue: (asked.get('queue') ?? 'all') as Queue }
  if (room === 'calendar') return { page: 'calendar', year: Number(name) || Number(today().slice(0, 4)) }
  if (room !== 'funds' || !name) return { page: 'today' }
  if (part === 'claims' && ofClaims.includes(more)) return { page: 'claimOrder', code: name, id: last, order: more as ClaimOrder }
  if (part === 'claims') return { page: 'claims', code: name }
  if (part === 'entries') return { page: 'entry', code: name, seq: Number(last) }
  if (part === 'proposals') return { page: 'proposal', code: name, id: last }
  const entry = Number(asked.get('entry')) || null
  if (orders.includes(part)) return { page: 'order', code: name, order: part as FundOrder, entry }
  return { page: 'fund', code: name, filter: filterOf(asked) }
}

/** The page -> its address. */
export function addressOf(route: Route): string {
  switch (route.page) {
    case 'today': return '#/'
    case 'journal': return `#/journal${queryOf(route.filter)}`
    case 'letters': return '#/letters'
    case 'programs': return '#/programs'
    case 'policy': return '#/policy'
    case 'posts': return `#/posts/${route.area}`
    case 'reveals': return '#/reveals'
    case 'security': return '#/security'
    case 'policyDrafts': return '#/policy/drafts'
    case 'policyDraft': return '#/policy/drafts/new'
    case 'queue': return `#/requests?queue=${route.queue}`
    case 'case': return `#/requests/${route.id}`
    case 'fund': return `#/funds/${route.code}${queryOf(route.filter)}`
    case 'entry': return `#/funds/${route.code}/entries/${route.seq}`
    case 'order': return `#/funds/${route.code}/${route.order}${route.entry === null ? '' : `?entry=${route.entry}`}`
    case 'proposal': return `#/funds/${route.code}/proposals/${route.id}`
    case 'payoutOrder': return `#/requests/${route.id}/payouts/${route.grant}/${route.payout}/${route.order}`
    case 'calendar': return `#/calendar/${route.year}`
    case 'claims': return `#/funds/${route.code}/claims`
    case 'claimOrder': return `#/funds/${route.code}/claims/${route.id}/${route.order}`
  }
}

export const noFilter: Filter = { event: '', place: '', text: '' }
export const wholeJournal: JournalFilter = { action: '', onDay: '', outcome: '', personId: '' }

/** The way up, for a page that was opened from outside. */
export function parentOf(route: Route): Route {
  if (route.page === 'policyDraft') return { page: 'policyDrafts' }
  if (route.page === 'policyDrafts') return { page: 'policy' }
  if (route.page === 'payoutOrder') return { page: 'case', id: route.id }
  if (route.page === 'claimOrder') return { page: 'claims', code: route.code }
  const inFund = ['entry', 'order', 'proposal', 'claims'].includes(route.page) && 'code' in route
  return inFund ? { page: 'fund', code: route.code, filter: noFilter } : { page: 'today' }
}

function filterOf(asked: URLSearchParams): Filter {
  const read = (name: string): string => asked.get(name) ?? ''
  return { event: read('event') as LedgerEvent, place: read('place') as Place, text: read('text') }
}

function journalFilterOf(asked: URLSearchParams): JournalFilter {
  const read = (name: string): string => asked.get(name) ?? ''
  return { action: read('action'), onDay: read('onDay'), outcome: read('outcome'), personId: read('personId') }
}

function queryOf(filter: Filter | JournalFilter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()
  return query && `?${query}`
}
