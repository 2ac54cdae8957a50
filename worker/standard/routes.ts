import * as contract from '../contract/index.ts'
import type { PostKind, ProblemCode } from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { authoriseCheck } from './authorise.ts'
import { checkMeans } from './check.ts'
import { listNotices } from './notices.ts'
import { raiseObjection } from './object.ts'
import { postNotice } from './post.ts'
import { holdHearing, settleObjection } from './settle.ts'
import { signSurvey, surveyHome } from './survey.ts'
import { listUnsigned } from './unsigned.ts'
import { viewStandard } from './view.ts'

const office: PostKind[] = ['caseworker', 'deputy_leader', 'leader']
const steps: ProblemCode[] = ['not_found', 'request_not_accepted', 'request_not_open', 'post_required', 'out_of_scope', 'beneficiary']
const id = (params: Record<string, string>): string => params.id ?? ''

export const standardRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/requests/:id/standard',
    action: 'standard.view',
    summary: 'The steps of 一般程序: who did which, and what is next',
    posts: 'anyone',
    answer: contract.standardView,
    status: 200,
    problems: ['not_found'],
    run: (ctx, { params }) => viewStandard(ctx, id(params)),
  }),
  route({
    method: 'POST',
    path: '/requests/:id/authorisation',
    action: 'standard.authorise',
    summary: 'Every adult lets income and property be checked (F-2)',
    posts: ['caseworker'],
    body: contract.authoriseCheck,
    answer: contract.checkAuthorised,
    status: 201,
    problems: [...steps, 'evidence_unknown'],
    run: (ctx, { params, body }) => authoriseCheck(ctx, id(params), body),
  }),
  route({
    method: 'POST',
    path: '/requests/:id/check',
    action: 'standard.check',
    summary: '核对 or 免核 (N-05, N-12)',
    posts: ['caseworker'],
    body: contract.checkMeans,
    answer: contract.meansChecked,
    status: 201,
    problems: [...steps, 'authorisation_missing', 'check_expired'],
    run: (ctx, { params, body }) => checkMeans(ctx, id(params), body),
  }),
  route({
    method: 'POST',
    path: '/requests/:id/survey',
    action: 'standard.survey',
    summary: '入户调查 with photos (F-3)',
    posts: ['caseworker'],
    body: contract.surveyHome,
    answer: contract.homeSurveyed,
    status: 201,
    problems: [...steps, 'evidence_unknown'],
    run: (ctx, { params, body }) => surveyHome(ctx, id(params), body),
  }),
  route({
    method: 'POST',
    path: '/requests/:id/survey/signature',
    action: 'standard.signSurvey',
    summary: 'The second surveyor, by own login',
    posts: contract.surveyors,
    body: contract.signSurvey,
    answer: contract.surveySigned,
    status: 201,
    problems: [...steps, 'survey_missing', 'second_person_required'],
    run: (ctx, { params }) => signSurvey(ctx, id(params)),
  }),
  route({
    method: 'GET',
    path: '/surveys',
    action: 'standard.listUnsigned',
    summary: 'Surveys that wait for a second surveyor',
    posts: contract.surveyors,
    answer: contract.unsignedSurveys,
    status: 200,
    problems: ['post_required'],
    run: (ctx) => listUnsigned(ctx),
  }),
  route({
    method: 'POST',
    path: '/requests/:id/publication',
    action: 'standard.postNotice',
    summary: '公示 for the days of the policy (F-7)',
    posts: office,
    body: contract.postNotice,
    answer: contract.noticePosted,
    status: 201,
    problems: [...steps, 'survey_missing', 'check_missing', 'means_over', 'need_exceeded', 'objection_open', 'policy_changed'],
    run: (ctx, { params, body }) => postNotice(ctx, id(params), body),
  }),
  route({
    method: 'GET',
    path: '/notices',
    action: 'standard.listNotices',
    summary: 'What hangs out in public now, without login (F-7, D-12)',
    posts: 'public',
    query: contract.noticesQuery,
    answer: contract.noticePage,
    status: 200,
    problems: [],
    run: (ctx, { query }) => listNotices(ctx, query),
  }),
  route({
    method: 'POST',
    path: '/notices/:id/objections',
    action: 'standard.object',
    summary: 'Anybody objects, or an officer writes down who telephoned',
    posts: 'anyone',
    body: contract.raiseObjection,
    answer: contract.objectionRaised,
    status: 201,
    problems: ['not_found', 'notice_closed', 'already_objected', 'post_required'],
    run: (ctx, { params, body }) => raiseObjection(ctx, id(params), body),
  }),
  route({
    method: 'POST',
    path: '/objections/:id/hearing',
    action: 'standard.hear',
    summary: '民主评议, only where somebody objected',
    posts: office,
    body: contract.holdHearing,
    answer: contract.hearingHeld,
    status: 201,
    problems: ['not_found', 'objection_settled', 'post_required', 'out_of_scope'],
    run: (ctx, { params, body }) => holdHearing(ctx, id(params), body),
  }),
  route({
    method: 'POST',
    path: '/objections/:id/result',
    action: 'standard.settle',
    summary: 'Dismissed, amended or upheld',
    posts: ['deputy_leader', 'leader'],
    body: contract.settleObjection,
    answer: contract.objectionSettled,
    status: 201,
    problems: [...steps, 'objection_settled', 'same_person', 'notice_amount'],
    run: (ctx, { params, body }) => settleObjection(ctx, id(params), body),
  }),
]
