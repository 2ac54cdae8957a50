import { fundOrders } from '../../../worker/contract/terms.ts'
import type { FundOrder, LedgerEvent, Place, Queue } from '../../../worker/contract/terms.ts'

/** What the ledger shows of the rows it has; lies in the address, so that going back keeps it. */
export type Filter = { event: LedgerEvent | ''; place: Place | ''; text: string }

/** A page of the desk. */
export type Route =
  | { page: 'today' }
  | { page: 'policy' }
  | { page: 'queue'; queue: Queue }
  | { page: 'case'; id: string }
  | { page: 'fund'; code: string; filter: Filter }
  | { page: 'entry'; code: string; seq: number }
  | { page: 'order'; code: string; order: FundOrder; entry: number | null }
  | { page: 'proposal'; code: string; id: string }

const orders: readonly string[] = fundOrders

/** `#/funds/F1?event=paid` -> the page. An address nobody knows is the first page. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?')
  const [room, name = '', part = '', last = ''] = path.split('/').map(decodeURIComponent)
  const asked = new URLSearchParams(query)
  if (room === 'policy') return { page: 'policy' }
  if (room === 'requests' && name) return { page: 'case', id: name }
  if (room === 'requests') return { page: 'queue', queue: (asked.get('queue') ?? 'all') as Queue }
  if (room !== 'funds' || !name) return { page: 'today' }
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
    case 'policy': return '#/policy'
    case 'queue': return `#/requests?queue=${route.queue}`
    case 'case': return `#/requests/${route.id}`
    case 'fund': return `#/funds/${route.code}${queryOf(route.filter)}`
    case 'entry': return `#/funds/${route.code}/entries/${route.seq}`
    case 'order': return `#/funds/${route.code}/${route.order}${route.entry === null ? '' : `?entry=${route.entry}`}`
    case 'proposal': return `#/funds/${route.code}/proposals/${route.id}`
  }
}

export const noFilter: Filter = { event: '', place: '', text: '' }

/** The way up, for a page that was opened from outside. */
export function parentOf(route: Route): Route {
  const inFund = route.page === 'entry' || route.page === 'order' || route.page === 'proposal'
  return inFund ? { page: 'fund', code: route.code, filter: noFilter } : { page: 'today' }
}

function filterOf(asked: URLSearchParams): Filter {
  const read = (name: string): string => asked.get(name) ?? ''
  return { event: read('event') as LedgerEvent, place: read('place') as Place, text: read('text') }
}

function queryOf(filter: Filter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()
  return query && `?${query}`
}
