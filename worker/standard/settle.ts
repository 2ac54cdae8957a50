import type { HearingHeld, HoldHearing, ObjectionSettled, SettleObjection } from '../contract/index.ts'
import { change } from '../identity/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { addDays, statement, textInsert } from '../platform/index.ts'

/** Whose journal a change of this objection belongs to. */
const townshipOfObjection = (objectionId: string): Statement =>
  statement(
    `SELECT r.township_code FROM objections o JOIN public_notices n ON n.id = o.notice_id JOIN requests r ON r.id = n.request_id WHERE o.id = ?`,
    objectionId,
  )

/** 民主评议, only where somebody has objected (RULEBOOK 1.4). Refuses: objection_settled, post_required. */
export async function holdHearing(ctx: Context, objectionId: string, input: HoldHearing): Promise<HearingHeld> {
  return change(ctx, {
    chain: townshipOfObjection(objectionId),
    facts: {},
    plan: (_, step) => {
      const minutes = textInsert(ctx.cipher, step, input.minutes)
      const hearing = statement(
        `INSERT INTO hearings (objection_id, ayes, noes, minutes_text_id, held_by, held_at, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?)`,
        objectionId,
        input.ayes,
        input.noes,
        minutes.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return { object: objectionId, statements: [...minutes.statements, hearing], answer: { objectionId, heldAt: step.at } }
    },
  })
}

/**
 * What became of an objection: the notice's remaining days run on (for less, where the sum was amended), or it has ended.
 * Refuses: objection_settled, same_person, beneficiary, notice_amount, post_required.
 */
export async function settleObjection(ctx: Context, objectionId: string, input: SettleObjection): Promise<ObjectionSettled> {
  return change<'stop', ObjectionSettled>(ctx, {
    chain: townshipOfObjection(objectionId),
    facts: {
      stop: statement(
        `SELECT s.until_on, s.open_objections, date(o.raised_at, '+8 hours') AS raised_on,
           (SELECT max(date(r.decided_at, '+8 hours')) FROM objections p JOIN objection_results r ON r.objection_id = p.id
             WHERE p.notice_id = s.id) AS last_on
         FROM objections o JOIN standing_notices s ON s.id = o.notice_id WHERE o.id = ?`,
        objectionId,
      ),
    },
    plan: ({ stop: [stop] }, step) => {
      const reason = textInsert(ctx.cipher, step, input.reason)
      const result = statement(
        `INSERT INTO objection_results (objection_id, result, amended_fen, reason_text_id, decided_by, decided_at, journal_id)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        objectionId,
        input.result,
        input.result === 'amended' ? input.amendedFen : null,
        reason.id,
        step.caller.personId,
        step.at,
        step.journalId,
      )
      return {
        object: objectionId,
        statements: [...reason.statements, result],
        answer: { objectionId, settledAt: step.at, untilOn: input.result === 'upheld' ? null : lastDay(stop, step.on) },
      }
    },
  })
}

/** Null while another objection is open; else the last day, later by the days on which this one alone was open. */
function lastDay(stop: Row | undefined, on: string): string | null {
  if (!stop || Number(stop.open_objections) > 1) return null
  const from = [String(stop.raised_on), String(stop.last_on ?? '')].toSorted().at(-1) ?? on
  const days = Math.round((Date.parse(on) - Date.parse(from)) / 86_400_000)
  return addDays(String(stop.until_on), Math.max(0, days))
}
