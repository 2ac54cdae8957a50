import type { PostKind, Queue } from '../contract/index.ts'
import type { Caller } from '../identity/index.ts'
import { scopeOf } from '../identity/index.ts'
import type { Statement } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

/** Whether the person of case `c` was not told yet how his data is used (PIPL 18). */
export const noticeOwed = `EXISTS (SELECT 1 FROM consents e WHERE e.person_id = c.person_id AND e.basis = 'emergency'
    AND NOT EXISTS (SELECT 1 FROM consents k WHERE k.person_id = e.person_id AND k.kind = e.kind AND k.basis = 'consent' AND k.given_at >= e.given_at))`

/** Which cases a list holds, as SQL over the `cases` view; `?1` is the caller, `?2` is '*' for a post of the county: it pays and checks its own. */
export const queueFilters: Record<Queue, string> = {
  mine: 'c.person_id = ?1 OR c.submitted_by = ?1',
  accept: "c.status = 'submitted'",
  decide: "c.status = 'accepted'",
  pay: "c.payout_place IS NOT NULL AND c.by_county = (?2 = '*')",
  explain: "c.status = 'paid' OR (c.grant_id IS NOT NULL AND c.filing IS NULL AND c.grant_track <> 'standard' AND c.status NOT IN ('closed', 'recovering'))",
  check: "c.status = 'explained' AND c.filed_by <> ?1 AND c.by_county = (?2 = '*')",
  notice: `c.status NOT IN ('submitted', 'withdrawn') AND ${noticeOwed}`,
  county: `c.status = 'escalated' OR (c.status = 'accepted' AND EXISTS (SELECT 1 FROM exceptions x WHERE x.request_id = c.id AND x.code <> 'STILL_IN_NEED'
    AND NOT EXISTS (SELECT 1 FROM exception_answers WHERE request_id = x.request_id AND n = x.n)))`,
  all: '1',
}

/** Who works from which list. */
export const queuePosts: Record<Exclude<Queue, 'mine'>, readonly PostKind[]> = {
  accept: ['caseworker'],
  decide: ['deputy_leader', 'leader'],
  pay: ['cashier'],
  explain: ['caseworker'],
  check: ['finance_reviewer', 'deputy_leader', 'leader', 'caseworker'],
  notice: ['caseworker'],
  county: ['county_assistance', 'county_leader'],
  all: [],
}

/** Urgent first, then the nearest clock; finished lists newest first. Pages by (rank, day, id). */
export function queueOrder(queue: Queue): { key: string; descending: boolean } {
  if (queue === 'mine' || queue === 'all') return { key: 'c.submitted_at', descending: true }
  if (queue === 'explain' || queue === 'check') return { key: "coalesce(c.due_on, '9999-12-31')", descending: false }
  return { key: 'c.due_at', descending: false }
}

/** The caller's townships as a JSON array, or `*` for the whole county. */
export function scopeArgs(caller: Caller): [string, string] {
  const scope = scopeOf(caller)
  return scope === 'county' ? ['*', '[]'] : ['', JSON.stringify(scope)]
}

/** Counts one list for the badge. A filter may ask for `?4` (an instant that is near) and `?5` (a day that is near). */
export function countOf(caller: Caller, filter: string, clock: string, soon: string, dueSoon: string): Statement {
  const [all, townships] = scopeArgs(caller)
  return statement(
    `SELECT count(*) AS count, min(${clock}) AS due_at FROM cases c
     WHERE (?2 = '*' OR c.township_code IN (SELECT value FROM json_each(?3))) AND c.person_id <> ?1
       AND ?4 IS NOT NULL AND ?5 IS NOT NULL AND (${filter})`,
    caller.personId,
    all,
    townships,
    soon,
    dueSoon,
  )
}
