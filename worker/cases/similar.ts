import type { DecisionView } from '../contract/index.ts'
import type { Caller } from '../identity/index.ts'
import { inScope, maskedName, personCell } from '../identity/index.ts'
import { lookalikes } from '../requests/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { beijingDay, statement } from '../platform/index.ts'

type Similar = {
  households: { id: string; size: number; head: string; lastOn: string | null; why: string }[]
  duplicates: DecisionView['duplicates']
}

/** Which rule makes a tie worth a look: one household once (C-07, N-32), one account for one person (N-42). */
const rulesOf: Record<string, string[]> = {
  person: ['C-07', 'N-32'], member: ['C-07', 'N-32'], account: ['N-42'], phone: ['C-07'], name: ['C-07'], near_name: ['C-07'],
}

/** Households that may be the same one, and requests anywhere in the county that may be for the same need. */
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
    duplicatesFact(requestId),
  ]
}

/** Each other request of the last year once, by its nearest tie: person, household, account, telephone, name and village, nearly that name. */
function duplicatesFact(requestId: string): Statement {
  const people = (rank: number, tie: string, who: string) =>
    `SELECT ${rank} AS rank, '${tie}' AS tie, o.id FROM mine JOIN persons q ON ${who} JOIN requests o ON o.person_id = q.id`
  return statement(
    `WITH mine AS (SELECT r.id AS request_id, p.* FROM requests r JOIN persons p ON p.id = r.person_id WHERE r.id = ?1), ties AS (
       ${people(1, 'person', 'q.id IN (SELECT person_id FROM request_people WHERE request_id = mine.request_id)')}
       UNION ALL ${people(1, 'person', 'q.id_number_index = mine.id_number_index')}
       UNION ALL ${people(2, 'member', `q.id IN (SELECT m.person_id FROM household_members m
         WHERE m.household_id = (SELECT household_id FROM request_households WHERE request_id = ?1))`)}
       UNION ALL SELECT 3, 'account', y.request_id FROM payees y WHERE y.account_index = (
         SELECT account_index FROM payees WHERE request_id = ?1 ORDER BY n DESC LIMIT 1)
       UNION ALL ${people(4, 'phone', 'q.phone_index = mine.phone_index')}
       UNION ALL ${people(5, 'name', 'q.name_index = mine.name_index')}
       -- one of the two without a number: two numbers are two people
       UNION ALL ${people(6, 'near_name', `q.id IN (SELECT n.person_id FROM json_each(mine.near_indexes) e JOIN near_names n ON n.near_index = e.value)
         AND (q.id_number_index IS NULL OR mine.id_number_index IS NULL)`)})
     SELECT min(x.rank), x.tie, o.number, o.id, o.submitted_at, o.township_code, t.name,
       (SELECT sum(fen) FROM grants g WHERE g.request_id = o.id AND NOT EXISTS (SELECT 1 FROM returned_grants WHERE grant_id = g.id)) AS fen
     FROM ties x JOIN requests o ON o.id = x.id JOIN requests r ON r.id = ?1 JOIN townships t ON t.code = o.township_code
     WHERE o.id <> ?1 AND o.submitted_at >= strftime('%Y-%m-%dT%H:%M:%fZ', r.submitted_at, '-1 year')
     GROUP BY o.id ORDER BY 1, o.submitted_at DESC LIMIT 20`,
    requestId,
  )
}

/** Out of scope: town and day, no name, no number (DESIGN 3, Frequency). */
export function similarOf(ctx: Context, caller: Caller, [households = [], duplicates = []]: Row[][]): Similar {
  return {
    households: households.map((row) => ({
      id: String(row.household_id),
      size: Number(row.size),
      why: String(row.why),
      head: maskedName(personCell(ctx.cipher, 'name', row.person_id ?? '', row.name_cipher) ?? '无'),
      lastOn: typeof row.last_at === 'string' ? beijingDay(new Date(row.last_at)) : null,
    })),
    duplicates: duplicates.map((row) => {
      const near = inScope(caller, String(row.township_code))
      return {
        tie: row.tie as Similar['duplicates'][number]['tie'],
        townshipName: String(row.name),
        on: beijingDay(new Date(String(row.submitted_at))),
        number: near ? String(row.number) : null,
        requestId: near ? String(row.id) : null,
        grantedFen: near && typeof row.fen === 'number' ? row.fen : null,
        rules: rulesOf[String(row.tie)] ?? [],
      }
    }),
  }
}
