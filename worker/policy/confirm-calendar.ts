import type { CalendarConfirmed } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { addDays, ProblemError, statement } from '../platform/index.ts'

/** How many years ahead there is a calendar, though only of weekdays. */
const yearsAhead = 3

/**
 * A second person has held the list against the State Council's notice: the year's days become official, once. Deadlines
 * that were 暂定 are counted from them at once (`counted_dues`), and the years after it get their provisional days.
 * Refuses: calendar_official, second_person_required, post_required.
 */
export async function confirmCalendar(ctx: Context, listId: string): Promise<CalendarConfirmed> {
  return change<'list' | 'marks' | 'known', CalendarConfirmed>(ctx, {
    chain: statement("SELECT 'county' FROM calendar_lists WHERE id = ?", listId),
    facts: {
      list: statement('SELECT year FROM calendar_lists WHERE id = ?', listId),
      marks: statement('SELECT day, working FROM calendar_list_days WHERE list_id = ?', listId),
      known: statement('SELECT max(day) AS last FROM calendar_days'),
    },
    plan: ({ list: [list], marks, known: [known] }, step) => {
      if (!list) throw new ProblemError('not_found')
      const year = Number(list.year)
      const confirmation = statement(
        'INSERT INTO calendar_confirmations (list_id, confirmed_by, confirmed_at, journal_id) VALUES (?, ?, ?, ?)',
        listId,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return {
        object: listId,
        statements: [confirmation, ...official(year, marks, step.journalId), ...provisional(year, String(known?.last), step.journalId)],
        answer: { listId, year, confirmedAt: step.at },
      }
    },
  })
}

const daysFrom = (first: string, last: string): string[] => {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}
const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

function official(year: number, marks: Row[], journalId: string): Statement[] {
  const marked = new Map(marks.map((row) => [String(row.day), Number(row.working)]))
  return daysFrom(`${year}-01-01`, `${year}-12-31`).map((day) =>
    statement(
      'UPDATE calendar_days SET working = ?, official = 1, journal_id = ? WHERE day = ? AND official = 0',
      marked.get(day) ?? (isWeekday(day) ? 1 : 0),
      journalId,
      day,
    ),
  )
}

function provisional(year: number, last: string, journalId: string): Statement[] {
  return daysFrom(addDays(last, 1), `${year + yearsAhead}-12-31`).map((day) =>
    statement(
      'INSERT INTO calendar_days (day, working, official, journal_id) VALUES (?, ?, 0, ?)',
      day,
      isWeekday(day) ? 1 : 0,
      journalId,
    ),
  )
}
