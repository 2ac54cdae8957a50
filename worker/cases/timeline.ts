import type { TimelineItem, TimelineStep } from '../contract/index.ts'
import { personCell } from '../identity/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { statement, textOpen } from '../platform/index.ts'

/** Everything that happened to a request, in order, each with who did it. What was entered by mistake and undone did not happen. */
export function timelineFact(requestId: string): Statement {
  const ofGrant = 'g.request_id = ?1'
  return statement(
    `WITH steps (at, step, person_id, fen, text_id, fund) AS (
       SELECT submitted_at, 'submitted', NULL, asked_fen, NULL, NULL FROM requests WHERE id = ?1
       UNION ALL SELECT accepted_at, 'accepted', accepted_by, NULL, NULL, NULL FROM acceptances WHERE request_id = ?1
       UNION ALL SELECT set_at, 'payee_set', NULL, NULL, NULL, NULL FROM payees WHERE request_id = ?1
       UNION ALL SELECT granted_at, 'granted', approved_by, fen, NULL, g.fund_code FROM grants g WHERE ${ofGrant}
       UNION ALL SELECT c.cancelled_at, 'cancelled', c.cancelled_by, g.fen, c.reason_text_id, g.fund_code FROM cancellations c JOIN grants g ON g.id = c.grant_id WHERE ${ofGrant}
       UNION ALL SELECT s.handed_at, 'cash_handed', s.handed_by, p.fen, NULL, g.fund_code FROM live_slips s JOIN payouts p ON p.id = s.payout_id JOIN grants g ON g.id = p.grant_id WHERE ${ofGrant}
       UNION ALL SELECT e.at, CASE e.event WHEN 'send' THEN 'sent' WHEN 'reject' THEN 'rejected' WHEN 'bounce' THEN 'bounced' ELSE 'paid' END, e.made_by, e.fen, NULL, g.fund_code FROM entries e JOIN payouts p ON p.id = e.payout_id
         JOIN grants g ON g.id = p.grant_id WHERE ${ofGrant} AND e.event IN ('send', 'paid', 'reject', 'bounce')
           AND NOT EXISTS (SELECT 1 FROM entries u WHERE u.fund_code = e.fund_code AND u.undoes = e.seq)
       UNION ALL SELECT f.filed_at, 'explanation_filed', NULL, NULL, NULL, NULL FROM filings f JOIN grants g ON g.id = f.grant_id WHERE ${ofGrant}
       UNION ALL SELECT a.accepted_at, 'explanation_accepted', a.accepted_by, NULL, NULL, g.fund_code FROM filing_acceptances a JOIN grants g ON g.id = a.grant_id WHERE ${ofGrant}
       UNION ALL SELECT b.returned_at, 'explanation_returned', b.returned_by, NULL, b.reason_text_id, g.fund_code FROM filing_returns b JOIN grants g ON g.id = b.grant_id WHERE ${ofGrant}
       UNION ALL SELECT refused_at, 'refused', refused_by, NULL, reason_text_id, NULL FROM refusals WHERE request_id = ?1
       UNION ALL SELECT withdrawn_at, 'withdrawn', NULL, NULL, NULL, NULL FROM withdrawals WHERE request_id = ?1
       UNION ALL SELECT escalated_at, 'escalated', escalated_by, NULL, reason_text_id, NULL FROM escalations WHERE request_id = ?1
       UNION ALL SELECT proposed_at, 'county_proposed', proposed_by, NULL, NULL, NULL FROM county_proposals WHERE request_id = ?1
       UNION ALL SELECT handed_back_at, 'handed_back', handed_back_by, NULL, reason_text_id, NULL FROM hand_backs WHERE request_id = ?1)
     SELECT s.*, s.fund = (SELECT code FROM funds WHERE township_code IS NULL) AS of_county, p.name_cipher, x.cipher, (SELECT phone FROM county) AS county_phone, (SELECT name FROM county) AS county_name
     FROM steps s LEFT JOIN persons p ON p.id = s.person_id LEFT JOIN texts x ON x.id = s.text_id ORDER BY s.at`,
    requestId,
  )
}

/** Each step with a time, a unit, a telephone and the officer who is answerable for it (BARS, People); words only if `near`. */
export function timelineOf(ctx: Context, request: Row, rows: Row[], near: boolean): TimelineItem[] {
  return rows.map((row) => {
    const county = row.of_county === 1 || ['escalated', 'county_proposed', 'handed_back'].includes(String(row.step))
    return {
      at: String(row.at),
      step: row.step as TimelineStep,
      unit: String(county ? row.county_name : request.township_name),
      phone: String(county ? row.county_phone : request.township_phone),
      by: personCell(ctx.cipher, 'name', row.person_id ?? '', row.name_cipher),
      amountFen: typeof row.fen === 'number' ? row.fen : null,
      words: near ? textOpen(ctx.cipher, row.text_id, row.cipher) : null,
    }
  })
}
