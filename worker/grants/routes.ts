import * as contract from '../contract/index.ts'
import type { PostKind, ProblemCode } from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { cancelGrant } from './cancel.ts'
import { cancelPayout } from './cancel-payout.ts'
import { countersignPayout } from './countersign.ts'
import { countyRoutes } from './county-routes.ts'
import { decideGrant } from './decide.ts'
import { payPayout } from './pay.ts'
import { payoutOrderRoutes } from './order-routes.ts'
import { sendPayout } from './send.ts'
import { voidSlip } from './void-slip.ts'

const leaders: PostKind[] = ['deputy_leader', 'leader']
const refusals: ProblemCode[] = ['not_found', 'post_required', 'out_of_scope', 'fund_frozen']
const id = (params: Record<string, string>): string => params.id ?? ''
/** A payout's number; anything else names none. */
const n = (params: Record<string, string>): number => (/^\d{1,6}$/.test(params.n ?? '') ? Number(params.n) : 0)

export const grantRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/requests/:id/grant',
    action: 'grants.decide',
    summary: 'The one confirm: grants and debits the fund at once',
    posts: leaders,
    body: contract.makeGrant,
    answer: contract.granted,
    status: 201,
    problems: [
      ...refusals,
      'request_not_open',
      'request_not_accepted',
      'already_granted',
      'same_person',
      'beneficiary',
      'kin_needs_county',
      'overdue_explanations',
      'no_letter',
      'small_cap',
      'county_turn',
      'public_notice_needed',
      'notice_running',
      'objection_open',
      'notice_amount',
      'cash_cap',
      'payee_needed',
      'payee_changed',
      'payee_holder',
      'same_cause_this_year',
      'household_year_limit',
      'still_in_need',
      'payee_shared',
      'exception_changed',
      'policy_changed',
      'fund_insufficient',
    ],
    run: (ctx, { params, body }) => decideGrant(ctx, id(params), body),
  }),
  route({
    method: 'POST',
    path: '/grants/:id/cancellation',
    action: 'grants.cancel',
    summary: 'Cancelled by the same official before it is sent',
    posts: [...leaders, 'county_leader'],
    body: contract.cancelGrant,
    answer: contract.cancelled,
    status: 201,
    problems: [...refusals, 'not_your_decision', 'cannot_cancel', 'request_not_open'],
    run: (ctx, { params, body }) => cancelGrant(ctx, id(params), body),
  }),
  route({
    method: 'POST',
    path: '/grants/:id/payouts/:n/cancellation',
    action: 'grants.cancelPayout',
    summary: 'One stage is not needed any more (N-21)',
    posts: leaders,
    body: contract.cancelPayout,
    answer: contract.payoutCancelled,
    status: 201,
    problems: [...refusals, 'not_your_decision', 'cannot_cancel', 'request_not_open'],
    run: (ctx, { params, body }) => cancelPayout(ctx, id(params), n(params), body),
  }),
  route({
    method: 'POST',
    path: '/grants/:id/payouts/:n/sending',
    action: 'grants.send',
    summary: 'The bank has its instruction',
    posts: ['cashier', 'county_finance'],
    body: contract.sendPayout,
    answer: contract.payoutStep,
    status: 201,
    problems: [...refusals, 'request_not_open', 'beneficiary', 'cashier_is_reviewer', 'place_overdrawn', 'move_unknown'],
    run: (ctx, { params }) => sendPayout(ctx, id(params), n(params)),
  }),
  route({
    method: 'POST',
    path: '/grants/:id/payouts/:n/payment',
    action: 'grants.pay',
    summary: 'Paid by bank serial, or cash handed over with a slip',
    posts: ['cashier', 'caseworker', 'county_finance'],
    body: contract.payPayout,
    answer: contract.payoutStep,
    status: 201,
    problems: [
      ...refusals,
      'request_not_open',
      'beneficiary',
      'bank_serial_needed',
      'slip_needed',
      'slip_waiting',
      'paid_on_wrong',
      'period_closed',
      'cashier_is_reviewer',
      'place_overdrawn',
      'paper_used',
      'calendar_missing',
      'evidence_unknown',
      'evidence_used',
    ],
    run: (ctx, { params, body }) => payPayout(ctx, id(params), n(params), body),
  }),
  route({
    method: 'POST',
    path: '/grants/:id/payouts/:n/countersignature',
    action: 'grants.countersign',
    summary: 'The second officer of a cash payment',
    posts: ['cashier', 'caseworker', 'finance_reviewer'],
    body: contract.countersignPayout,
    answer: contract.payoutStep,
    status: 201,
    problems: [
      ...refusals,
      'request_not_open',
      'beneficiary',
      'slip_missing',
      'second_person_required',
      'maker_left',
      'cashier_is_reviewer',
      'place_overdrawn',
      'calendar_missing',
    ],
    run: (ctx, { params }) => countersignPayout(ctx, id(params), n(params)),
  }),
  route({
    method: 'POST',
    path: '/grants/:id/payouts/:n/slip-voiding',
    action: 'grants.voidSlip',
    summary: 'A cash slip that nobody can sign any more',
    posts: ['cashier', 'caseworker', ...leaders],
    body: contract.voidSlip,
    answer: contract.slipVoided,
    status: 201,
    problems: [...refusals, 'slip_missing', 'place_overdrawn'],
    run: (ctx, { params, body }) => voidSlip(ctx, id(params), n(params), body),
  }),
  ...payoutOrderRoutes,
  ...countyRoutes,
]
