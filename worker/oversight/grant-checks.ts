import type { Check } from './finding.ts'
import { noRows } from './finding.ts'

/** The county consented that this one is more than the rule (N-32). */
const oftener = `EXISTS (SELECT 1 FROM standing_exceptions WHERE request_id = g.request_id AND code IN ('RECURRENT_INFECTION', 'EPIDEMIC', 'OTHER_HARDSHIP'))`
/** All of it came back once; that a part of this was undone later does not make what was granted in between wrong. */
const cameBack = `(g.fen <= (SELECT coalesce(sum(e.fen), 0) FROM payouts o JOIN entries e ON e.payout_id = o.id
  AND e.event IN ('release', 'recover', 'late_return') WHERE o.grant_id = g.id))`

/** The decisions' invariants (I3, I9, I10, I11): what was granted is what was debited, by who might, and is explained. */
export const grantChecks: Check[] = [
  noRows(
    'each stage of a grant is debited once, and released only if it was cancelled',
    `SELECT g.fund_code, 'grant ' || g.number || ' stage ' || o.n || ': ' || count(e.seq) || ' debits and releases' AS bad
     FROM grants g LEFT JOIN payouts o ON o.grant_id = g.id LEFT JOIN entries e ON e.payout_id = o.id AND e.event IN ('reserve', 'release')
     GROUP BY g.id, o.id HAVING count(e.seq) FILTER (WHERE e.event = 'reserve') <> 1 OR count(e.seq) FILTER (WHERE e.event = 'release') <>
       (EXISTS (SELECT 1 FROM cancellations WHERE grant_id = g.id) OR EXISTS (SELECT 1 FROM payout_cancellations WHERE payout_id = o.id))`,
  ),
  noRows(
    'the stages of a grant make its sum',
    `SELECT g.fund_code, 'grant ' || g.number AS bad FROM grants g WHERE fen IS NOT (SELECT sum(fen) FROM payouts WHERE grant_id = g.id)`,
  ),
  noRows(
    'who approved held the post then, and neither asked, filed, accepted nor paid',
    `SELECT g.fund_code, 'grant ' || g.number AS bad FROM grants g JOIN requests r ON r.id = g.request_id JOIN acceptances a ON a.request_id = r.id
     WHERE g.approved_by IN (r.person_id, r.submitted_by, a.accepted_by) OR NOT EXISTS (
       SELECT 1 FROM leading_posts p WHERE p.person_id = g.approved_by AND p.fund_code = g.fund_code
         AND p.from_at <= g.granted_at AND (p.until_at IS NULL OR p.until_at > g.granted_at))
     OR EXISTS (SELECT 1 FROM entries e JOIN payouts o ON o.id = e.payout_id WHERE o.grant_id = g.id AND e.event IN ('send', 'paid')
       AND g.approved_by IN (e.made_by, e.checked_by))`,
  ),
  noRows(
    'no grant passes its caps',
    `SELECT g.fund_code, 'grant ' || g.number || ': ' || g.fen || ' fen' AS bad FROM grants g JOIN policies p ON p.version = g.policy_version
     JOIN funds f ON f.code = g.fund_code WHERE (g.fen > p.urgent_ceiling_fen AND f.township_code IS NOT NULL) OR (g.track = 'small' AND p.small_basis = 'per_case' AND g.fen > p.small_cap_fen) OR (g.channel = 'cash' AND g.fen > p.cash_cap_fen)`,
  ),
  noRows(
    'no household is aided more often than the policy lets',
    `SELECT max(g.fund_code) AS fund_code, 'household ' || g.household_id || ' in ' || g.year AS bad FROM grants g JOIN policies p ON p.version = g.policy_version
     JOIN funds f ON f.code = g.fund_code AND f.township_code IS NOT NULL WHERE NOT ${cameBack} AND NOT ${oftener} GROUP BY g.household_id, g.year HAVING count(*) > max(p.household_per_year)
     UNION ALL SELECT max(g.fund_code), 'household ' || g.household_id || ' in ' || g.year || ': ' || g.cause_code FROM grants g
     JOIN policies p ON p.version = g.policy_version JOIN funds f ON f.code = g.fund_code AND f.township_code IS NOT NULL WHERE NOT ${cameBack} AND NOT ${oftener}
     GROUP BY g.household_id, g.year, g.cause_code HAVING count(*) > max(p.same_cause_per_year)`,
  ),
  noRows(
    'every grant owes its explanation, due from each payment',
    `SELECT g.fund_code, 'grant ' || g.number AS bad FROM grants g LEFT JOIN explanations x ON x.grant_id = g.id WHERE (x.grant_id IS NULL) <> (g.track = 'standard')
     UNION ALL SELECT e.fund_code, 'fund ' || e.fund_code || ' entry ' || e.seq FROM entries e
     LEFT JOIN explanation_dues d ON d.payout_id = e.payout_id AND d.seq = e.seq
     WHERE e.event = 'paid' AND e.debit_place = 'awaiting' AND d.due_on IS NULL
     UNION ALL SELECT g.fund_code, 'grant ' || g.number || ': due ' || d.due_on FROM explanation_dues d JOIN grants g ON g.id = d.grant_id
     LEFT JOIN entries e ON e.fund_code = g.fund_code AND e.seq = d.seq
     WHERE e.event IS NOT 'paid' OR e.payout_id <> d.payout_id OR e.day <> d.paid_on`,
  ),
  noRows(
    'a standard grant hung out in public, for no less than was granted',
    `SELECT g.fund_code, 'grant ' || g.number AS bad FROM grants g WHERE g.track = 'standard' AND NOT EXISTS (
       SELECT 1 FROM public_notices n WHERE n.request_id = g.request_id AND n.fen >= g.fen
         AND date(n.posted_on, '+' || n.days || ' days') < date(g.granted_at, '+8 hours'))
     UNION ALL SELECT e.fund_code, 'fund ' || e.fund_code || ' entry ' || e.seq FROM entries e JOIN payouts o ON o.id = e.payout_id
     JOIN grants g ON g.id = o.grant_id WHERE e.event = 'paid' AND (e.debit_place = 'cleared') <> (g.track = 'standard')`,
  ),
  noRows(
    'an explanation is accepted exactly when its fen are cleared',
    `SELECT e.fund_code, 'fund ' || e.fund_code || ' entry ' || e.seq AS bad FROM entries e JOIN payouts o ON o.id = e.payout_id
     WHERE e.event = 'accept' AND NOT EXISTS (
       SELECT 1 FROM filing_acceptances a WHERE a.grant_id = o.grant_id AND a.accepted_by = e.checked_by AND a.journal_id = e.journal_id)
     UNION ALL SELECT g.fund_code, 'grant ' || g.number || ' filing ' || a.n FROM filing_acceptances a JOIN grants g ON g.id = a.grant_id
     WHERE NOT EXISTS (SELECT 1 FROM entries e JOIN payouts o ON o.id = e.payout_id
       WHERE o.grant_id = g.id AND e.event = 'accept' AND e.journal_id = a.journal_id)`,
  ),
  noRows(
    'a due day is the working day counted from the day the money arrived',
    `SELECT g.fund_code, 'grant ' || g.number || ': due ' || d.due_on AS bad FROM explanation_dues d JOIN grants g ON g.id = d.grant_id
     WHERE d.provisional = 0 AND ((SELECT count(*) FROM calendar_days WHERE working = 1 AND day > d.paid_on AND day <= d.due_on) <> g.explanation_days
       OR NOT EXISTS (SELECT 1 FROM calendar_days WHERE day = d.due_on AND working = 1))`,
  ),
  noRows(
    'cash was paid on a slip of who handed it out',
    `SELECT e.fund_code, 'fund ' || e.fund_code || ' entry ' || e.seq AS bad FROM entries e
     WHERE e.event = 'paid' AND e.credit_place = 'cash.held' AND NOT EXISTS (
       SELECT 1 FROM cash_slips s WHERE s.payout_id = e.payout_id AND s.handed_by = e.made_by AND e.paper = 'slip:' || s.evidence_id)`,
  ),
]
