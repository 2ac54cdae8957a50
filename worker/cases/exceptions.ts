import type { ExceptionView, ProblemCode } from '../contract/index.ts'
import { personCell } from '../identity/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { statement, textOpen } from '../platform/index.ts'

/** What an exception lifts. */
export const liftedByException: readonly string[] = ['same_cause_this_year', 'household_year_limit', 'still_in_need', 'payee_shared'] satisfies ProblemCode[]

/** The exceptions asked for a request, each with the county's answer. */
export function exceptionFact(requestId: string): Statement {
  return statement(
    `SELECT e.n, e.code, e.asked_at, e.reason_text_id, x.cipher, p.id AS asker_id, p.name_cipher, a.consent, a.answered_at,
       a.reason_text_id AS answer_text_id, y.cipher AS answer_cipher, q.id AS answerer_id, q.name_cipher AS answerer_cipher,
       EXISTS (SELECT 1 FROM standing_exceptions WHERE request_id = e.request_id AND n = e.n) AS stands
     FROM exceptions e JOIN texts x ON x.id = e.reason_text_id JOIN persons p ON p.id = e.asked_by
     LEFT JOIN exception_answers a ON a.request_id = e.request_id AND a.n = e.n LEFT JOIN texts y ON y.id = a.reason_text_id
     LEFT JOIN persons q ON q.id = a.answered_by WHERE e.request_id = ? ORDER BY e.n`,
    requestId,
  )
}

/** Words only if `near`: a reason may tell of an illness. */
export function exceptionsOf(ctx: Context, rows: Row[], near: boolean): ExceptionView[] {
  return rows.map((row) => ({
    n: Number(row.n),
    code: row.code as ExceptionView['code'],
    reason: near ? textOpen(ctx.cipher, row.reason_text_id, row.cipher) : null,
    askedAt: String(row.asked_at),
    askedBy: personCell(ctx.cipher, 'name', row.asker_id ?? '', row.name_cipher),
    stands: row.stands === 1,
    answer:
      typeof row.answered_at !== 'string'
        ? null
        : {
            consent: row.consent === 1,
            reason: near ? textOpen(ctx.cipher, row.answer_text_id, row.answer_cipher) : null,
            at: row.answered_at,
            by: personCell(ctx.cipher, 'name', row.answerer_id ?? '', row.answerer_cipher),
          },
  }))
}
