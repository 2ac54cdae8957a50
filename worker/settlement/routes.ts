import * as contract from '../contract/index.ts'
import type { ClaimOrder, PostKind, ProblemCode } from '../contract/index.ts'
import { orderMove } from '../fund/index.ts'
import type { Context, Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { confirmClaim } from './confirm.ts'
import { dismissClaim } from './dismiss.ts'
import { listClaims } from './list.ts'
import { makeClaim } from './make.ts'

const confirmers: PostKind[] = ['finance_reviewer', 'county_assistance', 'county_finance']
const refusals: ProblemCode[] = ['not_found', 'post_required', 'out_of_scope', 'fund_frozen']
const paid: ProblemCode[] = [...refusals, 'place_overdrawn', 'paper_used', 'period_closed', 'paid_on_wrong']
type Params = Record<string, string>
type Order = { on?: string | undefined; bankSerial?: string; decisionNumber?: string; reason: string }

const order = (event: ClaimOrder) => (ctx: Context, { params, body }: { params: Params; body: Order }) =>
  orderMove(ctx, { claim: params.id ?? '' }, {
    event,
    paper: body.bankSerial ?? body.decisionNumber ?? null,
    reason: body.reason,
    ...(body.on === undefined ? {} : { on: body.on }),
  })

export const settlementRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/funds/:code/claims',
    action: 'settlement.list',
    summary: 'The claims of a fund, newest first',
    posts: ['cashier', 'caseworker', 'deputy_leader', 'leader', 'county_leader', 'auditor', ...confirmers],
    query: contract.claimsQuery,
    answer: contract.claimPage,
    status: 200,
    problems: ['not_found', 'out_of_scope'],
    run: (ctx, { params, query }) => listClaims(ctx, params.code ?? '', query),
  }),
  route({
    method: 'POST',
    path: '/funds/:code/claims',
    action: 'settlement.claim',
    summary: '核销: a batch of cleared payouts',
    posts: ['cashier', 'caseworker', 'finance_reviewer'],
    body: contract.makeClaim,
    answer: contract.claimMade,
    status: 201,
    problems: [...refusals, 'not_claimable', 'beneficiary'],
    run: (ctx, { params, body }) => makeClaim(ctx, params.code ?? '', body),
  }),
  route({
    method: 'POST',
    path: '/claims/:id/confirmation',
    action: 'settlement.confirm',
    summary: '财政所, 县救助股, 县财政 in turn; the third makes the claim stand',
    posts: confirmers,
    body: contract.confirmClaim,
    answer: contract.claimConfirmed,
    status: 201,
    problems: [...refusals, 'not_your_turn', 'second_person_required', 'maker_left', 'claim_closed', 'place_overdrawn'],
    run: (ctx, { params }) => confirmClaim(ctx, params.id ?? ''),
  }),
  route({
    method: 'POST',
    path: '/claims/:id/dismissal',
    action: 'settlement.dismiss',
    summary: 'A wrong claim ends with a reason',
    posts: ['cashier', 'caseworker', ...confirmers],
    body: contract.dismissClaim,
    answer: contract.claimDismissed,
    status: 201,
    problems: [...refusals, 'claim_closed'],
    run: (ctx, { params, body }) => dismissClaim(ctx, params.id ?? '', body),
  }),
  route({
    method: 'POST',
    path: '/claims/:id/replenishment',
    action: 'settlement.replenish',
    summary: '补足: the county has paid just this claim',
    posts: ['county_finance', 'cashier', 'finance_reviewer'],
    body: contract.replenishOrder,
    answer: contract.ordered,
    status: 201,
    problems: paid,
    run: order('replenish'),
  }),
  route({
    method: 'POST',
    path: '/claims/:id/settlement',
    action: 'settlement.settle',
    summary: 'Accepted without being paid: propose; a second person confirms',
    posts: ['county_finance'],
    body: contract.settleOrder,
    answer: contract.ordered,
    status: 201,
    problems: paid,
    run: order('settle'),
  }),
  route({
    method: 'POST',
    path: '/claims/:id/reopening',
    action: 'settlement.reopen',
    summary: '退回核销: each payout goes back to itself; a second person confirms',
    posts: ['county_assistance', 'county_finance'],
    body: contract.reopenOrder,
    answer: contract.ordered,
    status: 201,
    problems: paid,
    run: order('reopen'),
  }),
]
