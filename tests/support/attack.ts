import type { Value } from '../../worker/platform/index.ts'
import { LocalConnection } from '../../db/local-connection.ts'
import { actInsert } from './act.ts'
import { fundCode, newCounty } from './county.ts'
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
  'payees',
  'household_members',
  'calendar_days',
]

/** A county with one grant, and plain SQL on its file: as whoever gets at the database without our program. */
export async function attackedCounty() {
  const county = await newCounty(attackedAt)
  const [wang, caseworker, leader] = await Promise.all(
    ['wang-xiulan', 't01-jingban', 't01-fenguan'].map((openid) => county.phone(openid)),
  )
  const request = await acceptedRequest(wang!, caseworker!, ask(), acceptance())
  await leader!.post(`/requests/${request}/grant`, decision())
  const plain = new LocalConnection(county.path, 'writer')
  const photo = () =>
    kept.map((table) => JSON.stringify(plain.run({ sql: `SELECT * FROM ${table}`, args: [] })))
  const one = (sql: string) => Object.values(plain.run({ sql, args: [] })[0] ?? {})[0] ?? null
  /** Everybody did something just then: no refusal is for want of a journal row. */
  const everybodyActs = () => {
    const people = plain.run({ sql: "SELECT id FROM persons UNION SELECT 'per_nobody'", args: [] })
    for (const { id } of people) plain.run(actInsert(String(id), attackedAt).statement)
  }
  return { county, leader: leader!, plain, one, photo, everybodyActs }
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
export function bentEntry({ one }: Attacked, bend: Bend = {}, verb = 'INSERT') {
  const mine = `FROM entries WHERE fund_code = '${attackedFund}' ORDER BY seq DESC LIMIT 1`
  return rowInsert('entries', {
    fund_code: attackedFund,
    seq: Number(one(`SELECT seq + 1 ${mine}`)),
    event: 'deposit',
    debit_place: 'bank.available',
    credit_place: 'cash.available',
    fen: 100,
    payout_id: null,
    day: '2026-09-28',
    at: attackedAt,
    made_by: officer('cashier'),
    checked_by: null,
    paper: 'CK-0001',
    undoes: null,
    facts_hash: 'a'.repeat(64),
    prev: one(`SELECT hash ${mine}`),
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
