import { expect, it } from 'vitest'
import type { CaseFacts, Wish } from '../../../worker/contract/index.ts'
import { against, judge, samplePolicy } from '../../../worker/contract/index.ts'
import { decideBy, proposeTrack } from '../../../worker/policy/index.ts'

const policy = { version: 1, ...samplePolicy }
const fine: CaseFacts = {
  accepted: true,
  open: true,
  escalated: false,
  granted: false,
  kin: false,
  letterFen: 300_000,
  lastingCost: false,
  notice: null,
  hasPayee: true,
  payeeFits: true,
  persons: 3,
  overdue: 0,
  year: { total: 0, sameCause: 0, before: 0 },
  payeeHouseholds: 0,
  exceptions: [],
  fund: { bankFen: 500_000, cashFen: 50_000, frozen: false },
  actor: { leads: true, filedOrAccepted: false, gains: false },
}
const small: Wish = { track: 'small', fen: 82_800, channel: 'transfer' }

it('nothing stands against a small grant at the cap', () => {
  expect(judge(fine, policy, small)).toEqual({ outcome: 'allow' })
})

const cases: [string, Partial<CaseFacts>, Partial<Wish>, string, string][] = [
  ['a finished request', { open: false }, {}, 'refuse', 'request_not_open'],
  ["one that is the county's turn", { escalated: true }, {}, 'county', 'county_turn'],
  ['one that is not accepted', { accepted: false }, {}, 'refuse', 'request_not_accepted'],
  ['one that is granted', { granted: true }, {}, 'refuse', 'already_granted'],
  ['who does not lead', { actor: { ...fine.actor, leads: false } }, {}, 'next_signer', 'post_required'],
  ['who filed or accepted it', { actor: { ...fine.actor, filedOrAccepted: true } }, {}, 'next_signer', 'same_person'],
  ['who gains', { actor: { ...fine.actor, gains: true } }, {}, 'next_signer', 'beneficiary'],
  ['kin', { kin: true }, {}, 'county', 'kin_needs_county'],
  ['a township without a letter', { letterFen: null }, {}, 'county', 'no_letter'],
  ['a fen above the letter', { letterFen: 82_799 }, {}, 'county', 'county_turn'],
  ['the standard track', {}, { track: 'standard' }, 'refuse', 'public_notice_needed'],
  ['a cause of lasting cost', { lastingCost: true }, {}, 'refuse', 'public_notice_needed'],
  ['a cause of lasting cost called urgent', { lastingCost: true }, { track: 'urgent' }, 'refuse', 'public_notice_needed'],
  ['a notice that hangs out', { notice: { fen: 90_000, state: 'running' } }, { track: 'standard' }, 'refuse', 'notice_running'],
  ['an objection', { notice: { fen: 90_000, state: 'stopped' } }, { track: 'standard' }, 'refuse', 'objection_open'],
  ['a fen above the notice', { notice: { fen: 90_000, state: 'finished' } }, { track: 'standard', fen: 90_001 }, 'refuse', 'notice_amount'],
  ['a fen above the ceiling', {}, { track: 'urgent', fen: 300_001 }, 'county', 'county_turn'],
  ['a fen above the small cap', {}, { fen: 82_801 }, 'refuse', 'small_cap'],
  ['a fen above the cash cap', {}, { track: 'urgent', channel: 'cash', fen: 100_001 }, 'refuse', 'cash_cap'],
  ['a transfer to nowhere', { hasPayee: false }, {}, 'refuse', 'payee_needed'],
  ['the same cause again', { year: { total: 1, sameCause: 1, before: 0 } }, {}, 'county', 'same_cause_this_year'],
  ['a third grant in the year', { year: { total: 2, sameCause: 0, before: 0 } }, {}, 'county', 'household_year_limit'],
  ['the same cause as last year, without a word', { year: { total: 0, sameCause: 0, before: 1 } }, {}, 'refuse', 'still_in_need'],
  ['an account of two other households', { payeeHouseholds: 2 }, {}, 'county', 'payee_shared'],
  ['too often, though one account is allowed', { exceptions: ['SHARED_PAYEE', 'STILL_IN_NEED'], year: { total: 2, sameCause: 1, before: 1 } }, {}, 'county', 'same_cause_this_year'],
  ['a frozen fund', { fund: { bankFen: 500_000, cashFen: 50_000, frozen: true } }, {}, 'county', 'fund_frozen'],
  ['an empty fund', { fund: { bankFen: 82_799, cashFen: 50_000, frozen: false } }, {}, 'county', 'fund_insufficient'],
  ['an empty drawer', {}, { channel: 'cash' }, 'refuse', 'fund_insufficient'],
  ['an empty drawer and an empty bank', { fund: { bankFen: 82_799, cashFen: 50_000, frozen: false } }, { channel: 'cash' }, 'county', 'fund_insufficient'],
  ['a third overdue explanation of the township', { overdue: 3 }, { track: 'urgent' }, 'county', 'overdue_explanations'],
  ['an account in another name', { payeeFits: false }, {}, 'refuse', 'payee_holder'],
]
it.each(cases)('against %s stands its rule', (_, facts, wish, outcome, code) => {
  expect(judge({ ...fine, ...facts }, policy, { ...small, ...wish })).toMatchObject({ outcome, code })
})

