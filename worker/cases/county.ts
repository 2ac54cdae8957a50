import type { CountyView, EscalationCode } from '../contract/index.ts'
import { countyCapOf } from '../grants/index.ts'
import { personCell } from '../identity/index.ts'
import { policyFact, policyOf } from '../policy/index.ts'
import type { Context, Row, Statement } from '../platform/index.ts'
import { beijingDay, statement, textOpen } from '../platform/index.ts'

/** Why it came to the county, what the county has, and what 县救助股 proposed last: two facts. */
export function countyFacts(ctx: Context, requestId: string): Statement[] {
  return [
    policyFact(beijingDay(ctx.clock())),
    statement(
      `SELECT e.code, e.escalated_at, e.reason_text_id AS why_id, y.cipher AS why, f.code AS fund_code,
         coalesce((SELECT fen FROM balances WHERE fund_code = f.code AND place = 'bank.available' AND key = ''), 0) AS available_fen,
         p.n, p.track, p.fen, p.reason_text_id, p.minutes_text_id, p.minutes_evidence_id, p.proposed_by, p.proposed_at,
         x.cipher AS reason, m.cipher AS minutes, n.name_cipher
       FROM open_escalations e JOIN funds f ON f.township_code IS NULL LEFT JOIN texts y ON y.id = e.reason_text_id
       LEFT JOIN county_proposals p ON p.request_id = e.request_id AND p.n = (SELECT max(n) FROM county_proposals WHERE request_id = e.request_id)
       LEFT JOIN texts x ON x.id = p.reason_text_id LEFT JOIN texts m ON m.id = p.minutes_text_id LEFT JOIN persons n ON n.id = p.proposed_by
       WHERE e.request_id = ?`,
      requestId,
    ),
  ]
}

export function countyOf(ctx: Context, [policyRows, rows]: Row[][]): CountyView | null {
  const row = rows?.[0]
  if (!row) return null
  const policy = policyOf(policyRows?.[0])
  return {
    code: row.code as EscalationCode,
    reason: textOpen(ctx.cipher, row.why_id, row.why),
    escalatedAt: String(row.escalated_at),
    fundCode: String(row.fund_code),
    availableFen: Number(row.available_fen),
    capFen: countyCapOf(policy),
    smallCapFen: policy.smallCapFen,
    proposal:
      row.n === null
        ? null
        : {
            n: Number(row.n),
            track: row.track as 'small' | 'urgent',
            amountFen: Number(row.fen),
            reason: textOpen(ctx.cipher, row.reason_text_id, row.reason),
            minutes: textOpen(ctx.cipher, row.minutes_text_id, row.minutes),
            minutesEvidenceId: row.minutes_evidence_id === null ? null : String(row.minutes_evidence_id),
            proposedBy: personCell(ctx.cipher, 'name', row.proposed_by ?? '', row.name_cipher),
            proposedAt: String(row.proposed_at),
          },
  }
}
