import { describe, expect, test } from 'vitest'
import type { DecisionView, RequestView } from '../../worker/contract/requests.ts'
import { chipsOf, firstAmount, verdictOf } from '../../miniprogram/official/request/decide.ts'

const decision: DecisionView = {
  fundCode: 'F990101001', availableFen: 4_860_000, cashFen: 320_000, quotaFen: 5_000_000, smallCapFen: 82_800,
  urgentCeilingFen: 300_000, cashCapFen: 100_000, explanationDays: 5, dueOn: '2026-11-30', dueProvisional: false,
  owed: { small: ['NARRATIVE'], urgent: ['EVENT_PROOF', 'NARRATIVE'] }, hasPayee: true, chain: [], grantsThisYear: 0,
  duplicates: [], blockers: [],
  facts: {
    accepted: true, open: true, escalated: false, granted: false, kin: false, letterFen: 300_000, lastingCost: false, notice: null, hasPayee: true, payeeFits: true,
    persons: 3, overdue: 0, year: { total: 0, sameCause: 0, before: 0 }, payeeHouseholds: 0, exceptions: [], fund: { bankFen: 4_860_000, cashFen: 320_000, frozen: false },
    actor: { leads: true, filedOrAccepted: false, gains: false },
  },
  limits: {
    smallCapFen: 82_800, smallBasis: 'per_case', urgentCeilingFen: 300_000, cashCapFen: 100_000, overdueBlockUrgent: 3,
    sameCausePerYear: 1, householdPerYear: 2, payeeSharedLimit: 2,
    dibaoFen: 82_800, ruralDibaoFen: 61_600, formulaBasis: 'per_person', monthsMin: 1, monthsMax: 6, daysMax: 180, lightCapFen: 80_000,
  },
}
const view = { actions: ['grant', 'setPayee', 'escalate'], askedFen: null } as unknown as RequestView
const judged = (amount: string, change: Partial<DecisionView['facts']> = {}, channel: 'transfer' | 'cash' = 'transfer') =>
  verdictOf(view, { ...decision, facts: { ...decision.facts, ...change } }, amount, channel)

describe('what the one button says', () => {
  test.each([
    ['828', '小额快救 828 元', 'small'], ['828.01', '先行救助 828.01 元', 'urgent'], ['1,000', '先行救助 1,000 元', 'urgent'],
    ['３０００', '先行救助 3,000 元', 'urgent'],
  ])('%s -> %s', (amount, button, track) => {
    expect(judged(amount)).toMatchObject({ go: 'grant', button, track, why: '' })
  })

  test('once its notice has hung out a standard request is granted as such, up to the published sum', () => {
    const hung = (state: 'running' | 'finished') => ({ ...decision, facts: { ...decision.facts, lastingCost: true, notice: { fen: 200_000, state } } })
    const standard = { ...view, track: 'standard' } as RequestView
    expect(verdictOf(standard, hung('finished'), '2000', 'transfer')).toMatchObject({ go: 'grant', track: 'standard', button: '一般程序 2,000 元' })
    expect(verdictOf(standard, hung('finished'), '2000.01', 'transfer')).toMatchObject({ go: 'wait', why: '公示的金额是 2,000.00 元,不能再多' })
    expect(verdictOf(standard, hung('running'), '2000', 'transfer')).toMatchObject({ go: 'standard', button: '去办一般程序', why: '公示还没有满期,满期后才能批' })
    expect(firstAmount({ ...standard, askedFen: 300_000 }, hung('finished'))).toBe('2000')
  })

  test('above the ceiling, beyond the fund and for kin it is the county that decides, and the line says why', () => {
    expect(judged('3000.01')).toMatchObject({ go: 'escalate', button: '报县级审批', escalation: 'OVER_CEILING' })
    expect(judged('1000', { fund: { bankFen: 40_000, cashFen: 0, frozen: false } })).toMatchObject({ go: 'escalate', escalation: 'FUND_SHORT' })
    expect(judged('500', { kin: true })).toMatchObject({ go: 'escalate', escalation: 'KIN' })
  })

  test('without an account a transfer waits for one, and cash does not', () => {
    expect(judged('500', { hasPayee: false })).toMatchObject({ go: 'payee', button: '登记收款账户' })
    expect(judged('500', { hasPayee: false }, 'cash')).toMatchObject({ go: 'grant' })
    expect(judged('1500', {}, 'cash')).toMatchObject({ go: 'wait', why: '现金最多 1,000.00 元,请改转账' })
  })

  test.each(['', '0', '-5', '1e3', '12.345', 'abc'])('"%s" is no sum', (amount) => {
    expect(judged(amount).go).toBe('wait')
  })
})

test('the first sum is what was asked, never above what may be given', () => {
  expect(firstAmount({ ...view, askedFen: 50_000 }, decision)).toBe('500')
  expect(firstAmount({ ...view, askedFen: 800_000 }, decision)).toBe('3000')
  expect(firstAmount(view, decision)).toBe('828')
  expect(chipsOf(decision).map(({ label }) => label)).toEqual(['500', '828', '1,000', '2,000'])
})
