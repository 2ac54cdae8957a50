import type { PayoutOrder } from '../contract/index.ts'
import type { Caller } from '../identity/index.ts'
import type { Row, Statement } from '../platform/index.ts'
import { statement } from '../platform/index.ts'

/** A fact: what the caller's posts let him order of each payout of a request, by where its fen lie; the schema still decides. */
export function payoutOrdersFact(requestId: string, caller: Caller, now: Date): Statement {
  return statement(
    `SELECT DISTINCT p.grant_id, p.n, m.event FROM grants g JOIN payouts p ON p.grant_id = g.id
     JOIN moves m ON m.via = 'order' AND m.per = 'payout' AND coalesce(m.channel, p.channel) = p.channel
     JOIN fund_posts q ON q.fund_code = g.fund_code AND q.person_id = ?2 AND instr(m.makers, ',' || q.kind || ',') > 0
       AND q.from_at <= ?3 AND (q.until_at IS NULL OR q.until_at > ?3)
     WHERE g.request_id = ?1 AND g.person_id <> ?2 AND iif(m.credit_place = 'county',
       (SELECT fen FROM replenished_payouts WHERE payout_id = p.id) > 0,
       EXISTS (SELECT 1 FROM balances WHERE fund_code = p.fund_code AND place = m.credit_place AND key = p.id AND fen > 0))`,
    requestId,
    caller.personId,
    now.toISOString(),
  )
}

/** The orders of one payout, from those rows. */
export function payoutOrdersOf(rows: Row[], grantId: unknown, n: unknown): PayoutOrder[] {
  return rows.filter((row) => row.grant_id === grantId && row.n === n).map((row) => row.event as PayoutOrder)
}
