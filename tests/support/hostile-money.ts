import { afterwardsOf } from './afterwards.ts'
import type { Crew } from './crew.ts'
import type { Phone } from './phone.ts'
import { forCounty } from './steps.ts'

export type Target = { phone: Phone; path: string; body: unknown }

export const much = 999_999_999
export const order = { amountFen: much, bankSerial: 'BK-0001', reason: '备用' }

/** The orders of fund, payout and claim: a right body, and somebody who does not move the money with it. */
export const moneyTargets: Record<string, (crew: Crew) => Promise<Target>> = {
  // who may not: the body is read before the post is asked, and even the right one moves nothing
  ...Object.fromEntries(
    ['return', 'interest', 'fee', 'receive', 'identify'].map((event) => [
      `fund.${event}`,
      async ({ leader, fund }: Crew) => ({
        phone: leader,
        path: `/funds/${fund}/${event === 'identify' ? 'identifications' : event === 'receive' ? 'receipts' : `${event}s`}`,
        body: { ...order, on: '2026-09-28' },
      }),
    ]),
  ),
  'fund.close': async ({ reviewer, fund }) => ({
    phone: reviewer,
    path: `/funds/${fund}/closings`,
    body: { untilOn: '2026-09-30' },
  }),
  'grants.proposeCounty': async (crew) => ({
    phone: crew.leader,
    path: `/requests/${await crew.escalated()}/county-proposal`,
    body: { ...forCounty({ amountFen: much }), minutes: { text: '会议同意', evidenceId: 'evi_0000000000000000' } },
  }),
  'grants.confirmCounty': async (crew) => ({
    phone: crew.leader,
    path: `/requests/${await crew.escalated()}/county-grant`,
    body: { proposal: 1, reason: '同意' },
  }),
  'grants.cancelPayout': async (crew) => ({
    phone: crew.leader,
    path: `${(await crew.granted()).payout}/cancellation`,
    body: { reason: '不再需要' },
  }),
  'grants.voidSlip': async (crew) => ({
    phone: crew.caseworker,
    path: `${(await crew.handed()).payout}/slip-voiding`,
    body: { reason: '照片模糊' },
  }),
  'grants.reject': async (crew) => ({
    phone: crew.leader,
    path: `${(await crew.sent()).payout}/rejection`,
    body: { reason: '户名不符' },
  }),
  'grants.bounce': async (crew) => ({
    phone: crew.leader,
    path: `${(await crew.paid()).payout}/return`,
    body: { bankSerial: 'TP-0001', on: '2026-09-28', reason: '退票' },
  }),
  'grants.disallow': async (crew) => ({
    phone: crew.reviewer,
    path: `${(await crew.paid()).payout}/disallowance`,
    body: afterwardsOf(crew).decided(),
  }),
  'grants.recover': async (crew) => ({
    phone: crew.cashier,
    path: `${(await crew.paid()).payout}/recovery`,
    body: { ...order, on: '2026-09-28' },
  }),
  'grants.writeOff': async (crew) => ({
    phone: crew.reviewer,
    path: `${(await afterwardsOf(crew).recoverable()).payout}/write-off`,
    body: afterwardsOf(crew).decided(),
  }),
  'grants.reclaim': async (crew) => ({
    phone: crew.reviewer,
    path: `${(await crew.paid()).payout}/reclaim`,
    body: afterwardsOf(crew).decided(),
  }),
  'grants.lateReturn': async (crew) => ({
    phone: crew.cashier,
    path: `${(await crew.paid()).payout}/late-return`,
    body: { ...order, on: '2026-09-28' },
  }),
  'settlement.claim': async (crew) => ({
    phone: crew.cashier,
    path: `/funds/${crew.fund}/claims`,
    body: { payoutIds: [`${(await crew.paid()).grant}.1`] },
  }),
  'settlement.confirm': async (crew) => ({
    phone: await afterwardsOf(crew).finance(),
    path: `${(await afterwardsOf(crew).claim()).claim}/confirmation`,
    body: {},
  }),
  'settlement.dismiss': async (crew) => ({
    phone: crew.cashier,
    path: `${(await afterwardsOf(crew).claim()).claim}/dismissal`,
    body: { reason: '漏了一笔' },
  }),
  'settlement.replenish': async (crew) => ({
    phone: crew.leader,
    path: `${(await afterwardsOf(crew).claimed()).claim}/replenishment`,
    body: { bankSerial: 'BZ-0001', on: '2026-09-28', reason: '补足' },
  }),
  'settlement.settle': async (crew) => ({
    phone: await afterwardsOf(crew).finance(),
    path: `${(await afterwardsOf(crew).claimed()).claim}/settlement`,
    body: { decisionNumber: '财社〔2026〕12号', reason: '不再补足' },
  }),
  'settlement.reopen': async (crew) => ({
    phone: await afterwardsOf(crew).finance(),
    path: `${(await afterwardsOf(crew).claimed()).claim}/reopening`,
    body: { reason: '资料有误' },
  }),
}
