CREATE VIEW leading_posts AS SELECT * FROM fund_posts WHERE kind IN ('deputy_leader', 'leader');

-- A due day that was told before the year's holidays were known is counted again when they are (N-22). It moves later or
-- stays: nobody who was told a day is late before it. Official days never change, so neither does what is counted from them.
CREATE VIEW counted_dues AS
SELECT x.payout_id, x.seq, x.grant_id, x.paid_on, x.due_on, x.provisional = 1 AND EXISTS (
  SELECT 1 FROM calendar_days WHERE official = 0 AND day > x.paid_on AND day <= x.due_on) AS provisional
FROM (SELECT d.payout_id, d.seq, d.grant_id, d.paid_on, d.provisional, iif(d.provisional = 0, d.due_on, max(d.due_on, coalesce((
  SELECT min(c.day) FROM calendar_days c WHERE c.day > d.paid_on AND c.day <= date(d.paid_on, '+120 days') AND g.explanation_days = (
    SELECT count(*) FROM calendar_days w WHERE w.working = 1 AND w.day > d.paid_on AND w.day <= c.day)), ''))) AS due_on
  FROM explanation_dues d JOIN grants g ON g.id = d.grant_id) x;
CREATE VIEW counted_returns AS
SELECT x.grant_id, x.n, x.due_on, x.provisional = 1 AND EXISTS (
  SELECT 1 FROM calendar_days WHERE official = 0 AND day > x.returned_on AND day <= x.due_on) AS provisional
FROM (SELECT r.grant_id, r.n, r.provisional, date(r.returned_at, '+8 hours') AS returned_on, iif(r.provisional = 0, r.due_on, max(r.due_on, coalesce((
  SELECT min(c.day) FROM calendar_days c WHERE c.day > date(r.returned_at, '+8 hours') AND c.day <= date(r.returned_at, '+128 days')
    AND g.explanation_days = (SELECT count(*) FROM calendar_days w
      WHERE w.working = 1 AND w.day > date(r.returned_at, '+8 hours') AND w.day <= c.day)), ''))) AS due_on
  FROM filing_returns r JOIN grants g ON g.id = r.grant_id) x;

-- A payment that nobody has undone and the bank has not given back: the days are counted from it.
CREATE VIEW standing_dues AS
SELECT d.*, o.fund_code FROM counted_dues d JOIN payouts o ON o.id = d.payout_id
WHERE NOT EXISTS (SELECT 1 FROM entries u WHERE u.fund_code = o.fund_code AND u.undoes = d.seq)
  AND NOT EXISTS (SELECT 1 FROM entries b WHERE b.payout_id = d.payout_id AND b.event = 'bounce' AND b.seq > d.seq
    AND NOT EXISTS (SELECT 1 FROM entries u WHERE u.fund_code = b.fund_code AND u.undoes = b.seq));

-- All of the grant's fen have come back, whatever the way: it does not count as aid (N-32).
CREATE VIEW returned_grants AS
SELECT g.id AS grant_id FROM grants g WHERE g.fen = (
  SELECT sum(e.fen) FROM payouts o JOIN entries e ON e.payout_id = o.id AND e.event IN ('release', 'recover', 'late_return')
  WHERE o.grant_id = g.id AND NOT EXISTS (SELECT 1 FROM entries u WHERE u.fund_code = e.fund_code AND u.undoes = e.seq));

-- Paid and not yet explained: when it is due, counted from the last payment or, after a return, anew (DESIGN 3).
CREATE VIEW owing_payouts AS
SELECT o.id AS payout_id, o.grant_id, o.fund_code, b.place, b.fen, d.paid_on, max(d.due_on, coalesce(r.due_on, '')) AS due_on,
  iif(r.due_on > d.due_on, r.provisional, d.provisional) AS provisional
