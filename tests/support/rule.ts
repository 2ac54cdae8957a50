import type { PostKind, ProblemCode } from '../../worker/contract/index.ts'
import type { Crew } from './crew.ts'

export type Outcome = number | ProblemCode
export type Call = { path: string; body?: unknown }
export type Rule = {
  /** A call that is right in everything but who makes it; made anew after each success. */
  call(crew: Crew): Promise<Call> | Call
  /** Posts of the case's own township, or of the county, and what they get. */
  may?: Partial<Record<PostKind, Outcome>>
  /** What the same posts get from next door; 403 out_of_scope unless said. */
  elsewhere?: Outcome
  /** What everybody else gets who is signed in; 403 post_required unless said. */
  others?: Outcome
  /** What somebody without a login gets; 401 signed_out unless said. */
  nobody?: Outcome
}

export const each = (kinds: readonly PostKind[], outcome: Outcome) => Object.fromEntries(kinds.map((kind) => [kind, outcome]))
export const handlers: PostKind[] = [
  'caseworker',
  'finance_reviewer',
  'cashier',
  'deputy_leader',
  'leader',
  'county_leader',
  'county_assistance',
]
export const readers: PostKind[] = [...handlers, 'county_finance', 'auditor']
export const officers: PostKind[] = ['caseworker', 'deputy_leader', 'leader']
export const order = () => ({ amountFen: 1_000, bankSerial: `BK-${Math.random().toString(36).slice(2, 12)}`, reason: '备用' })
export const keepers: PostKind[] = ['cashier', 'finance_reviewer']
