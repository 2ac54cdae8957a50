import type { ProgramLists } from '../contract/index.ts'
import { programLists } from '../contract/index.ts'
import type { Caller } from '../identity/index.ts'
import { inScope, personCell, scopeOf, signedIn } from '../identity/index.ts'
import type { Context, Row } from '../platform/index.ts'
import { ProblemError, statement, textOpen } from '../platform/index.ts'

/** The newest two hundred imports that this caller may see, and whose lists he may bring. Refuses: post_required. */
export async function listLists(ctx: Context): Promise<ProgramLists> {
  const caller = await signedIn(ctx)
  const scope = scopeOf(caller)
  if (scope !== 'county' && scope.length === 0) throw new ProblemError('post_required')
  const [rows = [], townships = []] = await ctx.db.read([
    statement(
      `SELECT l.*, t.name AS township_name, c.people, p.name_cipher, u.reason_text_id, x.cipher AS reason,
         CASE WHEN u.list_id IS NOT NULL THEN 'undone' WHEN c.list_id IS NULL THEN 'unfinished'
           WHEN EXISTS (SELECT 1 FROM current_lists WHERE id = l.id) THEN 'current' ELSE 'replaced' END AS state
       FROM program_lists l JOIN persons p ON p.id = l.imported_by LEFT JOIN townships t ON t.code = l.township_code
       LEFT JOIN program_list_closings c ON c.list_id = l.id LEFT JOIN program_list_undoings u ON u.list_id = l.id LEFT JOIN texts x ON x.id = u.reason_text_id
       ORDER BY l.imported_at DESC, l.id DESC LIMIT 200`,
    ),
    statement('SELECT code, name FROM townships ORDER BY code'),
  ])
  const mine = new Set(caller.posts.flatMap(({ kind, townshipCode }) => (kind === 'caseworker' ? (townshipCode ?? []) : [])))
  return programLists.parse({
    scopes: [
      ...(bringsCounty(caller) ? [{ townshipCode: null, name: '全县' }] : []),
      ...townships.filter(({ code }) => mine.has(String(code))).map(({ code, name }) => ({ townshipCode: code, name })),
    ],
    items: rows.filter((row) => row.township_code === null || inScope(caller, String(row.township_code))).map((row) => itemOf(ctx, caller, mine, row)),
  })
}

const bringsCounty = (caller: Caller): boolean => caller.posts.some(({ kind }) => kind === 'county_assistance')

function itemOf(ctx: Context, caller: Caller, mine: Set<string>, row: Row) {
  const own = row.township_code === null ? bringsCounty(caller) : mine.has(String(row.township_code))
  return {
    id: row.id,
    program: row.program,
    townshipName: row.township_name,
    fromOn: row.from_on,
    toOn: row.until_on,
    people: row.people,
    at: row.imported_at,
    by: personCell(ctx.cipher, 'name', String(row.imported_by), row.name_cipher),
    state: row.state,
    reason: textOpen(ctx.cipher, row.reason_text_id, row.reason),
    actions: own && (row.state === 'current' || row.state === 'replaced') ? ['undo'] : [],
  }
}
