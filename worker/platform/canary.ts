import type { Cipher } from './cipher.ts'

const cell = 'county.canary'

/** Tells later whether the same field keys are at hand: an index value, sealed, so both kinds of key are held. */
export function newCanary(cipher: Cipher): string {
  return cipher.seal(cipher.index('canary', cell), cell)
}

/** False with other keys, with one that went missing, and with keys in an order that would find nobody. */
export function canarySings(cipher: Cipher, canary: string): boolean {
  try {
    return cipher.open(canary, cell) === cipher.index('canary', cell)
  } catch {
    return false
  }
}