it.each<[string, Partial<CaseFacts>, Partial<Wish>]>([
  ['often, for an epidemic', { exceptions: ['EPIDEMIC'], year: { total: 5, sameCause: 3, before: 1 } }, {}],
  ['often, for an infection', { exceptions: ['RECURRENT_INFECTION'], year: { total: 5, sameCause: 3, before: 1 } }, {}],
  ['often, for another hardship', { exceptions: ['OTHER_HARDSHIP'], year: { total: 5, sameCause: 3, before: 1 } }, {}],
  ['again in a new year, still in need', { exceptions: ['STILL_IN_NEED'], year: { total: 0, sameCause: 0, before: 1 } }, {}],
  ['a shared account, consented', { exceptions: ['SHARED_PAYEE'], payeeHouseholds: 9 }, {}],
  ['a shared account, in cash', { payeeHouseholds: 9 }, { channel: 'cash', fen: 50_000 }],
  ['an account of one other household', { payeeHouseholds: 1 }, {}],
])('nothing stands against %s', (_, facts, wish) => {
  expect(judge({ ...fine, ...facts }, policy, { ...small, ...wish })).toEqual({ outcome: 'allow' })
})

it('every rule that stands is named, first things first', () => {
  expect(
    against({ ...fine, kin: true, hasPayee: false, year: { total: 2, sameCause: 1, before: 0 } }, policy, {
      ...small,
      fen: 900_000,
    }),
  ).toEqual([
    'kin_needs_county',
    'county_turn',
    'small_cap',
    'payee_needed',
    'same_cause_this_year',
    'household_year_limit',
    'fund_insufficient',
  ])
})

it.each([
  ['INJURY', null, 'small'],
  ['INJURY', 82_800, 'small'],
  ['INJURY', 82_801, 'urgent'],
  ['INJURY', 300_000, 'urgent'],
  ['INJURY', 300_001, 'standard'],
  ['MEDICAL', 1, 'standard'],
  ['EDUCATION', null, 'standard'],
  ['WAITING', 82_800, 'small'],
] as const)('%s with %s fen starts on the track %s', (cause, fen, track) => {
  expect(proposeTrack(cause, fen, policy)).toBe(track)
})

it('the clocks are calendar hours from receipt, holidays or not', () => {
  const received = new Date('2026-09-30T10:00:00.000Z')
  expect(decideBy('urgent', received, policy, '2026-10-29').toISOString()).toBe('2026-10-01T10:00:00.000Z')
  expect(decideBy('small', received, policy, '2026-10-29').toISOString()).toBe('2026-10-03T10:00:00.000Z')
  expect(decideBy('standard', received, policy, '2026-10-29').toISOString()).toBe('2026-10-29T16:00:00.000Z')
  expect(decideBy('standard', received, policy, null).toISOString()).toBe('2026-10-20T10:00:00.000Z')
})
