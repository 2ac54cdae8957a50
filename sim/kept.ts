import type { Trace } from './run.ts'

/** Traces that once failed, as short as they were found, and what they found. The bug is mended; each is walked in the tests. */
export const kept: { found: string; trace: Trace }[] = [
  {
    found: 'the undo of a payment could be confirmed only on the day it was proposed',
    trace: {
      at: '2026-12-24T06:00:00.000Z',
      steps: [
        { do: 'submit', who: 'villager', name: 'R1', self: true, cause: 'INJURY', fen: 50_000 },
        { do: 'accept', who: 'caseworker', request: 'R1', household: null, kin: false, payee: true },
        { do: 'grant', who: 'deputy', name: 'G3', request: 'R1', track: 'urgent', channel: 'transfer', fen: 50_000, stages: null },
        { do: 'send', who: 'cashier', payout: 'G3.1' },
        { do: 'pay', who: 'cashier', payout: 'G3.1', serial: 'BANK-5', on: null },
        { do: 'undo', who: 'reviewer', name: 'P6', entry: 'paid 1' },
        { do: 'wait', minutes: 1440 },
        { do: 'confirm', who: 'leader', proposal: 'P6' },
      ],
    },
  },
  {
    found: 'what was left of a payment that was disallowed in part and then came back could be neither sent nor cancelled',
    trace: {
      at: '2026-09-28T02:00:00.000Z',
      steps: [
        { do: 'submit', who: 'villager', name: 'R1', self: true, cause: 'FIRE', fen: 50_000 },
        { do: 'accept', who: 'caseworker', request: 'R1', household: null, kin: false, payee: true },
        { do: 'grant', who: 'deputy', name: 'G3', request: 'R1', track: 'urgent', channel: 'transfer', fen: 50_000, stages: null },
        { do: 'send', who: 'cashier', payout: 'G3.1' },
        { do: 'pay', who: 'cashier', payout: 'G3.1', serial: 'BANK-5', on: null },
        { do: 'disallow', who: 'reviewer', name: 'P6', payout: 'G3.1', fen: 20_000, number: 'JD-6' },
        { do: 'confirm', who: 'leader', proposal: 'P6' },
        { do: 'bounce', who: 'cashier', name: 'P8', payout: 'G3.1', serial: 'BANK-8', on: null },
      ],
    },
  },
  {
    found: 'an officer could send his own request to the county, though he may neither accept nor refuse it',
    trace: {
      at: '2026-09-28T02:00:00.000Z',
      steps: [
        { do: 'submit', who: 'deputy', name: 'R1', self: true, cause: 'FIRE', fen: 111_122 },
        { do: 'look', who: 'deputy', at: 'request', request: 'R1' },
        { do: 'escalate', who: 'deputy', request: 'R1' },
        { do: 'escalate', who: 'leader', request: 'R1' },
      ],
    },
  },
]
