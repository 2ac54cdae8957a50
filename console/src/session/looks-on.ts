import type { PostKind } from '../../../worker/contract/terms.ts'
import { currentSeat } from './seat.ts'

const lookers: readonly PostKind[] = ['county_finance', 'auditor']

/** True for who checks cases without handling any: the server shows such a person no photos (D-11). */
export function looksOn(): boolean {
  const posts = currentSeat()?.posts ?? []
  return posts.length > 0 && posts.every(({ kind }) => lookers.includes(kind))
}
