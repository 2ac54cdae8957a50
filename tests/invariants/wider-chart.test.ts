import { describe, expect, it } from 'vitest'
import type { Bend } from '../support/attack.ts'
import { actOf, attackedAt, attackedFund as fund, bentEntry, officer } from '../support/attack.ts'
import { engines, Refused } from '../support/engines.ts'
import { claimed, claimedPayout, confirmer, deed, freeze, thaw, timerAct, waiting, waitingPayout, widerCounty } from '../support/wider-attack.ts'

const finance = officer('county_finance')
const assistance = officer('county_assistance')
const reviewer = officer('finance_reviewer')
const cashier = officer('cashier')
const replenish = {
  event: 'replenish', debit_place: 'bank.available', credit_place: 'claimed', fen: 50_000, claim_id: claimed, paper: 'BC-0001', made_by: finance,
}
const claim = {
  event: 'claim', debit_place: 'claimed', credit_place: 'cleared', fen: 50_000, paper: null, claim_id: waiting, payout_id: waitingPayout,
  made_by: cashier, checked_by: finance,
}
const settle = { ...replenish, event: 'settle', debit_place: 'county', checked_by: assistance }
const ofPayout = (event: string, debit_place: string, credit_place: string, bend: Bend = {}): Bend =>
  ({ event, debit_place, credit_place, fen: 50_000, payout_id: waitingPayout, paper: 'JD-0001', made_by: reviewer, checked_by: officer('leader'), ...bend })
const byTimer = { made_by: null, checked_by: null, paper: null, journal_id: timerAct }
const open = { sql: "(SELECT id FROM payouts WHERE id NOT IN (SELECT payout_id FROM claim_items))" }

/** Each is refused for its bend, whatever the engine. */
const bends: [string, string, Bend][] = [
  ['voucher zero', 'chain_stale', { voucher: 0 }],
  ['the last voucher again', 'chain_stale', { voucher: 1 }],
  ['a voucher left out', 'chain_stale', { voucher: 900 }],
  ['no voucher', 'chain_stale', { voucher: null }],
  ['a voucher in words', 'cannot store TEXT value in INTEGER column.*', { voucher: 'III' }],
  ['the voucher of last year', 'chain_stale', { voucher_year: 2025 }],
  ['the voucher of next year', 'chain_stale', { voucher_year: 2027, voucher: 1 }],
  ['no year', 'chain_stale', { voucher_year: null }],
  ['the last day of a closed month', 'period_closed', { day: '2026-08-31' }],
  ['a day of a closed month', 'period_closed', { day: '2026-08-30' }],
  ['a day before the fund', 'period_closed', { day: '2020-01-01' }],
  ['a claim where none belongs', 'move_unknown', { claim_id: claimed }],
  ['a second person where none belongs', 'move_unknown', { checked_by: reviewer }],
  ['by the timer', 'move_unknown', byTimer],
  ['interest by the leader', 'post_required', { event: 'interest', credit_place: 'county', made_by: officer('leader') }],
  ['interest without a serial', 'move_unknown', { event: 'interest', credit_place: 'county', paper: null }],
  ['a fee beyond the fund', 'fund_insufficient', { event: 'fee', debit_place: 'county', credit_place: 'bank.available', fen: 90_000_000 }],
  ['unknown money without a serial', 'move_unknown', { event: 'receive', debit_place: 'bank.unknown', credit_place: 'suspense', paper: null }],
  ['unknown money identified by one', 'second_person_required', { event: 'identify', debit_place: 'suspense', credit_place: 'bank.unknown' }],
  ['a return to the county that nobody confirmed', 'second_person_required', { event: 'return', debit_place: 'county', credit_place: 'bank.available', checked_by: reviewer }],
  ['replenished in part', 'move_unknown', { ...replenish, fen: 49_999 }],
  ['replenished twice over', 'place_overdrawn', { ...replenish, fen: 100_000 }],
  ['a claim nobody confirmed replenished', 'place_overdrawn', { ...replenish, claim_id: waiting }],
  ['no claim replenished', 'move_unknown', { ...replenish, claim_id: null }],
  ['an unknown claim replenished', 'move_unknown', { ...replenish, claim_id: 'clm_none' }],
  ['a payout replenished', 'move_unknown', { ...replenish, payout_id: claimedPayout }],
  ['replenished without a serial', 'move_unknown', { ...replenish, paper: null }],
  ['replenished by the caseworker', 'post_required', { ...replenish, made_by: officer('caseworker') }],
  ['replenished into cash', 'move_unknown', { ...replenish, debit_place: 'cash.available' }],
  ['settled by one', 'second_person_required', { ...settle, checked_by: null }],
  ['settled though nobody ordered it', 'second_person_required', settle],
  ['reopened though nobody ordered it', 'second_person_required', { ...settle, event: 'reopen', debit_place: 'cleared', payout_id: claimedPayout }],
  ['claimed before three confirmed', 'move_unknown', claim],
  ['claimed by one', 'second_person_required', { ...claim, checked_by: null }],
  ['claimed a second time', 'move_unknown', { ...claim, claim_id: claimed, payout_id: claimedPayout }],
  ['claimed through another’s claim', 'move_unknown', { ...claim, claim_id: claimed }],
  ['claimed in part', 'move_unknown', { ...claim, fen: 1 }],
  ['lapsed by a person', 'move_unknown', ofPayout('lapse', 'overdue', 'awaiting', { paper: null, checked_by: null })],
  ['lapsed though explained', 'explanation_not_due', ofPayout('lapse', 'overdue', 'awaiting', byTimer)],
  ['lapsed though not paid', 'explanation_not_due', ofPayout('lapse', 'overdue', 'awaiting', { ...byTimer, payout_id: open })],
  ['disallowed though nobody ordered it', 'second_person_required', ofPayout('disallow', 'recoverable', 'cleared')],
  ['written off though nobody ordered it', 'second_person_required', ofPayout('write_off', 'county', 'recoverable')],
  ['reclaimed though nobody ordered it', 'second_person_required', ofPayout('reclaim', 'recoverable', 'county')],
  ['returned late though nobody ordered it', 'second_person_required', ofPayout('late_return', 'bank.available', 'county', { made_by: cashier, checked_by: finance })],
  ['bounced after it was explained, by one', 'second_person_required', ofPayout('bounce', 'bank.held', 'cleared', { made_by: cashier, checked_by: null })],
  ['bounced though not paid', 'place_overdrawn', ofPayout('bounce', 'bank.held', 'awaiting', { made_by: cashier, checked_by: null, payout_id: open })],
  ['recovered though nothing is owed', 'place_overdrawn', ofPayout('recover', 'bank.available', 'recoverable', { made_by: cashier, checked_by: null })],
  ['rejected though not sent', 'place_overdrawn', ofPayout('reject', 'bank.held', 'bank.sent', { made_by: cashier, checked_by: null, paper: null, payout_id: open })],
]

