import {
  allocate,
  confirmProposal as confirmShape,
  deposit,
  dismissed,
  dismissProposal as dismissShape,
  entriesQuery,
  entryPage,
  funds,
  fundView,
  ordered,
  undo,
  withdraw,
} from '../contract/index.ts'
import type { PostKind, ProblemCode } from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { confirmProposal } from './confirm.ts'
import { dismissProposal } from './dismiss.ts'
import { orderMove } from './order.ts'
import { proposeUndo } from './undo.ts'
import { listEntries, listFunds, showFund } from './view.ts'

const readers: PostKind[] = [
  'caseworker',
  'finance_reviewer',
  'cashier',
  'deputy_leader',
  'leader',
  'county_assistance',
  'county_finance',
  'auditor',
]
const orderers: PostKind[] = ['cashier', 'finance_reviewer', 'county_finance', 'county_assistance']
const confirmers: PostKind[] = ['finance_reviewer', 'deputy_leader', 'leader', 'county_finance', 'county_assistance']
const refusals: ProblemCode[] = ['post_required', 'not_found']
const code = (params: Record<string, string>): string => params.code ?? ''

export const fundRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/funds',
    action: 'fund.list',
    summary: 'Funds in scope',
    posts: readers,
    answer: funds,
    status: 200,
    problems: [],
    run: (ctx) => listFunds(ctx),
  }),
  route({
    method: 'GET',
    path: '/funds/:code',
    action: 'fund.show',
    summary: 'One fund: balances by place',
    posts: readers,
    answer: fundView,
    status: 200,
    problems: ['not_found', 'out_of_scope'],
    run: (ctx, { params }) => showFund(ctx, code(params)),
  }),
  route({
    method: 'GET',
    path: '/funds/:code/entries',
    action: 'fund.entries',
    summary: 'The ledger with running balance',
    posts: readers,
    query: entriesQuery,
    answer: entryPage,
    status: 200,
    problems: ['not_found', 'out_of_scope'],
    run: (ctx, { params, query }) => listEntries(ctx, code(params), query),
  }),
  route({
    method: 'POST',
    path: '/funds/:code/allocations',
    action: 'fund.allocate',
    summary: '拨入: propose; a second person confirms',
    posts: ['county_finance', 'county_assistance'],
    body: allocate,
    answer: ordered,
    status: 201,
    problems: [...refusals, 'paper_used', 'paid_on_wrong'],
    run: (ctx, { params, body }) => orderMove(ctx, code(params), 'allocate', body),
  }),
  route({
    method: 'POST',
    path: '/funds/:code/withdrawals',
    action: 'fund.withdraw',
    summary: '提现: propose; a second person confirms',
    posts: ['cashier'],
    body: withdraw,
    answer: ordered,
    status: 201,
    problems: [...refusals, 'out_of_scope', 'paper_used', 'paid_on_wrong'],
    run: (ctx, { params, body }) => orderMove(ctx, code(params), 'withdraw', body),
  }),
  route({
    method: 'POST',
    path: '/funds/:code/deposits',
    action: 'fund.deposit',
    summary: '存回: cash back to the bank',
    posts: ['cashier'],
    body: deposit,
    answer: ordered,
    status: 201,
    problems: [...refusals, 'out_of_scope', 'paper_used', 'paid_on_wrong', 'fund_insufficient'],
    run: (ctx, { params, body }) => orderMove(ctx, code(params), 'deposit', body),
  }),
  route({
    method: 'POST',
    path: '/funds/:code/undos',
    action: 'fund.undo',
    summary: '冲正: propose the mirror image of one entry',
    posts: ['finance_reviewer', 'cashier', 'county_finance'],
    body: undo,
    answer: ordered,
    status: 201,
    problems: [...refusals, 'out_of_scope', 'already_undone'],
    run: (ctx, { params, body }) => proposeUndo(ctx, code(params), body),
  }),
  route({
    method: 'POST',
    path: '/funds/:code/proposals/:id/confirmation',
    action: 'fund.confirm',
    summary: 'The second person confirms',
    posts: confirmers,
    body: confirmShape,
    answer: ordered,
    status: 201,
    problems: [...refusals, 'out_of_scope', 'second_person_required', 'fund_insufficient', 'proposal_closed', 'already_undone'],
    run: (ctx, { params }) => confirmProposal(ctx, code(params), params.id ?? ''),
  }),
  route({
    method: 'POST',
    path: '/funds/:code/proposals/:id/dismissal',
    action: 'fund.dismiss',
    summary: 'A wrong proposal ends, with a reason',
    posts: [...new Set([...orderers, ...confirmers])],
    body: dismissShape,
    answer: dismissed,
    status: 201,
    problems: ['not_found', 'post_required', 'out_of_scope', 'proposal_closed'],
    run: (ctx, { params, body }) => dismissProposal(ctx, code(params), params.id ?? '', body),
  }),
]
