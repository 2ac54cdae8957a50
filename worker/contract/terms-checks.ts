import type { PostKind } from './terms.ts'

/** What may be missing, the worst first: without a post or a letter no grant is made; the rest is told in time. */
export const lackKinds = ['post', 'letter', 'opening', 'openingWaits', 'letterEnds', 'calendar'] as const
export type LackKind = (typeof lackKinds)[number]

/** Without these a township cannot accept, approve, pay and check. */
export const neededTownshipPosts = ['caseworker', 'deputy_leader', 'cashier', 'finance_reviewer', 'leader'] as const satisfies readonly PostKind[]
/** Without these a county cannot delegate, replenish, oversee and administer (R-04, R-09, D-08). */
export const neededCountyPosts = [
  'county_leader', 'county_assistance', 'county_finance', 'auditor', 'system_admin', 'security_admin', 'audit_admin',
] as const satisfies readonly PostKind[]
