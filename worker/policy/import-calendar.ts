import type { CalendarImported, ImportCalendar } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context } from '../platform/index.ts'
import { ProblemError, statement, textInsert } from '../platform/index.ts'

/**
 * Writes the State Council's list of a year down; nothing counts from it before a second person has confirmed it (N-22).
 * Refuses: input (a day of another year, or both holiday and worked), calendar_official, post_required.
 */
export async function importCalendar(ctx: Context, input: ImportCalendar): Promise<CalendarImported> {
  const holidays = [...new Set(input.holidays)]
  const makeUpDays = [...new Set(input.makeUpDays)]
  requireDays(input.year, 'holidays', '放假的日子', holidays, [])
  requireDays(input.year, 'makeUpDays', '补班的日子', makeUpDays, holidays)
  return change(ctx, {
    chain: statement("SELECT 'county'"),
    facts: {},
    plan: (_, step) => {
      const listId = step.newId('cal')
      const paper = textInsert(ctx.cipher, step, input.paper)
      const list = statement(
        'INSERT INTO calendar_lists (id, year, paper_text_id, imported_by, imported_at, journal_id) VALUES (?, ?, ?, ?, ?, ?)',
        listId,
        input.year,
        paper.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      const days = [...holidays.map((day) => [day, 0] as const), ...makeUpDays.map((day) => [day, 1] as const)].map(([day, working]) =>
        statement(
          'INSERT INTO calendar_list_days (list_id, day, working, journal_id) VALUES (?, ?, ?, ?)',
          listId,
          day,
          working,
          step.journalId,
        ),
      )
      return {
        object: listId,
        statements: [...paper.statements, list, ...days],
        answer: { listId, year: input.year, importedAt: step.at },
      }
    },
  })
}

function requireDays(year: number, field: string, label: string, days: string[], taken: string[]): void {
  const strange = days.find((day) => !day.startsWith(`${year}-`))
  if (strange) throw new ProblemError('input', { fields: [{ field, label, message: `${strange} 不在 ${year} 年` }] })
  const twice = days.find((day) => taken.includes(day))
  if (twice) throw new ProblemError('input', { fields: [{ field, label, message: `${twice} 又放假又补班,请核对` }] })
}
