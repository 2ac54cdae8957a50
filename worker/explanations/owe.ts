import type { Statement } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

/** Owed from the approval on (DESIGN 3); no `reserve` entry exists without it. */
export function oweExplanation(grantId: string, prefilled: boolean, journalId: string): Statement {
  return statement(
    'INSERT INTO explanations (grant_id, prefilled, journal_id) VALUES (?, ?, ?)',
    grantId,
    prefilled ? 1 : 0,
    journalId,
  )
}

/** The payment that an explanation is due from: `seq` of its entry. */
type Payment = { payoutId: string; seq: number; grantId: string; paidOn: string }

/** Fixed by the day of payment; the schema counts the working days again and refuses another day. */
export function fixDue(payment: Payment, due: { on: string; provisional: boolean }, journalId: string): Statement {
  return statement(
    `INSERT INTO explanation_dues (payout_id, seq, grant_id, paid_on, due_on, provisional, journal_id)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    payment.payoutId,
    payment.seq,
    payment.grantId,
    payment.paidOn,
    due.on,
    due.provisional ? 1 : 0,
    journalId,
  )
}
