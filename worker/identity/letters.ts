import type { Letters, LetterState } from '../contract/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { addDays, beijingDay, statement } from '../platform/index.ts'
import { holds, scopeOf, signedIn } from './caller.ts'
import { personCell } from './names.ts'

/** The county is told this long before a township's letter ends. */
const soonDays = 30

/** As a scalar select: the ceiling of the letter that holds for a township (a scalar select, too) on a Beijing day. */
export function letterCeiling(township: string, on: string): string {
  return `SELECT ceiling_fen FROM live_letters WHERE township_code = ${township} AND ${on} BETWEEN from_on AND until_on
    ORDER BY signed_at DESC, id DESC LIMIT 1`
}

/** A fact: how many townships have no letter in 30 days. */
export function endingLettersFact(ctx: Context): Statement {
  return statement(
    `SELECT count(*) AS count FROM townships t WHERE NOT EXISTS (
       SELECT 1 FROM live_letters WHERE township_code = t.code AND ? BETWEEN from_on AND until_on)`,
    addDays(beijingDay(ctx.clock()), soonDays),
  )
}

/** The letters of the townships in the caller's scope, the newest first, and who has none today. */
export async function listLetters(ctx: Context): Promise<Letters> {
  const caller = await signedIn(ctx)
  const scope = scopeOf(caller)
  const today = beijingDay(ctx.clock())
  const area = "(?1 = '*' OR t.code IN (SELECT value FROM json_each(?2)))"
  const args = scope === 'county' ? ['*', '[]'] : ['', JSON.stringify(scope)]
  const [rows = [], uncovered = []] = await ctx.db.read([
    statement(
      `SELECT l.*, t.name, p.name_cipher, v.revoked_at, EXISTS (
           SELECT 1 FROM live_letters n WHERE n.township_code = l.township_code AND (n.signed_at, n.id) > (l.signed_at, l.id)
             AND ?3 BETWEEN n.from_on AND n.until_on) AS replaced
       FROM delegation_letters l JOIN townships t ON t.code = l.township_code JOIN persons p ON p.id = l.signed_by
       LEFT JOIN letter_revocations v ON v.letter_id = l.id WHERE ${area} ORDER BY l.signed_at DESC, t.code LIMIT 300`,
      ...args,
      today,
    ),
    statement(
      `SELECT t.code, t.name FROM townships t WHERE ${area} AND NOT EXISTS (
         SELECT 1 FROM live_letters WHERE township_code = t.code AND ?3 BETWEEN from_on AND until_on) ORDER BY t.code`,
      ...args,
      today,
    ),
  ])
  return {
    items: rows.map((row) => ({
      id: String(row.id),
      number: String(row.number),
      townshipCode: String(row.township_code),
      townshipName: String(row.name),
      ceilingFen: Number(row.ceiling_fen),
      validFromOn: String(row.from_on),
      validUntilOn: String(row.until_on),
      signedBy: personCell(ctx.cipher, 'name', row.signed_by ?? '', row.name_cipher),
      signedAt: String(row.signed_at),
      state: stateOf(row, today),
    })),
    uncovered: uncovered.map(({ code, name }) => ({ townshipCode: String(code), townshipName: String(name) })),
    mayIssue: holds(caller, ['county_leader'], null),
  }
}

function stateOf(row: Row, today: string): LetterState {
  if (row.revoked_at !== null) return 'revoked'
  if (String(row.until_on) < today) return 'ended'
  if (row.replaced === 1) return 'replaced'
  if (String(row.from_on) > today) return 'not_yet'
  return String(row.until_on) < addDays(today, soonDays) ? 'ends_soon' : 'in_force'
}
