import type { Statement } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

/** Whose journal a change of this request belongs to; null where there is no such request. */
export function townshipOf(requestId: string): Statement {
  return statement('SELECT township_code FROM requests WHERE id = ?', requestId)
}
