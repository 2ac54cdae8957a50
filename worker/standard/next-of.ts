import type { Statement } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

/** A fact: the number of a request's next authorisation, check, survey or notice; the schema refuses another. */
export function nextOf(table: 'authorisations' | 'means_checks' | 'surveys' | 'public_notices', requestId: string): Statement {
  return statement(`SELECT 1 + count(*) AS n FROM ${table} WHERE request_id = ?`, requestId)
}
