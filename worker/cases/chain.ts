import type { ChainItem } from '../contract/index.ts'
import type { Caller } from '../identity/index.ts'
import { handles, inScope, personCell } from '../identity/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

/** Every request of a household's people, whatever became of it (C-07). `household` is a scalar select. */
export function chainFact(household: Statement): Statement {
  return statement(
    `SELECT c.id, c.number, c.township_code, t.name AS township_name, c.cause_code, c.status, c.grant_fen, c.submitted_at, p.id AS person_id, p.name_cipher
     FROM (SELECT (${household.sql}) AS id) h JOIN cases c ON c.id IN (SELECT request_id FROM acceptances WHERE household_id = h.id
       UNION SELECT q.id FROM household_members m JOIN requests q ON q.person_id = m.person_id WHERE m.household_id = h.id)
     JOIN townships t ON t.code = c.township_code JOIN persons p ON p.id = c.person_id ORDER BY c.submitted_at DESC LIMIT 100`,
    ...household.args,
  )
}

export function chainOf(ctx: Context, caller: Caller, rows: Row[], except?: string): ChainItem[] {
  return rows
    .filter((row) => row.id !== except)
    .map((row) => {
      const near = inScope(caller, String(row.township_code))
      return {
        at: String(row.submitted_at),
        townshipName: String(row.township_name),
        number: String(row.number),
        requestId: near ? String(row.id) : null,
        causeCode: row.cause_code as ChainItem['causeCode'],
        status: row.status as ChainItem['status'],
        grantedFen: typeof row.grant_fen === 'number' ? row.grant_fen : null,
        name: handles(caller, String(row.township_code))
          ? personCell(ctx.cipher, 'name', row.person_id ?? '', row.name_cipher)
          : null,
      }
    })
}
