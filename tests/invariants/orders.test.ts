import { describe, expect, it } from 'vitest'
import type { Attacked, Bend, Cell } from '../support/attack.ts'
import { actOf, attackedAt, attackedCounty, attackedFund, bentEntry, officer } from '../support/attack.ts'
import { fundCode } from '../support/county.ts'
import type { Engine } from '../support/engines.ts'
import { engines } from '../support/engines.ts'

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

async function propose({ insert }: Attacked, id: string, bend: Bend = {}): Promise<void> {
  const by = bend.made_by ?? finance
  await insert('proposals', {
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
  })
}

async function confirm({ insert }: Attacked, id: string, by: Cell = assistance): Promise<void> {
  const row = { proposal_id: id, confirmed_by: by, confirmed_at: attackedAt, journal_id: actOf(by) }
  await insert('proposal_confirmations', row)
}

async function start(engine: Engine): Promise<Attacked> {
  const attacked = await attackedCounty(engine)
  await attacked.everybodyActs()
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

describe.each(engines)('$name', (engine) => {
  it('an order of two people stands in the ledger as it was proposed and confirmed, and in no other way', async () => {
    const attacked = await start(engine)
    await propose(attacked, 'pro_1')
    const insert = (bend: Bend) => bentEntry(attacked, { ...entry, ...bend })
    await expect(insert({}), 'not confirmed').rejects.toThrow(/^second_person_required$/)
    await confirm(attacked, 'pro_1')
    for (const [name, bend] of bends) await expect(insert(bend), name).rejects.toThrow(/^second_person_required$/)
    await insert({})
    await expect(insert({}), 'again').rejects.toThrow(/^paper_used$/)
  })

  it('who proposes and who confirms is judged with the order, not only that there are two', async () => {
    const attacked = await start(engine)
    await expect(propose(attacked, 'pro_1', { made_by: officer('cashier') })).rejects.toThrow(/^post_required$/)
    await expect(propose(attacked, 'pro_1', { journal_id: actOf(assistance) })).rejects.toThrow(/^append_only$/)
    await propose(attacked, 'pro_1')
    await expect(confirm(attacked, 'pro_1', finance)).rejects.toThrow(/^second_person_required$/)
    await expect(confirm(attacked, 'pro_1', officer('auditor'))).rejects.toThrow(/^post_required$/)
    await confirm(attacked, 'pro_1')
    await expect(bentEntry(attacked, { ...entry, checked_by: officer('auditor') })).rejects.toThrow(
      /^second_person_required$/,
    )
  })

  it('an undo mirrors an entry of the fund’s own money, whole', async () => {
    const attacked = await start(engine)
    const reviewer = officer('finance_reviewer')
    const order = { event: 'undo', fen: 8_000_000, paper: null, undoes: 1, made_by: reviewer }
    for (const bend of [{ fen: 1 }, { undoes: 3, fen: 50_000 }, { undoes: 500 }]) {
      await expect(propose(attacked, 'pro_1', { ...order, ...bend })).rejects.toThrow(/^move_unknown$/)
    }
    await propose(attacked, 'pro_1', order)
    await confirm(attacked, 'pro_1')
    const mirror = { ...order, checked_by: assistance, debit_place: 'county', credit_place: 'bank.available' }
    const insert = (bend: Bend) => bentEntry(attacked, { ...mirror, ...bend })
    await expect(insert({ undoes: 2 })).rejects.toThrow(/^move_unknown$/)
    await expect(insert({ credit_place: 'cash.available' })).rejects.toThrow(/^move_unknown$/)
    // it is the right entry: only the money is no longer there
    await expect(insert({})).rejects.toThrow(/^fund_insufficient$/)
  })
})
