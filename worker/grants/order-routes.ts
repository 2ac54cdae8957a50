import * as contract from '../contract/index.ts'
import type { PayoutOrder, PostKind, ProblemCode } from '../contract/index.ts'
import { orderMove } from '../fund/index.ts'
import type { Context, Route } from '../platform/index.ts'
import { route } from '../platform/index.ts'

const refusals: ProblemCode[] = [
  'not_found',
  'post_required',
  'out_of_scope',
  'beneficiary',
  'place_overdrawn',
  'move_unknown',
  'paper_used',
  'period_closed',
  'fund_frozen',
]
type Params = Record<string, string>
type Order = { amountFen?: number; on?: string | undefined; bankSerial?: string; decisionNumber?: string; reason: string }

const order = (event: PayoutOrder) => (ctx: Context, { params, body }: { params: Params; body: Order }) =>
  orderMove(ctx, { payout: `${params.id ?? ''}.${params.n ?? ''}` }, {
    event,
    paper: body.bankSerial ?? body.decisionNumber ?? null,
    reason: body.reason,
    ...(body.amountFen === undefined ? {} : { fen: body.amountFen }),
    ...(body.on === undefined ? {} : { on: body.on }),
  })

/** What the bank did to a payout, and what was paid wrongly (F-11): `moves` says which of them need a second person. */
export const payoutOrderRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/grants/:id/payouts/:n/rejection',
    action: 'grants.reject',
    summary: 'The bank refused the instruction at once: in transit -> held',
    posts: ['cashier', 'county_finance'],
    body: contract.rejectOrder,
    answer: contract.ordered,
    status: 201,
    problems: [...refusals, 'cashier_is_reviewer'],
    run: order('reject'),
  }),
  route({
    method: 'POST',
    path: '/grants/:id/payouts/:n/return',
    action: 'grants.bounce',
    summary: '退票: paid money came back; once explained a second person confirms',
    posts: ['cashier', 'county_finance'],
    body: contract.bounceOrder,
    answer: contract.ordered,
    status: 201,
    problems: [...refusals, 'cashier_is_reviewer', 'bounce_of_part'],
    run: order('bounce'),
  }),
  ...decided('disallowance', 'disallow', '不予认可: propose; a second person confirms', [
    'finance_reviewer',
    'deputy_leader',
    'leader',
    'county_assistance',
  ]),
  route({
    method: 'POST',
    path: '/grants/:id/payouts/:n/recovery',
    action: 'grants.recover',
    summary: '追回: money that was paid wrongly came back to the bank; part of it may',
    posts: ['cashier', 'county_finance'],
    body: contract.fundOrder,
    answer: contract.ordered,
    status: 201,
    problems: refusals,
    run: order('recover'),
  }),
  ...decided('write-off', 'write_off', '核销损失: propose; the county confirms', ['finance_reviewer', 'county_assistance']),
  ...decided('reclaim', 'reclaim', 'After replenishment it turned out wrong: propose; the county confirms', [
    'finance_reviewer',
    'county_assistance',
    'county_finance',
  ]),
  route({
    method: 'POST',
    path: '/grants/:id/payouts/:n/late-return',
    action: 'grants.lateReturn',
    summary: '补足后退票: the bank returned money that the county had made good already',
    posts: ['cashier'],
    body: contract.fundOrder,
    answer: contract.ordered,
    status: 201,
    problems: [...refusals, 'not_replenished'],
    run: order('late_return'),
  }),
]

function decided(path: string, event: PayoutOrder, summary: string, posts: PostKind[]): Route[] {
  return [
    route({
      method: 'POST',
      path: `/grants/:id/payouts/:n/${path}`,
      action: `grants.${event === 'write_off' ? 'writeOff' : event}`,
      summary,
      posts,
      body: contract.decidedOrder,
      answer: contract.ordered,
      status: 201,
      problems: [...refusals, 'not_replenished'],
      run: order(event),
    }),
  ]
}
