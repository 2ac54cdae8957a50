import type { Statement } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

/** Whose journal a change of this grant belongs to; null where there is no such grant. */
export function townshipOfGrant(grantId: string): Statement {
  return statement('SELECT township_code FROM grants WHERE id = ?', grantId)
}