FROM payouts o JOIN balances b ON b.fund_code = o.fund_code AND b.place IN ('awaiting', 'overdue') AND b.key = o.id AND b.fen > 0
JOIN counted_dues d ON d.payout_id = o.id AND d.seq = (SELECT max(seq) FROM standing_dues WHERE payout_id = o.id)
LEFT JOIN counted_returns r ON r.grant_id = o.grant_id AND r.n = (SELECT max(n) FROM filing_returns WHERE grant_id = o.grant_id);

-- ... and nothing is filed that waits for its check: the clock runs.
CREATE VIEW unfiled_payouts AS
SELECT w.* FROM owing_payouts w WHERE w.place = 'awaiting' AND NOT EXISTS (
  SELECT 1 FROM filings f WHERE f.grant_id = w.grant_id AND f.n = (SELECT max(n) FROM filings WHERE grant_id = w.grant_id)
    AND NOT EXISTS (SELECT 1 FROM filing_returns r WHERE r.grant_id = f.grant_id AND r.n = f.n)
    AND NOT EXISTS (SELECT 1 FROM filing_acceptances a WHERE a.grant_id = f.grant_id AND a.n = f.n));

-- A grant with a stage whose fen are not explained yet.
CREATE VIEW unexplained_grants AS
SELECT o.grant_id FROM payouts o JOIN balances b ON b.fund_code = o.fund_code AND b.key = o.id AND b.fen > 0
  AND b.place IN ('bank.held', 'cash.held', 'bank.sent', 'awaiting', 'overdue');

-- The due day that counts: of what is owed the nearest, else of what was paid last. None where no payment stands.
CREATE VIEW explanation_clocks AS
SELECT x.grant_id, d.paid_on, coalesce((SELECT due_on FROM owing_payouts WHERE payout_id = d.payout_id LIMIT 1), d.due_on) AS due_on,
  coalesce((SELECT provisional FROM owing_payouts WHERE payout_id = d.payout_id LIMIT 1), d.provisional) AS provisional
FROM explanations x
JOIN counted_dues d ON d.grant_id = x.grant_id AND (d.payout_id, d.seq) = (
  SELECT e.payout_id, e.seq FROM standing_dues e LEFT JOIN owing_payouts o ON o.payout_id = e.payout_id
  WHERE e.grant_id = x.grant_id ORDER BY o.due_on IS NULL, o.due_on, e.seq DESC LIMIT 1);

-- How many grants of a fund are overdue with their explanation (R-07): late papers count until they are accepted.
CREATE VIEW overdue_grants AS
SELECT b.fund_code, count(DISTINCT o.grant_id) AS grants FROM balances b JOIN payouts o ON o.id = b.key
WHERE b.place = 'overdue' AND b.fen > 0 GROUP BY b.fund_code;

-- What the county has made good of a payout and nobody has given back since.
CREATE VIEW replenished_payouts AS
SELECT o.id AS payout_id,
  coalesce((SELECT sum(c.fen) FROM entries c WHERE c.payout_id = o.id AND c.event = 'claim'
    AND NOT EXISTS (SELECT 1 FROM entries r WHERE r.payout_id = o.id AND r.event = 'reopen' AND r.claim_id = c.claim_id)
    AND EXISTS (SELECT 1 FROM entries p WHERE p.claim_id = c.claim_id AND p.event IN ('replenish', 'settle')
      AND NOT EXISTS (SELECT 1 FROM entries u WHERE u.fund_code = p.fund_code AND u.undoes = p.seq))), 0)
  - coalesce((SELECT sum(e.fen) FROM entries e WHERE e.payout_id = o.id AND e.event IN ('reclaim', 'late_return')
    AND NOT EXISTS (SELECT 1 FROM entries u WHERE u.fund_code = e.fund_code AND u.undoes = e.seq)), 0) AS fen
FROM payouts o;

CREATE VIEW open_freezes AS
SELECT * FROM freezes f WHERE NOT EXISTS (SELECT 1 FROM thaws t WHERE t.fund_code = f.fund_code AND t.n = f.n);

