import * as contract from '../contract/index.ts'
import type { PostKind, ProblemCode } from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { acceptRequest } from './accept.ts'
import { answerException } from './answer-exception.ts'
import { askForException } from './ask-exception.ts'
import { addPhotos } from './add-photos.ts'
import { enterAid } from './enter-aid.ts'
import { withdrawAid } from './withdraw-aid.ts'
import { changeHousehold } from './change-household.ts'
import { escalateRequest } from './escalate.ts'
import { handBackRequest } from './hand-back.ts'
import { setPayee } from './payee.ts'
import { giveNotice } from './notice.ts'
import { refuseRequest } from './refuse.ts'
import { showHousehold } from './show-household.ts'
import { submitRequest } from './submit.ts'
import { withdrawRequest } from './withdraw.ts'

const officers: PostKind[] = ['caseworker', 'deputy_leader', 'leader']
const countyOfficers: PostKind[] = ['county_assistance', 'county_leader']
const refusals: ProblemCode[] = ['not_found', 'request_not_open', 'post_required', 'out_of_scope']
const id = (params: Record<string, string>): string => params.id ?? ''

export const requestRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/requests',
    action: 'requests.submit',
    summary: 'Ask for help, for oneself or somebody else',
    posts: 'anyone',
    body: contract.submitRequest,
    answer: contract.submitted,
    status: 201,
    problems: ['township_unknown', 'evidence_unknown', 'post_required'],
    run: (ctx, { body }) => submitRequest(ctx, body),
  }),
  route({
    method: 'POST',
    path: '/requests/:id/photos',
    action: 'requests.addPhotos',
    summary: 'Photos that came up later',
    posts: 'anyone',
    body: contract.addPhotos,
    answer: contract.photosAdded,
    status: 201,
    problems: ['not_found', 'request_not_open', 'out_of_scope', 'evidence_unknown'],
    run: (ctx, { params, body }) => addPhotos(ctx, id(params), body),
  }),
  route({
    method: 'POST',
    path: '/requests/:id/acceptance',
    action: 'requests.accept',
    summary: '受理 with the kin question',
    posts: ['caseworker'],
    body: contract.acceptRequest,
    answer: contract.accepted,
    status: 201,
    problems: [
      ...refusals,
      'already_accepted',
      'beneficiary',
      'household_unclear',
      'household_elsewhere',
      'payee_authority',
    ],
    run: (ctx, { params, body }) => acceptRequest(ctx, id(params), body),
  }),
  route({
    method: 'GET',
    path: '/households/:id',
    action: 'requests.household',
    summary: 'A household: members and what changed',
    posts: 'anyone',
    answer: contract.householdView,
    status: 200,
    problems: ['not_found'],
    run: (ctx, { params }) => showHousehold(ctx, id(params)),
  }),
  route({
    method: 'POST',
    path: '/households/:id/changes',
    action: 'requests.changeHousehold',
    summary: 'Members join, leave, move (分户, 并户)',
    posts: ['caseworker'],
    body: contract.changeHousehold,
    answer: contract.householdChanged,
    status: 201,
    problems: ['not_found', 'post_required', 'out_of_scope', 'beneficiary', 'household_same', 'chain_stale'],
    run: (ctx, { params, body }) => changeHousehold(ctx, id(params), body),
  }),
  route({
    method: 'POST',
    path: '/requests/:id/notice',
    action: 'requests.giveNotice',
    summary: 'The person or the guardian was told how their data is used',
    posts: ['caseworker'],
    body: contract.giveNotice,
    answer: contract.noticeGiven,
    status: 201,
    problems: ['not_found', 'post_required', 'out_of_scope'],
    run: (ctx, { params, body }) => giveNotice(ctx, id(params), body),
  }),
  route({
    method: 'POST',
    path: '/households/:id/aid',
    action: 'requests.enterAid',
    summary: 'What another programme gave',
    posts: ['caseworker'],
    body: contract.enterAid,
    answer: contract.aidEntered,
    status: 201,
    problems: ['not_found', 'post_required', 'out_of_scope', 'beneficiary', 'aid_later'],
    run: (ctx, { params, body }) => enterAid(ctx, id(params), body),
  }),
  route({
    method: 'POST',
    path: '/households/:id/aid/:aid/withdrawal',
    action: 'requests.withdrawAid',
    summary: 'Another programme’s row was wrong: its mirror row',
    posts: ['caseworker'],
    body: contract.withdrawAid,
    answer: contract.aidEntered,
    status: 201,
    problems: ['not_found', 'post_required', 'out_of_scope', 'beneficiary', 'aid_withdrawn'],
    run: (ctx, { params, body }) => withdrawAid(ctx, id(params), params.aid ?? '', body),
  }),
  route({
    method: 'POST',
    path: '/requests/:id/exceptions',
    action: 'requests.askException',
    summary: 'An exception to how often, or to a shared account',
    posts: officers,
    body: contract.askException,
    answer: contract.exceptionAsked,
    status: 201,
    problems: [...refusals, 'county_turn', 'request_not_accepted', 'already_granted', 'beneficiary', 'exception_asked', 'chain_stale'],
    run: (ctx, { params, body }) => askForException(ctx, id(params), body),
  }),
  route({
    method: 'POST',
    path: '/requests/:id/exceptions/:n/answer',
    action: 'requests.answerException',
    summary: 'The county consents, or not',
    posts: ['county_assistance'],
    body: contract.answerException,
    answer: contract.exceptionAnswered,
    status: 201,
    problems: ['not_found', 'post_required', 'request_not_open', 'beneficiary', 'same_person', 'exception_answered'],
    run: (ctx, { params, body }) => answerException(ctx, id(params), Number(params.n), body),
  }),
  route({
    method: 'POST',
    path: '/requests/:id/payee',
    action: 'requests.setPayee',
    summary: 'Where a transfer goes',
    posts: 'anyone',
    body: contract.setPayee,
    answer: contract.payeeSet,
    status: 201,
    problems: ['not_found', 'request_not_open', 'post_required', 'already_granted', 'payee_authority'],
    run: (ctx, { params, body }) => setPayee(ctx, id(params), body),
  }),
  route({
    method: 'POST',
    path: '/requests/:id/refusal',
    action: 'requests.refuse',
    summary: '不予救助 with facts, ground and reason',
    posts: [...officers, ...countyOfficers],
    body: contract.refuseRequest,
    answer: contract.refused,
    status: 201,
    problems: [...refusals, 'already_granted', 'beneficiary', 'county_turn', 'refusal_code_unused'],
    run: (ctx, { params, body }) => refuseRequest(ctx, id(params), body),
  }),
  route({
    method: 'POST',
    path: '/requests/:id/withdrawal',
    action: 'requests.withdraw',
    summary: 'Taken back by who asked',
    posts: 'anyone',
    body: contract.withdrawRequest,
    answer: contract.withdrawn,
    status: 201,
    problems: ['not_found', 'request_not_open', 'out_of_scope', 'already_granted'],
    run: (ctx, { params, body }) => withdrawRequest(ctx, id(params), body),
  }),
  route({
    method: 'POST',
    path: '/requests/:id/escalation',
    action: 'requests.escalate',
    summary: "The county's turn",
    posts: officers,
    body: contract.escalateRequest,
    answer: contract.escalated,
    status: 201,
    problems: [...refusals, 'already_granted', 'beneficiary', 'handed_back'],
    run: (ctx, { params, body }) => escalateRequest(ctx, id(params), body),
  }),
  route({
    method: 'POST',
    path: '/requests/:id/hand-back',
    action: 'requests.handBack',
    summary: 'The county gives it back to the township',
    posts: countyOfficers,
    body: contract.handBack,
    answer: contract.handedBack,
    status: 201,
    problems: [...refusals, 'not_escalated', 'already_granted', 'beneficiary', 'kin_needs_county'],
    run: (ctx, { params, body }) => handBackRequest(ctx, id(params), body),
  }),
]
