import type { Cipher } from '../platform/index.ts'

/** Names of two characters are too many that differ in one; other scripts spell a name too many ways. */
const near = /^\p{Script=Han}{3,6}$/u
/** Of the index: enough for a county's names not to meet by chance. */
const digits = 24

/**
 * A name in its village (`990101001|河口村`) without each of its characters in turn, as a JSON list: two names that differ in
 * one character have one of these in common (C-07). Null without a village, or where a name is too short to be told apart.
 */
export function nearIndexes(cipher: Cipher, place: string, name: string): string | null {
  if (!near.test(name) || place.endsWith('|')) return null
  const letters = [...name]
  const without = letters.map((_, at) => `${letters.length}|${at}|${letters.toSpliced(at, 1).join('')}`)
  return JSON.stringify(without.map((rest) => cipher.index('near', `${place}|${rest}`).slice(0, digits)))
}
