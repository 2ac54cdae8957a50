import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Cipher } from '../platform/index.ts'

const slow = promisify<string, Buffer, number, { N: number; maxmem: number }, Buffer>(scrypt)
const bytes = 32
/** About 50 ms of a server core: nobody tries a million digits with that, not even with the county's key in hand. */
const costOfOfficers = 15
/** A demo's PIN is printed on its start page; ninety slow ones would only delay the start. */
export const costOfDemo = 1

/** `s1:<cost>:<salt>:<hash>`, sealed with the county's key: the file alone gives no million to try. */
export async function sealedPin(cipher: Cipher, personId: string, pin: string, cost = costOfOfficers): Promise<string> {
  const salt = randomBytes(16)
  const hash = (await digestOf(personId, pin, salt, cost)).toString('base64url')
  return cipher.seal(['s1', cost, salt.toString('base64url'), hash].join(':'), `pins.hash:${personId}`)
}

/** Whether these digits are the ones that the hash was made of. */
export async function pinFits(cipher: Cipher, personId: string, pin: string, sealed: string): Promise<boolean> {
  const [, cost = '', salt = '', kept = ''] = cipher.open(sealed, `pins.hash:${personId}`).split(':')
  const digest = await digestOf(personId, pin, Buffer.from(salt, 'base64url'), Number(cost))
  const known = Buffer.from(kept, 'base64url')
  return known.length === digest.length && timingSafeEqual(digest, known)
}

const digestOf = (personId: string, pin: string, salt: Buffer, cost: number) =>
  slow(`${personId}:${pin}`, salt, bytes, { N: 2 ** cost, maxmem: 256 * 1024 * 1024 })
