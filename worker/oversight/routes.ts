import * as contract from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { listChecks } from './list-checks.ts'
import { listJournal } from './list-journal.ts'

export const oversightRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/checks',
    action: 'oversight.checks',
    summary: '开通检查: posts, letters, opening balances and holidays that are not in order',
    posts: ['county_leader', 'county_assistance', 'county_finance', 'auditor', 'system_admin', 'security_admin', 'audit_admin'],
    answer: contract.checksView,
    status: 200,
    problems: ['post_required'],
    run: (ctx) => listChecks(ctx),
  }),
  route({
    method: 'GET',
    path: '/journal',
    action: 'oversight.journal',
    summary: 'Who did what, and what was refused, newest first (D-09)',
    posts: ['audit_admin', 'auditor'],
    query: contract.journalQuery,
    answer: contract.journalPage,
    status: 200,
    problems: ['post_required'],
    run: (ctx, { query }) => listJournal(ctx, query),
  }),
]
