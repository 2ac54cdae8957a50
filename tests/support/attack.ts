import { onTestFinished } from 'vitest'
import type { Value } from '../../worker/platform/index.ts'
import { actInsert } from './act.ts'
import { fundCode, newCounty } from './county.ts'
import type { Engine } from './engines.ts'
import { acceptance, acceptedRequest, ask, decision } from './steps.ts'

export const attackedFund = fundCode(1)
export const attackedAt = '2026-09-28T02:00:00.000Z'
export type Cell = Value | { sql: string }
export type Bend = Record<string, Cell>

const kept = [
  'entries',
  'balances',
  'grants',
  'payouts',
  'journal',
  'moves',
  'places',
  'funds',
  'proposals',
  'proposal_confirmations',
  'closings',
  'closing_balances',
  'claims',
  'claim_items',
  'claim_confirmations',
  'claim_dismissals',
  'freezes',
  'thaws',
  'payees',
  'household_changes',
  'calendar_days',
]

/** A county with one grant, and plain SQL on its file: as whoever gets at the database without our program. */
export async function attackedCounty(engine: Engine) {
  const county = await newCounty(attackedAt)
  const [wang, caseworker, leader] = await Promise.all(
    ['wang-xiulan', 't01-jingban', 't01-fenguan'].map((openid) => county.phone(openid)),
  )
  const request = await acceptedRequest(wang!, caseworker!, ask(), acceptance())
  await leader!.post(`/requests/${request}/grant`, decision())
  const plain = await engine.open(county.path)
  onTestFinished(() => plain.close())
  const photo = async () => (await plain.read(kept.map((table) => `SELECT * FROM ${table}`))).map((rows) => JSON.stringify(rows))
  const one = async (sql: string) => Object.values((await plain.run(sql))[0] ?? {})[0] ?? null
  /** Everybody did something just then: no refusal is for want of a journal row. */
  const everybodyActs = async () => {
    for (const { id } of await plain.run("SELECT id FROM persons UNION SELECT 'per_nobody'")) {
      const { sql, args } = actInsert(String(id), attackedAt).statement
      await plain.run(sql, ...args)
    }
  }
  /** One row in plain SQL. */
  const insert = async (table: string, row: Bend, verb?: string) => {
    const { sql, args } = rowInsert(table, row, verb)
    await plain.run(sql, ...args)
  }
  return { county, leader: leader!, plain, one, photo, insert, everybodyActs }
}
export type Attacked = Awaited<ReturnType<typeof attackedCounty>>

/** An officer of the fund's township, or of the county. */
export const officer = (kind: string) => ({
  sql: `(SELECT person_id FROM posts WHERE kind = '${kind}'
    AND (township_code IS NULL OR township_code = '990101001') LIMIT 1)`,
})
/** What this person did just then, after `everybodyActs`. */
export const actOf = (who: Cell) => ({
  sql: `(SELECT id FROM journal WHERE action = 'by hand' AND at = '${attackedAt}' AND person_id = ${quoted(who)})`,
})

function quoted(cell: Cell): string {
  if (cell === null) return 'NULL'
  return typeof cell === 'object' ? cell.sql : `'${cell}'`
}

/** A right entry: the cashier pays 1.00 yuan of cash back into the bank. Each attack bends one thing of it. */
export async function bentEntry({ insert }: Attacked, bend: Bend = {}, verb = 'INSERT'): Promise<void> {
  const fund = typeof bend.fund_code === 'string' ? bend.fund_code : attackedFund
  const last = (column: string) => ({
    sql: `(SELECT ${column} FROM entries WHERE fund_code = '${fund}' ORDER BY seq DESC LIMIT 1)`,
  })
  await insert('entries', {
    fund_code: attackedFund,
    seq: last('seq + 1'),
    voucher_year: 2026,
    voucher: last('voucher + 1'),
    event: 'deposit',
    debit_place: 'bank.available',
    credit_place: 'cash.available',
    fen: 100,
    payout_id: null,
    claim_id: null,
    day: '2026-09-28',
    at: attackedAt,
    made_by: officer('cashier'),
    checked_by: null,
    paper: 'CK-0001',
    undoes: null,
    facts_hash: 'a'.repeat(64),
    prev: last('hash'),
    hash: 'b'.repeat(64),
    journal_id: actOf(bend.checked_by ?? bend.made_by ?? officer('cashier')),
    ...bend,
  }, verb)
}

export function rowInsert(table: string, row: Bend, verb = 'INSERT') {
  const isSql = (cell: Cell | undefined) => typeof cell === 'object' && cell !== null
  const cells = Object.values(row)
  const values = cells.map((cell) => (typeof cell === 'object' && cell !== null ? cell.sql : '?'))
  return {
    sql: `${verb} INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${values.join(', ')})`,
    args: cells.filter((cell): cell is Value => !isSql(cell)),
  }
}
