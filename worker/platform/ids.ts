import { randomBytes } from 'node:crypto'

const digits = '0123456789abcdefghjkmnpqrstvwxyz'

/** `req_` + 9 characters of time + 13 random ones (65 bits): sorts by age, cannot be guessed. */
export function newId(prefix: string, now: Date): string {
  let time = now.getTime()
  let head = ''
  for (let place = 0; place < 9; place += 1) {
    head = digits[time % 32] + head
    time = Math.floor(time / 32)
  }
  let tail = ''
  for (const byte of randomBytes(13)) tail += digits[byte % 32]
  return `${prefix}_${head}${tail}`
}

/** 256 random bits for a session. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}
