import * as contract from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { listOwnConsents, withdrawConsent } from './consents.ts'
import { showOwnData } from './own-data.ts'
import { revealPerson } from './reveal.ts'
import { listOwnReveals, listReveals } from './reveals.ts'
import { reviewReveals } from './review.ts'

const id = (params: Record<string, string>): string => params.id ?? ''

export const privacyRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/persons/:id/reveals',
    action: 'privacy.reveal',
    summary: 'One field of a person in full, for an officer of the case, with a reason',
    posts: ['caseworker', 'finance_reviewer', 'cashier', 'deputy_leader', 'leader', 'county_assistance'],
    body: contract.makeReveal,
    answer: contract.revealed,
    status: 201,
    problems: ['not_found', 'post_required', 'out_of_scope', 'reveal_limit', 'reveal_over'],
    run: (ctx, { params, body }) => revealPerson(ctx, id(params), body),
  }),
  route({
    method: 'GET',
    path: '/reveals',
    action: 'privacy.reveals',
    summary: 'Who looked at whose data and why, newest first',
    posts: ['leader', 'auditor', 'audit_admin'],
    query: contract.revealsQuery,
    answer: contract.revealPage,
    status: 200,
    problems: ['post_required'],
    run: (ctx, { query }) => listReveals(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/officers/:id/reveal-reviews',
    action: 'privacy.review',
    summary: "An officer's reveals were looked at; his day's count begins anew",
    posts: ['leader', 'audit_admin'],
    body: contract.reviewReveals,
    answer: contract.revealsReviewed,
    status: 201,
    problems: ['not_found', 'post_required', 'out_of_scope', 'second_person_required'],
    run: (ctx, { params }) => reviewReveals(ctx, id(params)),
  }),
  route({
    method: 'GET',
    path: '/own/reveals',
    action: 'privacy.ownReveals',
    summary: "Who looked at the caller's own data, and why",
    posts: 'anyone',
    answer: contract.ownReveals,
    status: 200,
    problems: [],
    run: (ctx) => listOwnReveals(ctx),
  }),
  route({
    method: 'GET',
    path: '/own/data',
    action: 'privacy.ownData',
    summary: 'What is kept about the caller, in full',
    posts: 'anyone',
    answer: contract.ownData,
    status: 200,
    problems: [],
    run: (ctx) => showOwnData(ctx),
  }),
  route({
    method: 'GET',
    path: '/own/consents',
    action: 'privacy.ownConsents',
    summary: 'What the caller was told and agreed to, and what is still to be shown',
    posts: 'anyone',
    answer: contract.ownConsents,
    status: 200,
    problems: [],
    run: (ctx) => listOwnConsents(ctx),
  }),
  route({
    method: 'POST',
    path: '/own/consents/:id/withdrawal',
    action: 'privacy.withdrawConsent',
    summary: 'The separate consent is taken back',
    posts: 'anyone',
    body: contract.withdrawConsent,
    answer: contract.consentWithdrawn,
    status: 201,
    problems: ['not_found', 'consent_withdrawn'],
    run: (ctx, { params }) => withdrawConsent(ctx, id(params)),
  }),
]
