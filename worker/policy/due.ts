import type { Row, Statement } from '../platform/index.ts'
import { ProblemError, statement } from '../platform/index.ts'

/** A due day; provisional while the year's official holiday list is not imported (N-22). */
export type Due = { on: string; provisional: boolean }

/** A fact: the `days`-th working day after `paidOn` (scalar selects), and whether every day until then is official. */
export function dueFact(days: Statement, paidOn: Statement): Statement {
  return statement(
    `WITH paid (day) AS (SELECT (${paidOn.sql})), due (day) AS (
       SELECT c.day FROM calendar_days c, paid WHERE c.working = 1 AND c.day > paid.day ORDER BY c.day LIMIT 1 OFFSET coalesce((${days.sql}), 1) - 1)
     SELECT due.day, (SELECT min(c.official) FROM calendar_days c WHERE c.day > paid.day AND c.day <= due.day) AS official FROM due, paid`,
    ...paidOn.args,
    ...days.args,
  )
}

export function dueOf(row: Row | undefined): Due {
  if (!row) throw new ProblemError('calendar_missing')
  return { on: String(row.day), provisional: row.official !== 1 }
}

/** Working days from `on` to a due day: 0 on the day itself, negative after it. */
export function daysLeftSql(due: string): string {
  return `CASE WHEN ${due} >= ?1 THEN (SELECT count(*) FROM calendar_days WHERE working = 1 AND day > ?1 AND day <= ${due})
    ELSE -(SELECT count(*) FROM calendar_days WHERE working = 1 AND day > ${due} AND day <= ?1) END`
}
