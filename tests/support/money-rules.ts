import { afterwardsOf, paper } from './afterwards.ts'
import { fundCode } from './county.ts'
import type { Rule } from './rule.ts'
import { each, keepers, order, readers } from './rule.ts'

const staged = { amountFen: 50_000, payouts: [{ amountFen: 20_000 }, { amountFen: 30_000 }] }

/** Who may move money, written by hand: fund, stages, what came back, claims. */
export const moneyRules: Record<string, Rule> = {
  'fund.list': { call: () => ({ path: '/funds' }), may: each(readers, 200), elsewhere: 200 },
  'fund.show': { call: () => ({ path: `/funds/${fundCode()}` }), may: each(readers, 200) },
  'fund.entries': { call: () => ({ path: `/funds/${fundCode()}/entries` }), may: each(readers, 200) },
  'fund.allocate': {
    call: () => ({ path: `/funds/${fundCode()}/allocations`, body: order() }),
    may: { county_finance: 201, county_assistance: 201 },
  },
  'fund.withdraw': { call: () => ({ path: `/funds/${fundCode()}/withdrawals`, body: order() }), may: { cashier: 201 } },
  'fund.return': { call: () => ({ path: `/funds/${fundCode()}/returns`, body: order() }), may: { cashier: 201, county_finance: 'post_required' } },
  'fund.interest': { call: () => ({ path: `/funds/${fundCode()}/interests`, body: order() }), may: { ...each(keepers, 201), county_finance: 'post_required' } },
  'fund.fee': { call: () => ({ path: `/funds/${fundCode()}/fees`, body: order() }), may: { ...each(keepers, 201), county_finance: 'post_required' } },
  'fund.receive': { call: () => ({ path: `/funds/${fundCode()}/receipts`, body: order() }), may: { ...each(keepers, 201), county_finance: 'post_required' } },
  'fund.identify': { call: () => ({ path: `/funds/${fundCode()}/identifications`, body: order() }), may: { ...each(keepers, 201), county_finance: 'post_required' } },
  'fund.close': {
    call: () => ({ path: `/funds/${fundCode()}/closings`, body: { untilOn: '2026-09-30' } }),
    may: { finance_reviewer: 'period_open' },
  },
  'fund.deposit': { call: () => ({ path: `/funds/${fundCode()}/deposits`, body: order() }), may: { cashier: 201 } },
  // the county's money is undone by the county, the drawer's by the township
  'fund.undo': {
    call: () => ({ path: `/funds/${fundCode()}/undos`, body: { entrySeq: 2, reason: '写错' } }),
    may: {
      ...each(keepers, 201),
      ...each(['caseworker', 'deputy_leader', 'leader', 'county_finance', 'county_assistance'], 'post_required'),
    },
  },
  'fund.dismiss': {
    call: async (crew) => ({ path: `${await crew.proposed()}/dismissal`, body: { reason: '写错了' } }),
    may: {
      ...each(['cashier', 'finance_reviewer', 'deputy_leader', 'leader'], 201),
      ...each(['caseworker', 'county_finance', 'county_assistance'], 'post_required'),
    },
  },
  'fund.confirm': {
    call: async (crew) => ({ path: `${await crew.proposed(order())}/confirmation`, body: {} }),
    may: {
      ...each(['finance_reviewer', 'deputy_leader', 'leader'], 201),
      ...each(['county_finance', 'county_assistance', 'county_leader'], 'post_required'),
    },
  },
  'grants.cancelPayout': {
    call: async (crew) => ({ path: `${(await crew.granted(staged)).payout}/cancellation`, body: { reason: '不再需要' } }),
    may: { deputy_leader: 201, leader: 'not_your_decision' },
  },
  'grants.voidSlip': {
    call: async (crew) => ({ path: `${(await crew.handed()).payout}/slip-voiding`, body: { reason: '照片模糊' } }),
    may: { ...each(['cashier', 'deputy_leader', 'leader'], 201), caseworker: 'post_required' },
  },
  'grants.reject': {
    call: async (crew) => ({ path: `${(await crew.sent()).payout}/rejection`, body: { reason: '户名不符' } }),
    may: { cashier: 201, county_finance: 'post_required' },
  },
  'grants.bounce': {
    call: async (crew) => ({ path: `${(await crew.paid()).payout}/return`, body: { bankSerial: paper(), reason: '退票' } }),
    may: { cashier: 201, county_finance: 'post_required' },
  },
  'grants.disallow': {
    call: async (crew) => ({ path: `${(await crew.paid()).payout}/disallowance`, body: afterwardsOf(crew).decided() }),
    may: each(['finance_reviewer', 'deputy_leader', 'leader', 'county_assistance'], 201),
  },
  'grants.recover': {
    call: async (crew) => ({ path: `${(await afterwardsOf(crew).recoverable()).payout}/recovery`, body: order() }),
    may: { cashier: 201, county_finance: 'post_required' },
  },
  'grants.writeOff': {
    call: async (crew) => {
      const life = afterwardsOf(crew)
      return { path: `${(await life.recoverable()).payout}/write-off`, body: life.decided() }
    },
    may: each(['finance_reviewer', 'county_assistance'], 201),
  },
  'grants.reclaim': {
    call: async (crew) => {
      const life = afterwardsOf(crew)
      return { path: `${(await life.replenished()).payout}/reclaim`, body: life.decided() }
    },
    may: each(['finance_reviewer', 'county_assistance', 'county_finance'], 201),
  },
  'grants.lateReturn': {
    call: async (crew) => ({ path: `${(await afterwardsOf(crew).replenished()).payout}/late-return`, body: order() }),
    may: { cashier: 201 },
  },
  'settlement.list': {
    call: () => ({ path: `/funds/${fundCode()}/claims` }),
    may: each(readers, 200),
  },
  'settlement.claim': {
    call: async (crew) => {
      const { grant } = await afterwardsOf(crew).cleared()
      return { path: `/funds/${fundCode()}/claims`, body: { payoutIds: [`${grant}.1`] } }
    },
    may: each(['cashier', 'caseworker', 'finance_reviewer'], 201),
  },
  'settlement.confirm': {
    call: async (crew) => ({ path: `${(await afterwardsOf(crew).claim()).claim}/confirmation`, body: {} }),
    may: { finance_reviewer: 201, ...each(['county_assistance', 'county_finance'], 'not_your_turn') },
  },
  'settlement.dismiss': {
    call: async (crew) => ({ path: `${(await afterwardsOf(crew).claim()).claim}/dismissal`, body: { reason: '漏了一笔' } }),
    may: { ...each(['cashier', 'finance_reviewer', 'county_assistance', 'county_finance'], 201), caseworker: 'post_required' },
  },
  'settlement.replenish': {
    call: async (crew) => ({
      path: `${(await afterwardsOf(crew).claimed()).claim}/replenishment`,
      body: { bankSerial: paper(), reason: '补足' },
    }),
    may: each([...keepers, 'county_finance'], 201),
  },
  'settlement.settle': {
    call: async (crew) => ({
      path: `${(await afterwardsOf(crew).claimed()).claim}/settlement`,
      body: { decisionNumber: paper(), reason: '不再补足' },
    }),
    may: { county_finance: 201 },
  },
  'settlement.reopen': {
    call: async (crew) => ({ path: `${(await afterwardsOf(crew).claimed()).claim}/reopening`, body: { reason: '资料有误' } }),
    may: each(['county_assistance', 'county_finance'], 201),
  },
}
