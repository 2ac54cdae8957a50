import { hash } from 'node:crypto'
import { randomPart } from './random-part.ts'

/** SHA-256 in hex of a JSON array in fixed order: no joined text, so no field can run into the next. */
export function digest(fields: readonly (string | number | null)[]): string {
  return hash('sha256', JSON.stringify(fields))
}

/** SHA-256 in hex. */
export function sha256(bytes: Uint8Array | string): string {
  return hash('sha256', bytes)
}

/** Keeps a hash of guessable facts from being guessed. */
export function newSalt(): string {
  return randomPart(24).toString('hex')
}