const closing = (until_on: string, by = reviewer) => deed('closed_by', 'closed_at', by, { fund_code: fund, until_on })
const confirmation = (claim_id: Bend[string], n: number, by: Bend[string]) => deed('confirmed_by', 'confirmed_at', by, { claim_id, n })
const claimRow = (bend: Bend = {}): Bend =>
  ({ ...deed('made_by', 'made_at', cashier, { id: 'clm_by_hand', fund_code: fund, number: 'HX-BY-HAND' }), ...bend })

const rows: [string, string, string, Bend][] = [
  ['a month that is not over closed', 'period_open', 'closings', closing('2026-09-30')],
  ['a month closed twice', 'period_closed', 'closings', closing('2026-08-31')],
  ['an earlier month closed later', 'period_closed', 'closings', closing('2026-07-31')],
  ['half a month closed', 'CHECK', 'closings', closing('2026-09-15')],
  ['a month closed by the cashier', 'post_required', 'closings', { ...closing('2026-08-31', cashier), fund_code: 'F990101002' }],
  ['a month closed in another’s name', 'append_only', 'closings', { ...closing('2026-08-31'), journal_id: actOf(cashier) }],
  ['another sum in a closed month', 'append_only', 'closing_balances', { fund_code: fund, until_on: '2026-08-31', place: 'county', fen: 1, journal_id: actOf(reviewer) }],
  ['a claim by the leader', 'post_required', 'claims', { ...deed('made_by', 'made_at', officer('leader'), { id: 'clm_1', fund_code: fund, number: 'HX-1' }) }],
  ['a claim in another’s name', 'append_only', 'claims', claimRow({ journal_id: actOf(reviewer) })],
  ['a claim’s id again', 'append_only', 'claims', claimRow({ id: claimed })],
  ['a claim’s number again', 'append_only', 'claims', claimRow({ number: { sql: '(SELECT min(number) FROM claims)' } })],
  ['a payout added to a claim later', 'append_only', 'claim_items', { claim_id: claimed, payout_id: waitingPayout, fen: 50_000, journal_id: actOf(cashier) }],
  ['the second confirmation first', 'chain_stale', 'claim_confirmations', confirmation(waiting, 2, confirmer[1])],
  ['the first confirmation by the wrong post', 'not_your_turn', 'claim_confirmations', confirmation(waiting, 1, confirmer[2])],
  ['the first confirmation by its maker', 'second_person_required', 'claim_confirmations', confirmation(waiting, 1, cashier)],
  ['a fourth confirmation', 'claim_closed', 'claim_confirmations', confirmation(claimed, 4, confirmer[0])],
  ['a confirmed claim dismissed', 'claim_closed', 'claim_dismissals', deed('dismissed_by', 'dismissed_at', reviewer, { claim_id: claimed, reason_text_id: { sql: '(SELECT id FROM texts LIMIT 1)' } })],
  ['a claim dismissed by the leader', 'post_required', 'claim_dismissals', deed('dismissed_by', 'dismissed_at', officer('leader'), { claim_id: waiting, reason_text_id: { sql: '(SELECT id FROM texts LIMIT 1)' } })],
  ['a fund frozen by a person', 'append_only', 'freezes', { ...freeze, journal_id: actOf(finance) }],
  ['a fund thawed that is not frozen', 'append_only', 'thaws', thaw],
  ['a freeze out of its order', 'append_only', 'freezes', { ...freeze, n: 2 }],
]

