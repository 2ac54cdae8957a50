import { systemView } from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { viewSystem } from './system.ts'

export const roundRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/system',
    action: 'rounds.system',
    summary: 'The last check, backup and round of the clock',
    posts: ['finance_reviewer', 'county_assistance', 'county_finance', 'auditor', 'system_admin', 'security_admin', 'audit_admin'],
    answer: systemView,
    status: 200,
    problems: ['post_required'],
    run: (ctx) => viewSystem(ctx),
  }),
]
