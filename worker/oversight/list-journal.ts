import type { JournalEntry, JournalPage, JournalQuery, PostKind } from '../contract/index.ts'
import { postKinds, problems } from '../contract/index.ts'
import { maskedName, personCell, signedIn } from '../identity/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { addDays, statement } from '../platform/index.ts'

/** Who did what, newest first, by person, act, day and outcome (D-09). Ids and words only: no case's content stands in the journal. */
export async function listJournal(ctx: Context, query: JournalQuery): Promise<JournalPage> {
  await signedIn(ctx)
  const limit = query.limit ?? 50
  const [rows = []] = await ctx.db.read([
    statement(
      `SELECT j.*, p.name_cipher, coalesce(t.name, (SELECT name FROM county)) AS area,
         EXISTS (SELECT 1 FROM posts WHERE person_id = j.person_id) AS officer
       FROM journal j LEFT JOIN persons p ON p.id = j.person_id LEFT JOIN townships t ON t.code = j.chain
       WHERE (?1 = '' OR j.id < ?1) AND (?2 = '' OR j.action = ?2) AND (?3 = '' OR j.outcome = ?3) AND (?4 = '' OR j.person_id = ?4)
         AND (?5 = '' OR (j.at >= ?5 AND j.at < ?6)) ORDER BY j.id DESC LIMIT ?7`,
      query.after ?? '', query.action ?? '', query.outcome ?? '', query.personId ?? '',
      query.onDay ? midnight(query.onDay) : '', query.onDay ? midnight(addDays(query.onDay, 1)) : '',
      limit + 1,
    ),
  ])
  const items = rows.slice(0, limit).map((row) => entryOf(ctx, row))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** The instant at which a Beijing day begins. */
const midnight = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString()

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
