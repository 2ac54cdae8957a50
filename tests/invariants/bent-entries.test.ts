import { describe, expect, it } from 'vitest'
import type { Bend } from '../support/attack.ts'
import { actOf, attackedCounty, attackedFund as fund, bentEntry, officer } from '../support/attack.ts'
import { fundCode } from '../support/county.ts'
import { engines, Refused } from '../support/engines.ts'

const payout = { sql: '(SELECT id FROM payouts LIMIT 1)' }
const applicant = { sql: '(SELECT person_id FROM requests LIMIT 1)' }
const nextDoor = { sql: "(SELECT person_id FROM posts WHERE kind = 'cashier' AND township_code = '990101002')" }
const theirs = (column: string) => ({
  sql: `(SELECT ${column} FROM entries WHERE fund_code = '${fundCode(2)}' ORDER BY seq DESC LIMIT 1)`,
})
const turned = (bend: Bend): Bend => ({ ...bend, debit_place: bend.credit_place!, credit_place: bend.debit_place! })
const whole = { fen: 50_000, payout_id: payout, paper: null }
const reserve = {
  ...whole,
  event: 'reserve',
  debit_place: 'bank.held',
  credit_place: 'bank.available',
  made_by: officer('deputy_leader'),
}
const sending = { ...whole, event: 'send', debit_place: 'bank.sent', credit_place: 'bank.held' }
const paid = { ...whole, event: 'paid', debit_place: 'awaiting', paper: 'TX-0001' }
const byHand = { event: 'paid', debit_place: 'awaiting', paper: 'TX-0001', checked_by: officer('caseworker') }
const fundNextDoor = {
  fund_code: fundCode(2),
  made_by: nextDoor,
  seq: theirs('seq + 1'),
  prev: theirs('hash'),
}
const accept = {
  ...whole,
  event: 'accept',
  debit_place: 'cleared',
  credit_place: 'awaiting',
  checked_by: officer('finance_reviewer'),
}
const allocate = {
  event: 'allocate',
  credit_place: 'county',
  made_by: officer('county_finance'),
  checked_by: officer('county_assistance'),
}
const undo = {
  event: 'undo',
  debit_place: 'county',
  credit_place: 'bank.available',
  fen: 8_000_000,
  undoes: 1,
  paper: null,
  made_by: officer('finance_reviewer'),
  checked_by: officer('leader'),
}

