import type { CalendarQuery, CalendarView } from '../contract/index.ts'
import { holds, personCell, signedIn } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError, statement, textOpen } from '../platform/index.ts'

/** A year's days, whether they are official, and the list that waits for a second person. Refuses: calendar_missing. */
export async function viewCalendar(ctx: Context, { year }: CalendarQuery): Promise<CalendarView> {
  const caller = await signedIn(ctx)
  const [days = [], lists = [], marks = []] = await ctx.db.read([
    statement('SELECT day, working, official FROM calendar_days WHERE day BETWEEN ?1 AND ?2 ORDER BY day', `${year}-01-01`, `${year}-12-31`),
    statement(
      `SELECT l.*, x.cipher, p.name_cipher FROM calendar_lists l JOIN texts x ON x.id = l.paper_text_id JOIN persons p ON p.id = l.imported_by
       WHERE l.year = ? ORDER BY l.imported_at DESC, l.id DESC LIMIT 1`,
      year,
    ),
    statement(
      `SELECT day, working FROM calendar_list_days WHERE list_id = (
         SELECT id FROM calendar_lists WHERE year = ? ORDER BY imported_at DESC, id DESC LIMIT 1) ORDER BY day`,
      year,
    ),
  ])
  if (days.length === 0) throw new ProblemError('calendar_missing')
  const official = days.every((day) => day.official === 1)
  const list = official ? undefined : lists[0]
  const keeper = holds(caller, ['county_assistance', 'county_finance'], null)
  const marked = (working: number) => marks.filter((row) => row.working === working).map((row) => String(row.day))
  return {
    year,
    official,
    days: days.map((day) => ({ on: String(day.day), working: day.working === 1 })),
    waiting: list
      ? {
          listId: String(list.id),
          paper: textOpen(ctx.cipher, list.paper_text_id, list.cipher),
          by: personCell(ctx.cipher, 'name', String(list.imported_by), list.name_cipher),
          at: String(list.imported_at),
          holidays: marked(0),
          makeUpDays: marked(1),
        }
      : null,
    mayImport: keeper && !official,
    mayConfirm: keeper && list !== undefined && list.imported_by !== caller.personId,
  }
}
