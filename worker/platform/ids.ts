import { randomBytes, randomUUID } from 'node:crypto'

const digits = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * `req_` + 9 characters of time + 20 random ones (80 bits of a UUID, which Node draws from a pool): sorts by age, cannot
 * be guessed.
 */
export function newId(prefix: string, now: Date): string {
  let time = now.getTime()
  let head = ''
  for (let place = 0; place < 9; place += 1) {
    head = digits[time % 32] + head
    time = Math.floor(time / 32)
  }
  const random = randomUUID()
  return `${prefix}_${head}${random.slice(24)}${random.slice(0, 8)}`
}

/** 256 random bits for a session. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}
