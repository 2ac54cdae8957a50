import { randomUUID } from 'node:crypto'
import type { MakeGrant } from '../../../worker/contract/index.ts'
import type { Reply } from '../../support/phone.ts'
import { Phone } from '../../support/phone.ts'
import { decision } from '../../support/steps.ts'
import type { Prepared } from './prepared.ts'

/** An approval somebody wants, with the key that makes it one however often it is sent. */
export type Wish = { request: string; key: string; leader: number; body: MakeGrant }
/** What the clients were told: the grant of each acknowledged key. */
export type Told = Map<string, string>

export const wishesOf = ({ requests }: Prepared, track: 'small' | 'urgent' = 'small', amountFen = 1_000): Wish[] =>
  requests.map((request, n) => ({ request, key: randomUUID(), leader: n % 2, body: decision({ track, amountFen }) }))

/** Where a phone's requests go: over HTTP to a server. */
export const doorAt = (url: string) => (request: Request): Promise<Response> => {
  const { pathname, search } = new URL(request.url)
  return fetch(new Request(`${url}${pathname}${search}`, request))
}

/** The leaders' phones at a server's address. */
export function phonesAt(url: string, { leaders }: Pick<Prepared, 'leaders'>): Phone[] {
  return leaders.map(({ openid, token }) => Phone.signedIn(doorAt(url), openid, token))
}

/** Sends one approval. Null: no answer came, and nobody knows. A grant is written down as told. */
export async function approve(phones: Phone[], wish: Wish, told: Told): Promise<Reply | null> {
  try {
    const reply = await phones[wish.leader]!.post(`/requests/${wish.request}/grant`, wish.body, wish.key)
    if (reply.status === 201) tellOnce(told, wish.key, String(reply.body.grantId))
    return reply
  } catch (error) {
    // fetch says TypeError when a connection is refused, reset or cut
    if (error instanceof TypeError) return null
    throw error
  }
}

/** `writers` at once work through a list, each taking the next; until it is empty or `until` says so. */
export async function atOnce<Item>(writers: number, items: Item[], work: (item: Item) => Promise<unknown>, until = () => false): Promise<void> {
  const queue = [...items]
  await Promise.all(Array.from({ length: writers }, async () => {
    for (let item = queue.shift(); item !== undefined && !until(); item = queue.shift()) await work(item)
  }))
}

function tellOnce(told: Told, key: string, grantId: string): void {
  const before = told.get(key)
  if (before !== undefined && before !== grantId) throw new Error(`key ${key} was told two grants: ${before}, ${grantId}`)
  told.set(key, grantId)
}
