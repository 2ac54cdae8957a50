import {
  closed,
  closeMonth,
  confirmProposal as confirmShape,
  dismissed,
  dismissProposal as dismissShape,
  entriesQuery,
  entryPage,
  fundOrder,
  funds,
  fundView,
  ordered,
  undo,
} from '../contract/index.ts'
import type { FundOrder, PostKind, ProblemCode } from '../contract/index.ts'
import type { Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'
import { closeMonth as closeFundMonth } from './close.ts'
import { confirmProposal } from './confirm.ts'
import { dismissProposal } from './dismiss.ts'
import { listEntries } from './ledger.ts'
import { orderMove } from './order.ts'
import { proposeUndo } from './undo.ts'
import { listFunds, showFund } from './view.ts'

const readers: PostKind[] = [
  'caseworker',
  'finance_reviewer',
  'cashier',
  'deputy_leader',
  'leader',
  'county_leader',
  'county_assistance',
  'county_finance',
  'auditor',
]
const refusals: ProblemCode[] = ['not_found', 'post_required', 'out_of_scope', 'fund_frozen', 'period_closed']
const code = (params: Record<string, string>): string => params.code ?? ''

/** The fund's own money: which order goes where, and who may give it (`moves.makers`). */
const orders: [event: Exclude<FundOrder, 'undo'>, path: string, summary: string, posts: PostKind[]][] = [
  ['allocate', 'allocations', '拨入: propose; a second person confirms', ['county_finance', 'county_assistance']],
  ['return', 'returns', '上缴 to the county: propose; a second person confirms', ['cashier', 'county_finance']],
  ['withdraw', 'withdrawals', '提现: propose; a second person confirms', ['cashier']],
  ['deposit', 'deposits', '存回: cash back to the bank', ['cashier']],
  ['interest', 'interests', '利息 the bank paid', ['cashier', 'finance_reviewer', 'county_finance']],
  ['fee', 'fees', '手续费 the bank took', ['cashier', 'finance_reviewer', 'county_finance']],
  ['receive', 'receipts', '待查款: money on the statement that nobody knows', ['cashier', 'finance_reviewer', 'county_finance']],
  ['identify', 'identifications', '查明: unknown money is known and leaves the pot; a second person confirms', ['cashier', 'finance_reviewer', 'county_finance']],
]

export const fundRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/funds',
    action: 'fund.list',
    summary: 'Funds in scope',
    posts: readers,
    answer: funds,
    status: 200,
    problems: ['post_required'],
    run: (ctx) => listFunds(ctx),
  }),
  route({
    method: 'GET',
    path: '/funds/:code',
    action: 'fund.show',
    summary: 'One fund by place, with what waits for a second person, and R-01',
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
  ...orders.map(([event, path, summary, posts]) =>
    route({
      method: 'POST',
      path: `/funds/:code/${path}`,
      action: `fund.${event}`,
      summary,
      posts,
      body: fundOrder,
      answer: ordered,
      status: 201,
      problems: [...refusals, 'paper_used', 'paid_on_wrong', 'fund_insufficient', 'place_overdrawn'],
      run: (ctx, { params, body }) =>
        orderMove(ctx, { fund: code(params) }, {
          event,
          fen: body.amountFen,
          paper: body.bankSerial,
          reason: body.reason,
          ...(body.on ? { on: body.on } : {}),
        }),
    }),
  ),
  route({
    method: 'POST',
    path: '/funds/:code/undos',
    action: 'fund.undo',
    summary: '冲正: propose the mirror of one entry',
    posts: [
      'cashier',
      'caseworker',
      'finance_reviewer',
      'deputy_leader',
      'leader',
      'county_finance',
      'county_assistance',
    ],
    body: undo,
    answer: ordered,
    status: 201,
    problems: [...refusals, 'already_undone'],
    run: (ctx, { params, body }) => proposeUndo(ctx, code(params), body),
  }),
  route({
    method: 'POST',
    path: '/funds/:code/proposals/:proposal/confirmation',
    action: 'fund.confirm',
    summary: 'The second person',
    posts: ['finance_reviewer', 'deputy_leader', 'leader', 'county_finance', 'county_assistance', 'county_leader'],
    body: confirmShape,
    answer: ordered,
    status: 201,
    problems: [
      ...refusals,
      'second_person_required',
      'maker_left',
      'proposal_closed',
      'paper_used',
      'fund_insufficient',
      'place_overdrawn',
      'already_undone',
      'not_replenished',
      'bounce_of_part',
      'beneficiary',
    ],
    run: (ctx, { params }) => confirmProposal(ctx, code(params), params.proposal ?? ''),
  }),
  route({
    method: 'POST',
    path: '/funds/:code/proposals/:proposal/dismissal',
    action: 'fund.dismiss',
    summary: 'A wrong proposal ends with a reason',
    posts: [
      'cashier',
      'caseworker',
      'finance_reviewer',
      'deputy_leader',
      'leader',
      'county_finance',
      'county_assistance',
    ],
    body: dismissShape,
    answer: dismissed,
    status: 201,
    problems: ['not_found', 'post_required', 'out_of_scope', 'proposal_closed'],
    run: (ctx, { params, body }) => dismissProposal(ctx, code(params), params.proposal ?? '', body),
  }),
  route({
    method: 'POST',
    path: '/funds/:code/closings',
    action: 'fund.close',
    summary: '结账: a month that is over takes no entry any more',
    posts: ['finance_reviewer'],
    body: closeMonth,
    answer: closed,
    status: 201,
    problems: [...refusals, 'period_open', 'slip_waiting', 'year_end_return'],
    run: (ctx, { params, body }) => closeFundMonth(ctx, code(params), body),
  }),
]
