import { exports } from 'cloudflare:workers'
import { Phone } from '../../support/phone.ts'

/** The Worker under test, each request in a context of its own. */
export const worker = (request: Request): Promise<Response> => exports.default.fetch(request)

export const phone = (openid: string): Promise<Phone> => Phone.proven(worker, openid)

/** How often the Worker asked its database since the last time this was asked. */
export async function roundTrips(lose?: 'writes' | 'nothing'): Promise<number> {
  const response = await fetch(`http://one.county.test/told${lose ? `?lose=${lose}` : ''}`)
  return ((await response.json()) as { asked: number }).asked
}
