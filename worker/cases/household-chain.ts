import type { HouseholdChain } from '../contract/index.ts'
import { householdChain } from '../contract/index.ts'
import { handles, inScope, maskedName, personCell, signedIn } from '../identity/index.ts'
import type { Caller } from '../identity/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { beijingDay, ProblemError, statement, textOpen } from '../platform/index.ts'

/**
 * 一户一条救助链 (C-07): everything that this household asked for and got, from us and from others, and who came and
 * went, newest first; for who has a case of it, or the household, in scope. Refuses: not_found.
 */
export async function viewChain(ctx: Context, householdId: string): Promise<HouseholdChain> {
  const caller = await signedIn(ctx)
  const today = beijingDay(ctx.clock())
  const [sizes = [], recognised = [], rows = []] = await ctx.db.read([
    statement(
      `SELECT (SELECT count(*) FROM household_members WHERE household_id = h.id) AS size, h.township_code FROM households h WHERE h.id = ?`,
      householdId,
    ),
    statement(
      'SELECT program, from_on, until_on FROM recognised_households WHERE household_id = ? AND from_on <= ? AND until_on >= ? ORDER BY program, from_on',
      householdId,
      today,
      today,
    ),
    eventsFact(householdId),
  ])
  const places = [...sizes, ...rows].map((row) => String(row.township_code))
  if (sizes.length === 0 || !places.some((place) => inScope(caller, place))) throw new ProblemError('not_found')
  return householdChain.parse({
    householdId,
    size: sizes[0]?.size,
    recognised: recognised.map((row) => ({ program: row.program, fromOn: row.from_on, toOn: row.until_on })),
    items: rows.map((row) => eventOf(ctx, caller, row)),
  })
}

/** A request is of the household that it was accepted into, and of the one its person lives in. */
function eventsFact(householdId: string): Statement {
  const ofRequest = (at: string, event: string, fen: string, text: string, from: string) =>
    `SELECT ${at} AS at, '${event}' AS event, r.township_code, r.cause_code, NULL AS program, ${fen} AS fen, NULL AS from_on, NULL AS until_on,
       r.person_id, ${text} AS text_id, r.number, r.id AS request_id, NULL AS aid_id FROM mine r ${from}`
  const step = (event: string, own: string, where: string) =>
    `SELECT c.changed_at, '${event}', h.township_code, NULL, NULL, NULL, NULL, NULL, c.person_id, c.reason_text_id, NULL, NULL, NULL
     FROM household_changes c LEFT JOIN household_changes o ON o.person_id = c.person_id AND o.n = c.n - 1 JOIN households h ON h.id = ?1
     WHERE ${own} = ?1 AND ${where}`
  // who is on a list and was not on the one before it; who was on that one and is not on this
  const listStep = (event: string, on: string, missing: string) =>
    `SELECT s.closed_at, '${event}', h.township_code, NULL, s.program, NULL, x.from_on, x.until_on, x.person_id, NULL, NULL, NULL, NULL
     FROM listed_households x JOIN households h ON h.id = x.household_id JOIN list_order o JOIN standing_lists s ON s.id = o.id AND ${on}
     WHERE x.household_id = ?1 AND NOT EXISTS (SELECT 1 FROM listed_households y WHERE y.household_id = ?1 AND y.person_id = x.person_id AND y.list_id = o.${missing})`
  return statement(
    `WITH mine AS (SELECT r.* FROM requests r WHERE r.id IN (SELECT request_id FROM acceptances WHERE household_id = ?1
       UNION SELECT q.id FROM household_members m JOIN requests q ON q.person_id = m.person_id WHERE m.household_id = ?1)), events AS (
       ${ofRequest('r.submitted_at', 'submitted', 'r.asked_fen', 'NULL', '')}
       UNION ALL ${ofRequest('a.accepted_at', 'accepted', 'NULL', 'NULL', 'JOIN acceptances a ON a.request_id = r.id')}
       UNION ALL ${ofRequest('g.granted_at', 'granted', 'g.fen', 'g.reason_text_id', 'JOIN grants g ON g.request_id = r.id')}
       UNION ALL ${ofRequest('c.cancelled_at', 'cancelled', 'g.fen', 'c.reason_text_id', 'JOIN grants g ON g.request_id = r.id JOIN cancellations c ON c.grant_id = g.id')}
       UNION ALL ${ofRequest('x.refused_at', 'refused', 'NULL', 'x.reason_text_id', 'JOIN refusals x ON x.request_id = r.id')}
       UNION ALL ${ofRequest('w.withdrawn_at', 'withdrawn', 'NULL', 'w.reason_text_id', 'JOIN withdrawals w ON w.request_id = r.id')}
       UNION ALL ${ofRequest('e.escalated_at', 'escalated', 'NULL', 'e.reason_text_id', 'JOIN escalations e ON e.request_id = r.id')}
       UNION ALL SELECT a.entered_at, iif(a.undoes IS NULL, 'aid', 'aid_withdrawn'), h.township_code, NULL, a.program, a.fen, a.from_on, a.until_on, NULL,
         a.words_text_id, NULL, NULL, iif(EXISTS (SELECT 1 FROM live_other_aid WHERE id = a.id), a.id, NULL)
         FROM other_aid a JOIN households h ON h.id = a.household_id WHERE a.household_id = ?1
       UNION ALL ${listStep('listed', 'x.list_id = s.id', 'before_id')}
       UNION ALL ${listStep('delisted', 'x.list_id = o.before_id', 'id')}
       UNION ALL ${step('join', 'c.household_id', '1')}
       UNION ALL ${step('move', 'o.household_id', 'c.household_id IS NOT NULL')}
       UNION ALL ${step('leave', 'o.household_id', 'c.household_id IS NULL')})
     SELECT e.*, t.name AS township_name, p.name_cipher, x.cipher FROM events e JOIN townships t ON t.code = e.township_code
     LEFT JOIN persons p ON p.id = e.person_id LEFT JOIN texts x ON x.id = e.text_id ORDER BY e.at DESC LIMIT 200`,
    householdId,
  )
}

function eventOf(ctx: Context, caller: Caller, row: Row) {
  const place = String(row.township_code)
  const [near, full] = [inScope(caller, place), handles(caller, place)]
  const name = near ? personCell(ctx.cipher, 'name', row.person_id ?? '', row.name_cipher) : null
  return {
    at: row.at,
    event: row.event,
    townshipName: row.township_name,
    causeCode: row.cause_code,
    program: row.program,
    amountFen: row.fen,
    fromOn: row.from_on,
    toOn: row.until_on,
    name: name === null || full ? name : maskedName(name),
    words: full ? textOpen(ctx.cipher, row.text_id, row.cipher) : null,
    number: near ? row.number : null,
    requestId: near ? row.request_id : null,
    aidId: full ? row.aid_id : null,
  }
}