/** Each is bent in one thing and refused for it; orders of two people that nobody confirmed are refused for that. */
const bends: [string, string, Bend][] = [
  ['no fen', 'move_unknown', { fen: 0 }],
  ['negative fen', 'move_unknown', { fen: -1 }],
  ['half a fen', 'move_unknown', { fen: { sql: '0.5' } }],
  ['a whole real', 'move_unknown', { fen: { sql: '100.0' } }],
  ['a text', 'move_unknown', { fen: '100' }],
  ['a word', 'move_unknown', { fen: 'NaN' }],
  ['infinity', 'move_unknown', { fen: { sql: '9e999' } }],
  ['null fen', 'move_unknown', { fen: null }],
  ['a blob', 'move_unknown', { fen: { sql: "x'64'" } }],
  ['two to the 53', 'move_unknown', { fen: 2n ** 53n }],
  ['more than there is', 'fund_insufficient', { fen: 800_001 }],
  ['the largest integer', 'move_unknown', { fen: 2n ** 63n - 1n }],
  ['another seq', 'chain_stale', { seq: 99_999 }],
  ['seq again', 'chain_stale', { seq: 1 }],
  ['seq zero', 'chain_stale', { seq: 0 }],
  ['seq null', 'chain_stale', { seq: null }],
  ['another prev', 'chain_stale', { prev: 'c'.repeat(64) }],
  ['no prev', 'chain_stale', { prev: '' }],
  ['a short hash', 'CHECK', { hash: 'abc' }],
  ['a null hash', 'NOT NULL', { hash: null }],
  ['no facts', 'CHECK', { facts_hash: '' }],
  ['unknown fund', 'post_required', { fund_code: 'F000000000', seq: 1, voucher: 1, prev: '' }],
  ['unknown event', 'move_unknown', { event: 'gift' }],
  ['unknown place', 'move_unknown', { debit_place: 'pocket' }],
  ['both the same place', 'move_unknown', { debit_place: 'cash.available' }],
  ['the pair turned round', 'move_unknown', { debit_place: 'cash.available', credit_place: 'bank.available' }],
  ['out of thin air', 'move_unknown', { credit_place: 'county' }],
  ['into a claim', 'move_unknown', { debit_place: 'claimed' }],
  ['straight to cleared', 'move_unknown', { debit_place: 'cleared' }],
  ['event of another pair', 'move_unknown', { event: 'withdraw' }],
  ['allocation by one person', 'second_person_required', { ...allocate, checked_by: null }],
  ['allocation checked by its maker', 'second_person_required', { ...allocate, checked_by: officer('county_finance') }],
  ['allocation by the township', 'second_person_required', { ...allocate, made_by: officer('cashier') }],
  ['allocation checked by the auditor', 'second_person_required', { ...allocate, checked_by: officer('auditor') }],
  ['a day that is none', 'paid_on_wrong', { day: '2026-02-30' }],
  ['a day in words', 'paid_on_wrong', { day: 'yesterday' }],
  ['a null day', 'NOT NULL', { day: null }],
  ['an instant without zone', 'move_unknown', { at: '2026-09-28 02:00' }],
  ['nobody', 'move_unknown', { made_by: null }],
  ['somebody unknown', 'post_required', { made_by: 'per_nobody' }],
  ['an applicant', 'post_required', { made_by: applicant }],
  ['the leader as cashier', 'post_required', { made_by: officer('deputy_leader') }],
  ['a cashier of another township', 'post_required', { made_by: nextDoor }],
  ['no paper', 'move_unknown', { paper: null }],
  ['a journal row that is none', 'move_unknown', { journal_id: 'jrn_none' }],
  ['no journal row', 'move_unknown', { journal_id: null }],
  ["somebody else's act", 'move_unknown', { journal_id: actOf(officer('caseworker')) }],
  ['an act of another time', 'move_unknown', { at: '2026-09-28T01:59:59.000Z' }],
  ['a payout where none belongs', 'move_unknown', { payout_id: payout }],
  ['a second reserve', 'already_granted', { ...reserve }],
  ['a reserve of another sum', 'already_granted', { ...reserve, fen: 49_999 }],
  ['a release without cancellation', 'move_unknown', { ...turned(reserve), event: 'release' }],
  ['paid before it was sent', 'place_overdrawn', { ...paid, credit_place: 'bank.sent' }],
  ['paid as cash though a transfer', 'move_unknown', { ...whole, ...byHand, credit_place: 'cash.held' }],
  ['sent by the approver', 'post_required', { ...sending, made_by: officer('deputy_leader') }],
  ['part of a payout sent', 'move_unknown', { ...sending, fen: 1 }],
  ['a payout through another fund', 'move_unknown', { ...sending, ...fundNextDoor }],
  ['accepted without explanation', 'explanation_not_filed', { ...accept }],
  ['an undo of nothing', 'move_unknown', { ...undo, undoes: 500 }],
  ['an undo by one person', 'second_person_required', { ...undo, checked_by: null }],
  ['an undo of another sum', 'move_unknown', { ...undo, fen: 1 }],
  ['an undo of a reserve', 'move_unknown', { ...turned(reserve), event: 'undo', payout_id: null, undoes: 3 }],
]

describe.each(engines)('$name', (engine) => {
  it('the unbent entry is accepted, so every refusal below is for its bend', async () => {
    const attacked = await attackedCounty(engine)
    await attacked.everybodyActs()
    await bentEntry(attacked)
    const left = `SELECT fen FROM balances WHERE fund_code = '${fund}' AND place = 'cash.available'`
    expect(await attacked.one(left)).toBe(799_900)
    await expect(bentEntry(attacked)).rejects.toThrow(/paper_used$/)
  })

  it(`${bends.length} bent entries are refused, each for its bend`, async () => {
    const attacked = await attackedCounty(engine)
    await attacked.everybodyActs()
    for (const [name, code, bend] of bends)
      await expect(bentEntry(attacked, bend), name).rejects.toThrow(new RegExp(`^${code}( constraint failed.*)?$`))
  })

  it('the money of a cancelled grant is neither sent nor paid nor cleared', async () => {
    const attacked = await attackedCounty(engine)
    const grant = String(await attacked.one('SELECT id FROM grants'))
    const reply = await attacked.leader.post(`/grants/${grant}/cancellation`, { reason: '金额写错' })
    expect(reply.status).toBe(201)
    await attacked.everybodyActs()
    for (const bend of [sending, { ...paid, credit_place: 'bank.sent' }, accept])
      await expect(bentEntry(attacked, bend), bend.event).rejects.toThrow(/^request_not_open$/)
  })

  it('however a bent entry is inserted, it moves nothing', async () => {
    const attacked = await attackedCounty(engine)
    await attacked.everybodyActs()
    const before = await attacked.photo()
    const verbs = ['INSERT', ...['REPLACE', 'IGNORE', 'FAIL', 'ROLLBACK', 'ABORT'].map((or) => `INSERT OR ${or}`)]
    for (const [name, , bend] of bends) {
      for (const verb of verbs) {
        // refused aloud; IGNORE refuses silently
        await bentEntry(attacked, bend, verb).catch((error: unknown) => expect(error, name).toBeInstanceOf(Refused))
      }
      expect(await attacked.photo(), name).toEqual(before)
    }
  })
})
