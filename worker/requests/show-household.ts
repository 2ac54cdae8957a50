import type { HouseholdView } from '../contract/index.ts'
import { householdView } from '../contract/index.ts'
import type { Caller } from '../identity/index.ts'
import { handles, holds, inScope, maskedIdNumber, maskedName, personCell, signedIn } from '../identity/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { beijingDay, ProblemError, statement, textOpen } from '../platform/index.ts'

/** One household: its members, since when, and what changed; for who has it, or a case of it, in scope. Refuses: not_found. */
export async function showHousehold(ctx: Context, householdId: string): Promise<HouseholdView> {
  const caller = await signedIn(ctx)
  const [[household] = [], places = [], members = [], changes = []] = await ctx.db.read([
    statement('SELECT h.id, h.township_code, t.name FROM households h JOIN townships t ON t.code = h.township_code WHERE h.id = ?', householdId),
    statement(
      `SELECT DISTINCT r.township_code FROM requests r JOIN acceptances a ON a.request_id = r.id WHERE a.household_id = ?1
       UNION SELECT township_code FROM households WHERE id = ?1`,
      householdId,
    ),
    statement(
      `SELECT s.person_id, s.relation, s.from_at, p.name_cipher, p.id_number_cipher FROM household_stays s JOIN persons p ON p.id = s.person_id
       WHERE s.household_id = ? AND s.until_at IS NULL ORDER BY s.relation <> '本人', s.from_at, s.person_id`,
      householdId,
    ),
    statement(
      `SELECT c.person_id, c.household_id, c.relation, c.changed_at, c.reason_text_id, x.cipher, p.name_cipher, b.id AS by_id, b.name_cipher AS by_cipher,
         o.household_id AS before_id
       FROM household_changes c LEFT JOIN household_changes o ON o.person_id = c.person_id AND o.n = c.n - 1
       JOIN persons p ON p.id = c.person_id JOIN persons b ON b.id = c.changed_by LEFT JOIN texts x ON x.id = c.reason_text_id
       WHERE c.household_id = ?1 OR o.household_id = ?1 ORDER BY c.changed_at DESC, c.person_id LIMIT 100`,
      householdId,
    ),
  ])
  const townships = places.map((row) => String(row.township_code))
  if (!household || !townships.some((township) => inScope(caller, township))) throw new ProblemError('not_found')
  const near = townships.some((township) => handles(caller, township))
  const township = String(household.township_code)
  return householdView.parse({
    id: householdId,
    townshipCode: township,
    townshipName: household.name,
    members: members.map((row) => ({
      personId: row.person_id,
      name: nameOf(ctx, row, near),
      relation: row.relation,
      idNumber: idNumberOf(ctx, row),
      sinceOn: beijingDay(new Date(String(row.from_at))),
    })),
    changes: changes.map((row) => changeOf(ctx, row, householdId, near)),
    actions: [...(mayChange(caller, township) ? ['change'] : []), ...(townships.some((one) => mayChange(caller, one)) ? ['enterAid'] : [])],
  })
}

function mayChange(caller: Caller, township: string): boolean {
  return holds(caller, ['caseworker'], township)
}

function nameOf(ctx: Context, row: Row, near: boolean): string | null {
  const name = personCell(ctx.cipher, 'name', row.person_id ?? '', row.name_cipher)
  return name === null || near ? name : maskedName(name)
}

function idNumberOf(ctx: Context, row: Row): string | null {
  const number = personCell(ctx.cipher, 'id_number', row.person_id ?? '', row.id_number_cipher)
  return number === null ? null : maskedIdNumber(number)
}

/** Seen from this household: who came, who went to another one, who left. */
function changeOf(ctx: Context, row: Row, householdId: string, near: boolean) {
  const came = row.household_id === householdId
  const other = came ? row.before_id : row.household_id
  return {
    at: row.changed_at,
    step: came ? 'join' : row.household_id === null ? 'leave' : 'move',
    name: nameOf(ctx, row, near),
    relation: row.relation,
    reason: near ? textOpen(ctx.cipher, row.reason_text_id, row.cipher) : null,
    by: personCell(ctx.cipher, 'name', row.by_id ?? '', row.by_cipher),
    otherHouseholdId: other ?? null,
  }
}
