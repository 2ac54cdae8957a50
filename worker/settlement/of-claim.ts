import type { Statement } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

/** The fund of a claim, as a scalar select; null where there is no such claim. */
export function fundOfClaim(claimId: string): Statement {
  return statement('SELECT fund_code FROM claims WHERE id = ?', claimId)
}

/** Whose journal a change of this claim belongs to. */
export function townshipOfClaim(claimId: string): Statement {
  return statement(
    'SELECT township_code FROM funds WHERE code = (SELECT fund_code FROM claims WHERE id = ?)',
    claimId,
  )
}