-- One row per request with its live grant: a displayed status is derived from what happened, it cannot lie. `payout_id` is
-- the stage in hand: the first that is still to be paid, else the first.
CREATE VIEW cases AS
SELECT r.id, r.number, r.township_code, r.person_id, r.submitted_by, r.proxy_relation, r.cause_code, r.track, r.asked_fen,
  r.story_text_id, r.village_text_id, r.phone_text_id, r.claimed_id_text_id, r.submitted_at,
  -- the clock of 一般程序 stands still while an objection is open (scenario 27)
  CASE WHEN r.track = 'standard' AND EXISTS (SELECT 1 FROM public_notices m JOIN objections p ON p.notice_id = m.id WHERE m.request_id = r.id)
    THEN strftime('%Y-%m-%dT%H:%M:%fZ', r.due_at, '+' || (
      SELECT count(*) FROM calendar_days y WHERE y.day >= date(r.submitted_at) AND EXISTS (
        SELECT 1 FROM public_notices m JOIN objections p ON p.notice_id = m.id JOIN objection_results q ON q.objection_id = p.id
        WHERE m.request_id = r.id AND y.day > date(p.raised_at, '+8 hours') AND y.day <= date(q.decided_at, '+8 hours'))) || ' days')
    ELSE r.due_at END AS due_at,
  EXISTS (SELECT 1 FROM public_notices m JOIN objections p ON p.notice_id = m.id WHERE m.request_id = r.id
    AND NOT EXISTS (SELECT 1 FROM objection_results WHERE objection_id = p.id)) AS stopped,
  a.household_id, a.accepted_at, a.accepted_by, a.kin, a.kin_text_id,
  g.id AS grant_id, g.number AS grant_number, g.track AS grant_track, g.fen AS grant_fen, g.channel, g.approved_by, g.granted_at, g.fund_code,
  g.explanation_days, p.id AS payout_id, p.n AS payout,
  (SELECT place FROM balances b WHERE b.fund_code = p.fund_code AND b.key = p.id AND b.place IN ('bank.held', 'cash.held', 'bank.sent') AND b.fen > 0)
    AS payout_place,
  (SELECT max(coalesce(until_at, '9999')) FROM leading_posts WHERE person_id = g.approved_by AND fund_code = g.fund_code) AS approver_until,
  s.handed_by, s.handed_at, d.paid_on, d.due_on, d.provisional,
  f.n AS filing, f.filed_by, f.filed_at, fa.accepted_at AS cleared_at, fr.returned_at,
  (SELECT township_code IS NULL FROM funds WHERE code = g.fund_code) AS by_county,
  (SELECT proposed_by FROM county_proposals WHERE request_id = r.id ORDER BY n DESC LIMIT 1) AS county_proposer,
  w.withdrawn_at, x.refused_at, e.escalated_at,
  CASE
    WHEN w.request_id IS NOT NULL THEN 'withdrawn'
    WHEN x.request_id IS NOT NULL THEN 'refused'
    WHEN g.id IS NOT NULL THEN CASE
      WHEN EXISTS (SELECT 1 FROM payouts o JOIN balances b ON b.fund_code = o.fund_code AND b.place IN ('awaiting', 'overdue') AND b.key = o.id AND b.fen > 0
        WHERE o.grant_id = g.id) THEN iif(f.n IS NOT NULL AND fr.grant_id IS NULL AND fa.grant_id IS NULL, 'explained', 'paid')
      WHEN EXISTS (SELECT 1 FROM payouts o JOIN balances b ON b.fund_code = o.fund_code AND b.place IN ('bank.sent') AND b.key = o.id AND b.fen > 0
        WHERE o.grant_id = g.id) THEN 'sent'
      WHEN EXISTS (SELECT 1 FROM payouts o JOIN balances b ON b.fund_code = o.fund_code AND b.place IN ('bank.held', 'cash.held') AND b.key = o.id AND b.fen > 0
        WHERE o.grant_id = g.id) THEN 'granted'
      WHEN EXISTS (SELECT 1 FROM payouts o JOIN balances b ON b.fund_code = o.fund_code AND b.place IN ('recoverable') AND b.key = o.id AND b.fen > 0
        WHERE o.grant_id = g.id) THEN 'recovering'
      ELSE 'closed' END
    WHEN e.request_id IS NOT NULL THEN 'escalated'
    WHEN a.request_id IS NOT NULL THEN 'accepted'
    ELSE 'submitted' END AS status
