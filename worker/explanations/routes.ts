import * as contract from '../contract/index.ts'
import type { PostKind, ProblemCode } from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { acceptExplanation } from './accept.ts'
import { fileExplanation } from './file.ts'
import { sendBackExplanation } from './send-back.ts'

const checkers: PostKind[] = ['caseworker', 'finance_reviewer', 'deputy_leader', 'leader', 'county_assistance', 'county_leader']
const refusals: ProblemCode[] = ['not_found', 'post_required', 'out_of_scope', 'explanation_accepted']
const id = (params: Record<string, string>): string => params.id ?? ''

export const explanationRoutes: Route[] = [
  route({
    method: 'PUT',
    path: '/grants/:id/explanation',
    action: 'explanations.file',
    summary: 'File the explanation',
    posts: 'anyone',
    body: contract.fileExplanation,
    answer: contract.explanationFiled,
    status: 200,
    problems: [
      'not_found',
      'post_required',
      'explanation_accepted',
      'explanation_not_owed',
      'explanation_empty',
      'evidence_unknown',
      'request_not_open',
    ],
    run: (ctx, { params, body }) => fileExplanation(ctx, id(params), body),
  }),
  route({
    method: 'POST',
    path: '/grants/:id/explanation/acceptance',
    action: 'explanations.accept',
    summary: 'Another person accepts it',
    posts: checkers,
    body: contract.acceptExplanation,
    answer: contract.explanationAccepted,
    status: 201,
    problems: [...refusals, 'same_person', 'beneficiary', 'explanation_not_filed', 'explanation_not_due'],
    run: (ctx, { params }) => acceptExplanation(ctx, id(params)),
  }),
  route({
    method: 'POST',
    path: '/grants/:id/explanation/return',
    action: 'explanations.sendBack',
    summary: 'Sent back with a reason',
    posts: checkers,
    body: contract.returnExplanation,
    answer: contract.explanationReturned,
    status: 201,
    problems: [...refusals, 'same_person', 'explanation_not_filed', 'calendar_missing'],
    run: (ctx, { params, body }) => sendBackExplanation(ctx, id(params), body),
  }),
]