const tables = ['closings', 'closing_balances', 'claims', 'claim_items', 'claim_confirmations', 'freezes', 'thaws']
const rewrites = [
  ...tables.flatMap((table) => [`DELETE FROM ${table}`, `UPDATE ${table} SET journal_id = 'another'`, `REPLACE INTO ${table} SELECT * FROM ${table}`]),
  'UPDATE entries SET voucher = voucher + 1', 'UPDATE entries SET claim_id = NULL', 'UPDATE entries SET made_by = NULL',
  "UPDATE claim_items SET fen = 1", "UPDATE closing_balances SET fen = 0", "UPDATE closings SET until_on = '2026-07-31'", "UPDATE freezes SET fund_code = 'F990101003'",
  "UPDATE balances SET key = '' WHERE place = 'claimed'", "INSERT INTO balances VALUES ('F990101001', 'claimed', 'clm_none', 5, 0)",
  "UPDATE moves SET makers = '*'", "UPDATE moves SET whole = 0, paper = 'none'", 'UPDATE moves SET undo_makers = NULL, undo_checkers = NULL',
]
const verbs = ['INSERT', ...['REPLACE', 'IGNORE', 'FAIL', 'ROLLBACK', 'ABORT'].map((or) => `INSERT OR ${or}`)]

describe.each(engines)('$name', (engine) => {
  it(`${bends.length} entries of claims, vouchers and closed months and ${rows.length} rows beside them are refused, each for its bend`, async () => {
    const attacked = await widerCounty(engine)
    const refused = (code: string) => new RegExp(`^(${code})( constraint failed.*)?$`)
    for (const [name, code, bend] of bends) await expect(bentEntry(attacked, bend), name).rejects.toThrow(refused(code))
    for (const [name, code, table, row] of rows) await expect(attacked.insert(table, row), name).rejects.toThrow(refused(code))
    // unbent it is accepted, so the refusals above are for their bends
    await bentEntry(attacked, replenish)
    expect(await attacked.one(`SELECT fen FROM balances WHERE fund_code = '${fund}' AND place = 'claimed' AND key = ${claimed.sql}`)).toBe(0)
  })

  it('however these are inserted, nothing moves', async () => {
    const attacked = await widerCounty(engine)
    const before = await attacked.photo()
    const tried = (attempt: Promise<unknown>, name: string) => attempt.catch((error: unknown) => expect(error, name).toBeInstanceOf(Refused))
    for (const verb of verbs) {
      for (const [name, , bend] of bends) await tried(bentEntry(attacked, bend, verb), name)
      for (const [name, , table, row] of rows) await tried(attacked.insert(table, row, verb), name)
      expect(await attacked.photo(), verb).toEqual(before)
    }
  })

  it(`${rewrites.length} rewrites of what was claimed, closed and frozen are refused by a rule, and change nothing`, async () => {
    const attacked = await widerCounty(engine)
    const before = await attacked.photo()
    for (const sql of rewrites) {
      const refusal = await attacked.plain.run(sql).catch((error: unknown) => error)
      expect.soft(refusal, sql).toBeInstanceOf(Refused)
      expect.soft(String(refusal), sql).not.toMatch(/no such|syntax|columns but|values for/)
      expect(await attacked.photo(), sql).toEqual(before)
    }
  })

  it('a frozen fund takes no entry, order, claim or closing, and no person thaws it', async () => {
    const attacked = await widerCounty(engine)
    await attacked.insert('freezes', freeze)
    const order = deed('made_by', 'made_at', finance, {
      id: 'pro_1', fund_code: fund, event: 'allocate', fen: 1_000, day: '2026-09-28', paper: 'BK-0001', reason_text_id: { sql: '(SELECT id FROM texts LIMIT 1)' },
    })
    for (const attempt of [
      () => bentEntry(attacked), () => bentEntry(attacked, replenish), () => attacked.insert('proposals', order), () => attacked.insert('claims', claimRow()),
      () => attacked.insert('claim_confirmations', confirmation(waiting, 1, confirmer[0])),
    ]) await expect(attempt()).rejects.toThrow(/^fund_frozen$/)
    await expect(attacked.insert('closings', closing('2026-08-31'))).rejects.toThrow(/^(fund_frozen|period_closed)$/)
    const others: Bend[] = [{ journal_id: actOf(finance) }, { n: 2 }, { thawed_at: '2026-09-28T03:00:00.000Z' }]
    for (const bend of others)
      await expect(attacked.insert('thaws', { ...thaw, ...bend })).rejects.toThrow(/^append_only$/)
    await attacked.insert('thaws', thaw)
    await bentEntry(attacked)
    expect(await attacked.one(`SELECT count(*) FROM entries WHERE at = '${attackedAt}' AND paper = 'CK-0001'`)).toBe(1)
  })
})
