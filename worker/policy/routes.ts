import * as contract from '../contract/index.ts'
import { publicPolicy } from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { draftPolicy } from './draft.ts'
import { listDrafts, listVersions, previewDraft } from './drafts.ts'
import { dismissDraft, publishPolicy } from './publish.ts'
import { showPolicy } from './show.ts'

export const policyRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/policy',
    action: 'policy.show',
    summary: 'The rules in force, for anybody',
    posts: 'public',
    answer: publicPolicy,
    status: 200,
    problems: [],
    run: (ctx) => showPolicy(ctx),
  }),
  route({
    method: 'GET',
    path: '/policy/versions',
    action: 'policy.versions',
    summary: 'Every version with what it changed, for anybody',
    posts: 'public',
    answer: contract.policyVersions,
    status: 200,
    problems: [],
    run: (ctx) => listVersions(ctx),
  }),
  route({
    method: 'GET',
    path: '/policy/drafts',
    action: 'policy.drafts',
    summary: 'Drafts that wait, each with its difference from what is in force',
    posts: ['county_assistance', 'county_finance', 'auditor'],
    answer: contract.policyDrafts,
    status: 200,
    problems: ['post_required'],
    run: (ctx) => listDrafts(ctx),
  }),
  route({
    method: 'POST',
    path: '/policy/drafts',
    action: 'policy.draft',
    summary: 'A whole new version from a day to come',
    posts: ['county_assistance'],
    body: contract.draftPolicy,
    answer: contract.drafted,
    status: 201,
    problems: ['post_required', 'policy_past', 'policy_dates'],
    run: (ctx, { body }) => draftPolicy(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/policy/drafts/:id/preview',
    action: 'policy.preview',
    summary: 'Open cases that the draft would judge differently, by number',
    posts: ['county_assistance', 'county_finance', 'auditor'],
    answer: contract.policyPreview,
    status: 200,
    problems: ['post_required', 'not_found'],
    run: (ctx, { params }) => previewDraft(ctx, params.id ?? ''),
  }),
  route({
    method: 'POST',
    path: '/policy/drafts/:id/publication',
    action: 'policy.publish',
    summary: 'The draft becomes the next version, by a second person',
    posts: ['county_finance'],
    body: contract.publishPolicy,
    answer: contract.published,
    status: 201,
    problems: [
      'post_required', 'not_found', 'second_person_required', 'proposal_closed', 'policy_past', 'policy_dates', 'policy_small_cap', 'policy_tier',
      'policy_ceiling', 'policy_ceiling_low', 'policy_months', 'policy_publicity', 'policy_small_hours', 'policy_quota', 'policy_changed',
    ],
    run: (ctx, { params }) => publishPolicy(ctx, params.id ?? ''),
  }),
  route({
    method: 'POST',
    path: '/policy/drafts/:id/dismissal',
    action: 'policy.dismiss',
    summary: 'A draft ends with a reason: taken back or turned down',
    posts: ['county_assistance', 'county_finance'],
    body: contract.dismissDraft,
    answer: contract.draftDismissed,
    status: 201,
    problems: ['post_required', 'not_found', 'proposal_closed'],
    run: (ctx, { params, body }) => dismissDraft(ctx, params.id ?? '', body),
  }),
]
