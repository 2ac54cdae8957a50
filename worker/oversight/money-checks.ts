import type { Check } from './finding.ts'
import { noRows } from './finding.ts'

/** The walk, recomputed: what every place of every fund must hold. */
const recomputed = `
  SELECT fund_code, place, key, sum(fen) AS fen FROM (
    SELECT e.fund_code, p.place, iif(p.per = 'fund', '', e.payout_id) AS key, e.fen * p.sign AS fen FROM entries e JOIN places p ON p.place = e.debit_place
    UNION ALL
    SELECT e.fund_code, p.place, iif(p.per = 'fund', '', e.payout_id), -e.fen * p.sign FROM entries e JOIN places p ON p.place = e.credit_place)
  GROUP BY fund_code, place, key`

/** Invariants of anchors I1-I13, for this chart; each query lists the rows that break it. */
export const moneyChecks: Check[] = [
  noRows(
    'every balance is the sum of its entries',
    `SELECT 'fund ' || coalesce(r.fund_code, b.fund_code) || ' ' || coalesce(r.place, b.place) || ' ' || coalesce(r.key, b.key)
       || ': ' || coalesce(b.fen, 0) || ' fen, entries say ' || coalesce(r.fen, 0) AS bad
     FROM (${recomputed}) r FULL JOIN balances b ON b.fund_code = r.fund_code AND b.place = r.place AND b.key = r.key
     WHERE coalesce(r.fen, 0) <> coalesce(b.fen, 0)`,
  ),
  noRows(
    'no place is below zero',
    "SELECT 'fund ' || fund_code || ' ' || place || ' ' || key || ': ' || fen || ' fen' AS bad FROM balances WHERE fen < 0 OR typeof(fen) <> 'integer'",
  ),
  noRows(
    'what a fund holds is what it was entrusted',
    `SELECT 'fund ' || fund_code || ': ' || sum(b.fen * p.sign) || ' fen too many or too few' AS bad FROM balances b JOIN places p USING (place)
     GROUP BY fund_code HAVING sum(b.fen * p.sign) <> 0`,
  ),
  noRows(
    'a grant has exactly one live debit, a cancelled one none',
    `SELECT 'grant ' || g.number || ': ' || count(e.seq) || ' debits' AS bad FROM grants g LEFT JOIN payouts o ON o.grant_id = g.id
     LEFT JOIN entries e ON e.payout_id = o.id AND e.event IN ('reserve', 'release')
     GROUP BY g.id HAVING count(e.seq) FILTER (WHERE e.event = 'reserve') <> count(DISTINCT o.id)
       OR (count(e.seq) FILTER (WHERE e.event = 'release') > 0) <> EXISTS (SELECT 1 FROM cancellations WHERE grant_id = g.id)`,
  ),
  noRows(
    'a grant pays out no more than it says',
    `SELECT 'grant ' || g.number AS bad FROM grants g WHERE fen IS NOT (SELECT sum(fen) FROM payouts WHERE grant_id = g.id)`,
  ),
  noRows(
    'every entry that needs a second person has one',
    `SELECT 'fund ' || e.fund_code || ' entry ' || e.seq AS bad FROM entries e
     JOIN moves m ON m.event = e.event AND m.debit_place = e.debit_place AND m.credit_place = e.credit_place
     WHERE m.dual = 1 AND (e.checked_by IS NULL OR e.checked_by = e.made_by)`,
  ),
  noRows(
    'who approved held the post then, and neither asked, filed, accepted nor paid',
    `SELECT 'grant ' || g.number AS bad FROM grants g JOIN requests r ON r.id = g.request_id JOIN acceptances a ON a.request_id = r.id
     WHERE g.approved_by IN (r.person_id, r.submitted_by, a.accepted_by) OR NOT EXISTS (
       SELECT 1 FROM posts p WHERE p.person_id = g.approved_by AND p.kind IN ('deputy_leader', 'leader') AND p.township_code = g.township_code
         AND p.from_at <= g.granted_at AND (p.until_at IS NULL OR p.until_at > g.granted_at))
     OR EXISTS (SELECT 1 FROM entries e JOIN payouts o ON o.id = e.payout_id WHERE o.grant_id = g.id AND e.event IN ('send', 'paid')
       AND g.approved_by IN (e.made_by, e.checked_by))`,
  ),
  noRows(
    'no grant passes its caps',
    `SELECT 'grant ' || g.number || ': ' || g.fen || ' fen' AS bad FROM grants g JOIN policies p ON p.version = g.policy_version
     WHERE g.fen > p.urgent_ceiling_fen OR (g.track = 'small' AND g.fen > p.small_cap_fen) OR (g.channel = 'cash' AND g.fen > p.cash_cap_fen)`,
  ),
  noRows(
    'no household is aided more often than the policy lets',
    `SELECT 'household ' || g.household_id || ' in ' || g.year AS bad FROM grants g JOIN policies p ON p.version = g.policy_version
     WHERE NOT EXISTS (SELECT 1 FROM cancellations WHERE grant_id = g.id) GROUP BY g.household_id, g.year HAVING count(*) > max(p.household_per_year)`,
  ),
  noRows(
    'every grant owes its explanation, due by the day it was paid',
    `SELECT 'grant ' || g.number AS bad FROM grants g LEFT JOIN explanations x ON x.grant_id = g.id LEFT JOIN explanation_dues d ON d.grant_id = g.id
     WHERE x.grant_id IS NULL OR (d.grant_id IS NULL) = EXISTS (
       SELECT 1 FROM entries e JOIN payouts o ON o.id = e.payout_id WHERE o.grant_id = g.id AND e.event = 'paid')`,
  ),
  noRows(
    'an explanation is accepted exactly when its fen are cleared',
    `SELECT 'grant ' || g.number AS bad FROM grants g LEFT JOIN filing_acceptances a ON a.grant_id = g.id
     WHERE (a.grant_id IS NOT NULL) <> EXISTS (
       SELECT 1 FROM entries e JOIN payouts o ON o.id = e.payout_id WHERE o.grant_id = g.id AND e.event = 'accept'
         AND e.checked_by = a.accepted_by)`,
  ),
  noRows(
    'a due day is the working day counted from the day the money arrived',
    `SELECT 'grant ' || g.number || ': due ' || d.due_on AS bad FROM explanation_dues d JOIN grants g ON g.id = d.grant_id
     WHERE NOT EXISTS (SELECT 1 FROM entries e JOIN payouts o ON o.id = e.payout_id
         WHERE o.grant_id = g.id AND e.event = 'paid' AND e.day = d.paid_on)
       OR (SELECT count(*) FROM calendar_days WHERE working = 1 AND day > d.paid_on AND day <= d.due_on) <> g.explanation_days
       OR NOT EXISTS (SELECT 1 FROM calendar_days WHERE day = d.due_on AND working = 1)`,
  ),
]