FROM requests r
LEFT JOIN acceptances a ON a.request_id = r.id
LEFT JOIN withdrawals w ON w.request_id = r.id
LEFT JOIN refusals x ON x.request_id = r.id
LEFT JOIN open_escalations e ON e.request_id = r.id
LEFT JOIN grants g ON g.request_id = r.id AND NOT EXISTS (SELECT 1 FROM cancellations c WHERE c.grant_id = g.id)
LEFT JOIN payouts p ON p.grant_id = g.id AND p.n = coalesce((
  SELECT min(o.n) FROM payouts o JOIN balances b ON b.fund_code = o.fund_code AND b.place IN ('bank.held', 'cash.held', 'bank.sent')
    AND b.key = o.id AND b.fen > 0 WHERE o.grant_id = g.id), 1)
LEFT JOIN live_slips s ON s.payout_id = p.id
LEFT JOIN explanation_clocks d ON d.grant_id = g.id
LEFT JOIN filings f ON f.grant_id = g.id AND f.n = (SELECT max(n) FROM filings WHERE grant_id = g.id)
LEFT JOIN filing_returns fr ON fr.grant_id = g.id AND fr.n = f.n
LEFT JOIN filing_acceptances fa ON fa.grant_id = g.id AND fa.n = f.n;

-- Orders that still wait, and who may be the second person of each: by post, place and time, never its maker.
CREATE VIEW open_proposals AS
SELECT p.*, (SELECT township_code FROM funds WHERE code = p.fund_code) AS township_code FROM proposals p
WHERE NOT EXISTS (SELECT 1 FROM proposal_confirmations WHERE proposal_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM proposal_dismissals WHERE proposal_id = p.id);

CREATE VIEW proposal_checkers AS
SELECT p.id AS proposal_id, p.fund_code, q.person_id, q.from_at, q.until_at FROM open_proposals p
LEFT JOIN entries u ON u.fund_code = p.fund_code AND u.seq = p.undoes
JOIN moves m ON m.event = coalesce(u.event, p.event)
  AND iif(u.seq IS NULL, m.dual = 1, m.debit_place = u.debit_place AND m.credit_place = u.credit_place)
JOIN fund_posts q ON q.fund_code = p.fund_code AND instr(iif(u.seq IS NULL, m.checkers, m.undo_checkers), ',' || q.kind || ',') > 0 AND q.person_id <> p.made_by;

-- Goods, papers and photos come with their decision or filing, in one act, and never after it.
CREATE TRIGGER grant_goods_come_with_the_grant BEFORE INSERT ON grant_goods
  WHEN NOT EXISTS (SELECT 1 FROM grants WHERE id = NEW.grant_id AND journal_id = NEW.journal_id)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER filing_items_come_with_the_filing BEFORE INSERT ON filing_items
  WHEN NOT EXISTS (SELECT 1 FROM filings WHERE grant_id = NEW.grant_id AND n = NEW.n AND journal_id = NEW.journal_id)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER filing_photos_come_with_the_filing BEFORE INSERT ON filing_photos
  WHEN NOT EXISTS (SELECT 1 FROM filings WHERE grant_id = NEW.grant_id AND n = NEW.n AND journal_id = NEW.journal_id)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
