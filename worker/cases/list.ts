import type { RequestPage, RequestRow, RequestsQuery } from '../contract/index.ts'
import { requestRow } from '../contract/index.ts'
import { handles, maskedName, personCell, scopeOf, signedIn } from '../identity/index.ts'
import type { Caller } from '../identity/index.ts'
import { daysLeftSql } from '../policy/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { beijingDay, ProblemError, statement, textOpen } from '../platform/index.ts'
import { queueFilters, queueOrder, scopeArgs } from './queue.ts'

/**
 * A list to work from: urgent first, then the nearest clock. Names in full for who handles the case, masked for others.
 * Pages by keyset (`after`), at most 100 rows. Refuses: post_required for a list that needs a post.
 */
export async function listRequests(ctx: Context, query: RequestsQuery): Promise<RequestPage> {
  const caller = await signedIn(ctx)
  const scope = scopeOf(caller)
  if (query.queue !== 'mine' && scope !== 'county' && scope.length === 0) throw new ProblemError('post_required')
  const limit = query.limit ?? 30
  const [rows] = await ctx.db.read([select(ctx, caller, query, limit)])
  const page = (rows ?? []).slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => asRow(ctx, caller, row)),
    next:
      last && (rows ?? []).length > limit
        ? `${String(last.sort_rank)}~${String(last.sort_key)}~${String(last.id)}`
        : null,
  }
}

function select(ctx: Context, caller: Caller, query: RequestsQuery, limit: number) {
  const { key, descending } = queueOrder(query.queue)
  const rank = descending ? '0' : "iif(coalesce(c.grant_track, c.track) = 'urgent' AND c.grant_id IS NULL, 0, 1)"
  const [sortRank = '', sortKey = '', id = ''] = (query.after ?? '').split('~')
  const [all, townships] = scopeArgs(caller)
  const today = beijingDay(ctx.clock())
  const beyond = descending ? '<' : '>'
  const direction = descending ? 'DESC' : 'ASC'
  // `mine` is found by person, everything else inside the caller's townships
  const area = query.queue === 'mine' ? '1' : "(?2 = '*' OR c.township_code IN (SELECT value FROM json_each(?3)))"
  return statement(
    `SELECT q.*, ${daysLeftSql('q.due_on').replaceAll('?1', '?8')} AS days_left FROM (
       SELECT c.*, ${rank} AS sort_rank, ${key} AS sort_key, t.name AS township_name, p.name_cipher, v.cipher AS village_cipher,
         (SELECT count(*) FROM request_photos WHERE request_id = c.id) AS photo_count,
         (SELECT count(*) FROM grants g WHERE g.household_id = c.household_id AND g.year = CAST(substr(?8, 1, 4) AS INTEGER)
           AND g.id IS NOT c.grant_id AND NOT EXISTS (SELECT 1 FROM returned_grants WHERE grant_id = g.id)) AS grants_this_year
       FROM cases c JOIN townships t ON t.code = c.township_code JOIN persons p ON p.id = c.person_id LEFT JOIN texts v ON v.id = c.village_text_id
       WHERE ${area} AND (${queueFilters[query.queue]})) q
     WHERE ?4 = '' OR (q.sort_rank, q.sort_key, q.id) ${beyond} (CAST(?4 AS INTEGER), ?5, ?6)
     ORDER BY q.sort_rank ${direction}, q.sort_key ${direction}, q.id ${direction} LIMIT ?7`,
    caller.personId,
    all,
    townships,
    sortRank,
    sortKey,
    id,
    limit + 1,
    today,
  )
}

function asRow(ctx: Context, caller: Caller, row: Row): RequestRow {
  const name = personCell(ctx.cipher, 'name', row.person_id ?? '', row.name_cipher)
  const full = [row.person_id, row.submitted_by].includes(caller.personId) || handles(caller, String(row.township_code))
  return requestRow.parse({
    id: row.id,
    number: row.number,
    name: name === null || full ? name : maskedName(name),
    village: textOpen(ctx.cipher, row.village_text_id, row.village_cipher),
    townshipName: row.township_name,
    causeCode: row.cause_code,
    track: row.grant_track ?? row.track,
    askedFen: row.asked_fen,
    grantedFen: row.grant_fen,
    submittedAt: row.submitted_at,
    dueAt: row.due_at,
    status: row.status,
    photoCount: row.photo_count,
    grantsThisYear: row.grants_this_year,
    explanationDueOn: ['paid', 'explained'].includes(String(row.status)) ? row.due_on : null,
    // the clock stops while what was filed is being checked
    daysLeft: row.status === 'paid' ? row.days_left : null,
  })
}
