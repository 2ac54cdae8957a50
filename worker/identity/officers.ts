import { postKinds } from '../contract/index.ts'
import type { Ended, Officer, Officers } from '../contract/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { ProblemError, statement } from '../platform/index.ts'
import { signedIn } from './caller.ts'
import { change } from './change.ts'
import { personCell } from './names.ts'
import { endAll, stillOpen } from './sessions.ts'
import { lockedSince, openAgainAt, triesMax } from './tries.ts'

/** Everybody who holds a post now, with the posts and how many sessions are open: what a security administrator works on. */
export async function listOfficers(ctx: Context): Promise<Officers> {
  await signedIn(ctx)
  const [rows = []] = await ctx.db.read([
    statement(
      `SELECT p.id, p.name_cipher, json_group_array(json_array(o.kind, o.township_code, coalesce(t.name, (SELECT name FROM county)))) AS posts,
         (SELECT count(*) FROM sessions s WHERE s.person_id = p.id AND ${stillOpen}) AS session_count,
         EXISTS (SELECT 1 FROM pins k WHERE k.id = p.id AND k.hash_cipher IS NOT NULL) AS has_pin,
         (SELECT j.at FROM journal j WHERE j.outcome = 'refused' AND j.person_id = p.id AND j.problem = 'pin_wrong' AND j.at > ?2
            ORDER BY j.at DESC LIMIT 1 OFFSET ?3) AS locked_by
       FROM posts o JOIN persons p ON p.id = o.person_id LEFT JOIN townships t ON t.code = o.township_code
       WHERE o.from_at <= ?1 AND (o.until_at IS NULL OR o.until_at > ?1)
       GROUP BY p.id ORDER BY min(coalesce(o.township_code, '')), min(o.kind), p.id`,
      ctx.clock().toISOString(),
      lockedSince(ctx.clock()),
      triesMax - 1,
    ),
  ])
  return { items: rows.map((row) => officerOf(ctx, row)) }
}

function officerOf(ctx: Context, row: Row): Officer {
  const posts = JSON.parse(String(row.posts)) as [string, string | null, string][]
  return {
    personId: String(row.id),
    name: personCell(ctx.cipher, 'name', String(row.id), row.name_cipher),
    posts: posts.flatMap(([kind, townshipCode, area]) => {
      const known = postKinds.find((one) => one === kind)
      return known ? [{ kind: known, townshipCode, area }] : []
    }),
    sessionCount: Number(row.session_count),
    hasPin: row.has_pin === 1,
    lockedUntil: typeof row.locked_by === 'string' ? openAgainAt(row.locked_by).toISOString() : null,
  }
}

/** Signs somebody out everywhere: a phone lost, an account in doubt. By a security administrator. Refuses: not_found. */
export async function endSessionsOf(ctx: Context, personId: string): Promise<Ended> {
  return change(ctx, {
    chain: statement("'county'"),
    facts: { person: statement('SELECT id FROM persons WHERE id = ?', personId) },
    plan: ({ person }, { at }) => {
      if (person.length === 0) throw new ProblemError('not_found')
      return { object: personId, statements: [endAll(personId, at)], answer: { endedAt: at } }
    },
  })
}

/**
 * Empties an officer's PIN, forgotten or seen by somebody, and ends the sessions: the person sets a new one on the phone.
 * Refuses: not_found, pin_unset, second_person_required (nobody resets the own one).
 */
export async function resetPin(ctx: Context, personId: string): Promise<Ended> {
  return change(ctx, {
    chain: statement("'county'"),
    facts: { pin: statement('SELECT p.id, k.hash_cipher FROM persons p LEFT JOIN pins k ON k.id = p.id WHERE p.id = ?', personId) },
    plan: ({ pin: [pin] }, { at, journalId, caller }) => {
      if (!pin) throw new ProblemError('not_found')
      if (personId === caller.personId) throw new ProblemError('second_person_required')
      if (typeof pin.hash_cipher !== 'string') throw new ProblemError('pin_unset')
      const emptied = statement('UPDATE pins SET hash_cipher = NULL, set_at = ?, journal_id = ? WHERE id = ?', at, journalId, personId)
      return { object: personId, statements: [emptied, endAll(personId, at)], answer: { endedAt: at } }
    },
  })
}
