import { expect, it } from 'vitest'
import type { Attacked, Bend, Cell } from '../support/attack.ts'
import { actOf, attackedAt, attackedCounty, attackedFund, bentEntry, officer, rowInsert } from '../support/attack.ts'
import { fundCode } from '../support/county.ts'

const finance = officer('county_finance')
const assistance = officer('county_assistance')
const colleague = { sql: `(SELECT person_id FROM posts WHERE kind = 'county_finance' AND person_id <> ${finance.sql})` }
const text = { sql: '(SELECT id FROM texts LIMIT 1)' }
const entry = {
  event: 'allocate',
  credit_place: 'county',
  fen: 1_000,
  paper: 'BK-0001',
  made_by: finance,
  checked_by: assistance,
}

function propose({ plain }: Attacked, id: string, bend: Bend = {}): void {
  const by = bend.made_by ?? finance
  plain.run(
    rowInsert('proposals', {
      id,
      fund_code: attackedFund,
      event: 'allocate',
      fen: 1_000,
      day: '2026-09-28',
      paper: 'BK-0001',
      undoes: null,
      reason_text_id: text,
      made_by: by,
      made_at: attackedAt,
      journal_id: actOf(by),
      ...bend,
    }),
  )
}

function confirm({ plain }: Attacked, id: string, by: Cell = assistance): void {
  const row = { proposal_id: id, confirmed_by: by, confirmed_at: attackedAt, journal_id: actOf(by) }
  plain.run(rowInsert('proposal_confirmations', row))
}

async function start(): Promise<Attacked> {
  const attacked = await attackedCounty()
  attacked.everybodyActs()
  return attacked
}

const bends: [string, Bend][] = [
  ['another sum', { fen: 1_001 }],
  ['another day', { day: '2026-09-27' }],
  ['another paper', { paper: 'BK-0002' }],
  ["another's proposal", { made_by: colleague }],
  ['another second person', { checked_by: officer('finance_reviewer') }],
  ['no second person', { checked_by: null }],
  ['another fund', { fund_code: fundCode(2), seq: theirs('seq + 1'), prev: theirs('hash') }],
  ['another event', { event: 'withdraw', debit_place: 'cash.available', credit_place: 'bank.available' }],
]

function theirs(column: string): Cell {
  return { sql: `(SELECT ${column} FROM entries WHERE fund_code = '${fundCode(2)}' ORDER BY seq DESC LIMIT 1)` }
}

it('an order of two people stands in the ledger as it was proposed and confirmed, and in no other way', async () => {
  const attacked = await start()
  propose(attacked, 'pro_1')
  const insert = (bend: Bend) => () => attacked.plain.run(bentEntry(attacked, { ...entry, ...bend }))
  expect(insert({}), 'not confirmed').toThrow(/^second_person_required$/)
  confirm(attacked, 'pro_1')
  for (const [name, bend] of bends) expect(insert(bend), name).toThrow(/^second_person_required$/)
  insert({})()
  expect(insert({}), 'again').toThrow(/^paper_used$/)
  attacked.plain.close()
})

it('who proposes and who confirms is judged with the order, not only that there are two', async () => {
  const attacked = await start()
  expect(() => propose(attacked, 'pro_1', { made_by: officer('cashier') })).toThrow(/^post_required$/)
  expect(() => propose(attacked, 'pro_1', { journal_id: actOf(assistance) })).toThrow(/^append_only$/)
  propose(attacked, 'pro_1')
  expect(() => confirm(attacked, 'pro_1', finance)).toThrow(/^second_person_required$/)
  expect(() => confirm(attacked, 'pro_1', officer('auditor'))).toThrow(/^post_required$/)
  confirm(attacked, 'pro_1')
  expect(() => attacked.plain.run(bentEntry(attacked, { ...entry, checked_by: officer('auditor') }))).toThrow(
    /^second_person_required$/,
  )
  attacked.plain.close()
})

it('an undo mirrors an entry of the fund’s own money, whole', async () => {
  const attacked = await start()
  const reviewer = officer('finance_reviewer')
  const order = { event: 'undo', fen: 8_000_000, paper: null, undoes: 1, made_by: reviewer }
  for (const bend of [{ fen: 1 }, { undoes: 3, fen: 50_000 }, { undoes: 500 }]) {
    expect(() => propose(attacked, 'pro_1', { ...order, ...bend })).toThrow(/^move_unknown$/)
  }
  propose(attacked, 'pro_1', order)
  confirm(attacked, 'pro_1')
  const mirror = { ...order, checked_by: assistance, debit_place: 'county', credit_place: 'bank.available' }
  const insert = (bend: Bend) => () => attacked.plain.run(bentEntry(attacked, { ...mirror, ...bend }))
  expect(insert({ undoes: 2 })).toThrow(/^second_person_required$/)
  expect(insert({ credit_place: 'cash.available' })).toThrow(/^move_unknown$/)
  // it is the right entry: only the money is no longer there
  expect(insert({})).toThrow(/^fund_insufficient$/)
  attacked.plain.close()
})
