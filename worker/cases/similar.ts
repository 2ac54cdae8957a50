import { maskedName, personCell } from '../identity/index.ts'
import { lookalikes } from '../requests/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { beijingDay, statement } from '../platform/index.ts'

type Similar = {
  households: { id: string; size: number; head: string; lastOn: string | null; why: string }[]
  elsewhere: { townshipName: string; on: string; number: string }[]
}

/** Households that may be the same one, and requests in other townships by the same telephone, number or person. */
export function similarFacts(requestId: string): Statement[] {
  const alike = lookalikes(requestId)
  return [
    statement(
      `SELECT l.household_id, l.why, (SELECT count(*) FROM household_members WHERE household_id = l.household_id) AS size,
         p.id AS person_id, p.name_cipher, (SELECT max(granted_at) FROM grants WHERE household_id = l.household_id) AS last_at
       FROM (${alike.sql}) l JOIN persons p ON p.id = (SELECT person_id FROM household_members WHERE household_id = l.household_id
         ORDER BY relation <> '本人', person_id LIMIT 1) LIMIT 10`,
      ...alike.args,
    ),
    statement(
      `SELECT DISTINCT o.number, o.submitted_at, t.name FROM requests r JOIN persons p ON p.id = r.person_id
       JOIN persons q ON q.id = p.id OR q.phone_index = p.phone_index OR q.id_number_index = p.id_number_index
       JOIN requests o ON o.person_id = q.id AND o.township_code <> r.township_code AND o.submitted_at >= datetime(r.submitted_at, '-1 year')
       JOIN townships t ON t.code = o.township_code WHERE r.id = ? ORDER BY o.submitted_at DESC LIMIT 10`,
      requestId,
    ),
  ]
}

/** Out of scope: town and day, no name (DESIGN 3, Frequency). */
export function similarOf(ctx: Context, [households = [], elsewhere = []]: Row[][]): Similar {
  return {
    households: households.map((row) => ({
      id: String(row.household_id),
      size: Number(row.size),
      why: String(row.why),
      head: maskedName(personCell(ctx.cipher, 'name', row.person_id ?? '', row.name_cipher) ?? '无'),
      lastOn: typeof row.last_at === 'string' ? beijingDay(new Date(row.last_at)) : null,
    })),
    elsewhere: elsewhere.map((row) => ({
      townshipName: String(row.name),
      number: String(row.number),
      on: beijingDay(new Date(String(row.submitted_at))),
    })),
  }
}
