import type { JournalEntry, JournalPage, JournalQuery, PostKind } from '../contract/index.ts'
import { postKinds, problems } from '../contract/index.ts'
import { maskedName, personCell, signedIn } from '../identity/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { addDays, newId, statement } from '../platform/index.ts'

/** So many rows are looked through for one page: a rare act in a long journal holds up nobody else's approval. */
const lookedMax = 20_000

/**
 * Who did what, newest first, by person, act, day and outcome (D-09). Ids and words only: no case's content stands in the journal.
 * A page may be short, or empty, and yet have a next one: what was asked for then lies further back.
 */
export async function listJournal(ctx: Context, query: JournalQuery): Promise<JournalPage> {
  await signedIn(ctx)
  const limit = query.limit ?? 50
  const [since, until] = query.onDay ? [idAt(query.onDay), idAt(addDays(query.onDay, 1))] : ['', lastId]
  const below = query.after && query.after < until ? query.after : until
  const [floors = [], rows = []] = await ctx.db.read([
    statement(`${floorOf} AS floor`, below, since, lookedMax),
    statement(
      `SELECT j.*, p.name_cipher, coalesce(t.name, (SELECT name FROM county)) AS area,
         EXISTS (SELECT 1 FROM posts WHERE person_id = j.person_id) AS officer
       FROM journal j LEFT JOIN persons p ON p.id = j.person_id LEFT JOIN townships t ON t.code = j.chain
       WHERE j.id < ?1 AND j.id >= coalesce((${floorOf}), ?2) AND (?4 = '' OR j.action = ?4) AND (?5 = '' OR j.outcome = ?5)
         AND (?6 = '' OR j.person_id = ?6) ORDER BY j.id DESC LIMIT ?7`,
      below, since, lookedMax, query.action ?? '', query.outcome ?? '', query.personId ?? '', limit + 1,
    ),
  ])
  const items = rows.slice(0, limit).map((row) => entryOf(ctx, row))
  const floor = floors[0]?.floor
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : typeof floor === 'string' ? floor : null }
}

/** The last row that one page looks at; null: the journal, or the day, ends before. */
const floorOf = 'SELECT (SELECT id FROM journal WHERE id < ?1 AND id >= ?2 ORDER BY id DESC LIMIT 1 OFFSET ?3 - 1)'
/** Behind every id, whatever its time. */
const lastId = 'jrn_~'
/** Ids sort by their time: the first that a row of this Beijing day could have. */
const idAt = (day: string): string => newId('jrn', new Date(`${day}T00:00:00+08:00`)).slice(0, 13)

function entryOf(ctx: Context, row: Row): JournalEntry {
  const name = row.person_id === null ? null : personCell(ctx.cipher, 'name', row.person_id ?? '', row.name_cipher)
  const post = (postKinds as readonly unknown[]).includes(row.post) ? (row.post as PostKind) : null
  const problem = typeof row.problem === 'string' ? row.problem : null
  return {
    id: String(row.id),
    at: String(row.at),
    personId: typeof row.person_id === 'string' ? row.person_id : null,
    by: name !== null && row.officer !== 1 ? maskedName(name) : name,
    post,
    area: String(row.area),
    device: typeof row.device === 'string' ? row.device : null,
    action: String(row.action),
    object: String(row.object),
    outcome: row.outcome === 'done' ? 'done' : 'refused',
    problem,
    problemTitle: problem !== null && problem in problems ? problems[problem as keyof typeof problems].title : null,
  }
}
