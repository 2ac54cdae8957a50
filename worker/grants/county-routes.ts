import * as contract from '../contract/index.ts'
import type { ProblemCode } from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { confirmCounty } from './confirm-county.ts'
import { proposeCounty } from './propose-county.ts'

const refusals: ProblemCode[] = [
  'not_found',
  'post_required',
  'request_not_open',
  'not_escalated',
  'request_not_accepted',
  'already_granted',
  'beneficiary',
  'public_notice_needed',
  'small_cap',
]

/** What was reported to the county, decided by the county from its own fund (N-20). */
export const countyRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/requests/:id/county-proposal',
    action: 'grants.proposeCounty',
    summary: '县救助股 proposes what the county should grant',
    posts: ['county_assistance'],
    body: contract.proposeCounty,
    answer: contract.countyProposed,
    status: 201,
    problems: [...refusals, 'minutes_needed', 'evidence_unknown'],
    run: (ctx, { params, body }) => proposeCounty(ctx, params.id ?? '', body),
  }),
  route({
    method: 'POST',
    path: '/requests/:id/county-grant',
    action: 'grants.confirmCounty',
    summary: 'The county leader confirms: granted from the county’s own fund',
    posts: ['county_leader'],
    body: contract.confirmCounty,
    answer: contract.granted,
    status: 201,
    problems: [
      ...refusals,
      'proposal_missing',
      'proposal_changed',
      'same_person',
      'payee_needed',
      'payee_changed',
      'payee_holder',
      'payee_shared',
      'exception_changed',
      'policy_changed',
      'fund_insufficient',
      'fund_frozen',
    ],
    run: (ctx, { params, body }) => confirmCounty(ctx, params.id ?? '', body),
  }),
]
