import type { PostKind } from '../../worker/contract/index.ts'

/** Posts that belong to a township; the others are the county's. */
const township = [
  'grid_worker',
  'coordinator',
  'caseworker',
  'finance_reviewer',
  'cashier',
  'deputy_leader',
  'leader',
] as const
/** The demo person of each post; a township's stands behind `t01-`. */
export const openids: Record<PostKind, string> = {
  grid_worker: 'wangge',
  coordinator: 'xieli',
  caseworker: 'jingban',
  finance_reviewer: 'caizheng',
  cashier: 'chuna',
  deputy_leader: 'fenguan',
  leader: 'zhuyao',
  county_assistance: 'county-jiuzhu',
  county_finance: 'county-caizheng',
  county_leader: 'county-lingdao',
  auditor: 'county-shenji',
  system_admin: 'county-xitong',
  security_admin: 'county-anquan',
  audit_admin: 'county-shenjiguanli',
}
export const isTownship = (kind: PostKind): kind is (typeof township)[number] =>
  (township as readonly PostKind[]).includes(kind)
export const openidOf = (kind: PostKind) => (isTownship(kind) ? `t01-${openids[kind]}` : openids[kind])
