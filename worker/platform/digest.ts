import { createHash, randomBytes } from 'node:crypto'

/** SHA-256 in hex of a JSON array in fixed order: no joined text, so no field can run into the next. */
export function digest(fields: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

/** SHA-256 in hex. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Keeps a hash of guessable facts from being guessed. */
export function newSalt(): string {
  return randomBytes(24).toString('hex')
}
