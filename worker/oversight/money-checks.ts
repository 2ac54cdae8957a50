import type { Check } from './finding.ts'
import { noRows } from './finding.ts'

/** The walk, recomputed: what every place of every fund must hold. */
const key = (entry: string) => `CASE p.per WHEN 'fund' THEN '' WHEN 'claim' THEN ${entry}.claim_id ELSE ${entry}.payout_id END`
const recomputed = `
  SELECT fund_code, place, key, sum(fen) AS fen FROM (
    SELECT e.fund_code, p.place, ${key('e')} AS key, e.fen * p.sign AS fen FROM entries e JOIN places p ON p.place = e.debit_place
    UNION ALL
    SELECT e.fund_code, p.place, ${key('e')}, -e.fen * p.sign FROM entries e JOIN places p ON p.place = e.credit_place)
  GROUP BY fund_code, place, key`

const holds = (who: string, kinds: string) => `EXISTS (SELECT 1 FROM fund_posts q
  WHERE q.fund_code = e.fund_code AND q.person_id = e.${who} AND instr(${kinds}, ',' || q.kind || ',') > 0
    AND q.from_at <= e.at AND (q.until_at IS NULL OR q.until_at > e.at))`

/** The ledger's invariants (I1, I2, I5, I9 and the identity of the chart); each query lists the rows that break it. */
export const moneyChecks: Check[] = [
  noRows(
    'every balance is the sum of its entries',
    `SELECT coalesce(r.fund_code, b.fund_code) AS fund_code, 'fund ' || coalesce(r.fund_code, b.fund_code) || ' ' || coalesce(r.place, b.place) || ' '
       || coalesce(r.key, b.key) || ': ' || coalesce(b.fen, 0) || ' fen, entries say ' || coalesce(r.fen, 0) AS bad
     FROM (${recomputed}) r FULL JOIN balances b ON b.fund_code = r.fund_code AND b.place = r.place AND b.key = r.key
     WHERE coalesce(r.fen, 0) <> coalesce(b.fen, 0)`,
  ),
  noRows(
    'no place is below zero',
    `SELECT fund_code, 'fund ' || fund_code || ' ' || place || ' ' || key || ': ' || fen || ' fen' AS bad FROM balances
     WHERE fen < 0 OR typeof(fen) <> 'integer'`,
  ),
  noRows(
    'what a fund holds is what it was entrusted',
    `SELECT fund_code, 'fund ' || fund_code || ': ' || sum(b.fen * p.sign) || ' fen too many or too few' AS bad
     FROM balances b JOIN places p USING (place) GROUP BY fund_code HAVING sum(b.fen * p.sign) <> 0`,
  ),
  noRows(
    'every entry is a legal move, whose people held their posts then, two where two are needed',
    `SELECT e.fund_code, 'fund ' || e.fund_code || ' entry ' || e.seq AS bad FROM entries e
     LEFT JOIN entries u ON u.fund_code = e.fund_code AND u.seq = e.undoes
     LEFT JOIN moves m ON m.event = coalesce(u.event, e.event) AND m.debit_place = iif(u.seq IS NULL, e.debit_place, e.credit_place)
       AND m.credit_place = iif(u.seq IS NULL, e.credit_place, e.debit_place)
     WHERE m.event IS NULL OR (u.seq IS NOT NULL AND m.undo_makers IS NULL) OR (e.made_by IS NULL) <> (m.via = 'timer')
       OR (m.makers NOT IN ('*', '') AND NOT ${holds('made_by', 'iif(u.seq IS NULL, m.makers, m.undo_makers)')})
       OR ((m.dual = 1 OR u.seq IS NOT NULL) <> (e.checked_by IS NOT NULL)) OR e.checked_by = e.made_by
       OR (e.checked_by IS NOT NULL AND NOT ${holds('checked_by', 'iif(u.seq IS NULL, m.checkers, m.undo_checkers)')})`,
  ),
  noRows(
    'an undo mirrors one entry, once',
    `SELECT e.fund_code, 'fund ' || e.fund_code || ' entry ' || e.seq AS bad FROM entries e
     LEFT JOIN entries u ON u.fund_code = e.fund_code AND u.seq = e.undoes WHERE e.event = 'undo' AND (u.seq IS NULL OR u.seq >= e.seq
       OR (u.debit_place, u.credit_place, u.fen) <> (e.credit_place, e.debit_place, e.fen) OR u.payout_id IS NOT e.payout_id
       OR u.claim_id IS NOT e.claim_id OR EXISTS (SELECT 1 FROM entries o WHERE o.fund_code = e.fund_code AND o.undoes = e.undoes AND o.seq <> e.seq))`,
  ),
  noRows(
    'a bank serial or slip stands once',
    `SELECT e.fund_code, 'fund ' || e.fund_code || ' ' || e.event || ' ' || e.paper AS bad FROM entries e
     JOIN moves m ON m.event = e.event AND m.debit_place = e.debit_place AND m.credit_place = e.credit_place AND m.paper = 'once'
     WHERE NOT EXISTS (SELECT 1 FROM entries u WHERE u.fund_code = e.fund_code AND u.undoes = e.seq)
     GROUP BY e.fund_code, e.event, e.paper HAVING count(*) > 1 OR e.paper IS NULL`,
  ),
  noRows(
    'a closed month holds what it held when it was closed, and the next opens with it',
    `SELECT c.fund_code, 'fund ' || c.fund_code || ' until ' || c.until_on || ' ' || c.place AS bad FROM closing_balances c
     WHERE c.fen <> (SELECT coalesce(sum(d.fen), 0) FROM fund_days d WHERE d.fund_code = c.fund_code AND d.place = c.place AND d.day <= c.until_on)
     UNION ALL SELECT c.fund_code, 'fund ' || c.fund_code || ' until ' || c.until_on || ': ' || count(b.place) || ' places' FROM closings c
     LEFT JOIN closing_balances b ON b.fund_code = c.fund_code AND b.until_on = c.until_on
     GROUP BY c.fund_code, c.until_on HAVING count(b.place) <> (SELECT count(*) FROM places)`,
  ),
  noRows(
    'a claim that all three confirmed claims each of its payouts, and no payout is in two claims',
    `SELECT k.fund_code, 'claim ' || k.number AS bad FROM claims k JOIN claim_items i ON i.claim_id = k.id
     LEFT JOIN entries e ON e.claim_id = k.id AND e.payout_id = i.payout_id AND e.event = 'claim'
     WHERE (e.fen IS NOT NULL) <> EXISTS (SELECT 1 FROM claim_confirmations WHERE claim_id = k.id AND n = 3) OR e.fen <> i.fen
     UNION ALL SELECT o.fund_code, 'payout ' || o.id FROM live_claim_items i JOIN payouts o ON o.id = i.payout_id
     GROUP BY o.id HAVING count(*) > 1`,
  ),
]
