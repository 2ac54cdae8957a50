-- One row per request with its live grant: a displayed status is derived from what happened, it cannot lie.
CREATE VIEW cases AS
SELECT r.id, r.number, r.township_code, r.person_id, r.submitted_by, r.proxy_relation, r.cause_code, r.track, r.asked_fen,
  r.story_text_id, r.village_text_id, r.phone_text_id, r.claimed_id_text_id, r.submitted_at, r.due_at,
  a.household_id, a.accepted_at, a.accepted_by, a.kin, a.kin_text_id,
  g.id AS grant_id, g.number AS grant_number, g.track AS grant_track, g.fen AS grant_fen, g.channel, g.approved_by, g.granted_at, g.fund_code,
  g.explanation_days, p.id AS payout_id, s.handed_by, s.handed_at, d.paid_on, coalesce(lr.due_on, d.due_on) AS due_on, coalesce(lr.provisional, d.provisional) AS provisional,
  f.n AS filing, f.filed_by, f.filed_at, fa.accepted_at AS cleared_at, fr.returned_at,
  w.withdrawn_at, x.refused_at, e.escalated_at,
  CASE
    WHEN w.request_id IS NOT NULL THEN 'withdrawn'
    WHEN x.request_id IS NOT NULL THEN 'refused'
    WHEN g.id IS NOT NULL THEN CASE
      WHEN fa.grant_id IS NOT NULL THEN 'closed'
      WHEN d.grant_id IS NOT NULL AND f.n IS NOT NULL AND fr.grant_id IS NULL THEN 'explained'
      WHEN d.grant_id IS NOT NULL THEN 'paid'
      WHEN EXISTS (SELECT 1 FROM balances b WHERE b.fund_code = g.fund_code AND b.place = 'bank.sent' AND b.key = p.id AND b.fen > 0) THEN 'sent'
      ELSE 'granted' END
    WHEN e.request_id IS NOT NULL THEN 'escalated'
    WHEN a.request_id IS NOT NULL THEN 'accepted'
    ELSE 'submitted' END AS status
FROM requests r
LEFT JOIN acceptances a ON a.request_id = r.id
LEFT JOIN withdrawals w ON w.request_id = r.id
LEFT JOIN refusals x ON x.request_id = r.id
LEFT JOIN escalations e ON e.request_id = r.id
LEFT JOIN grants g ON g.request_id = r.id AND NOT EXISTS (SELECT 1 FROM cancellations c WHERE c.grant_id = g.id)
LEFT JOIN payouts p ON p.grant_id = g.id AND p.n = 1
LEFT JOIN cash_slips s ON s.payout_id = p.id
LEFT JOIN explanation_dues d ON d.grant_id = g.id
LEFT JOIN filings f ON f.grant_id = g.id AND f.n = (SELECT max(n) FROM filings WHERE grant_id = g.id)
LEFT JOIN filing_returns fr ON fr.grant_id = g.id AND fr.n = f.n
LEFT JOIN filing_returns lr ON lr.grant_id = g.id AND lr.due_on > d.due_on AND lr.n = (SELECT max(n) FROM filing_returns WHERE grant_id = g.id)
LEFT JOIN filing_acceptances fa ON fa.grant_id = g.id;

-- Orders that still wait, and who may be the second person of each: by post, place and time, never its maker.
CREATE VIEW open_proposals AS
SELECT p.*, (SELECT township_code FROM funds WHERE code = p.fund_code) AS township_code FROM proposals p
WHERE NOT EXISTS (SELECT 1 FROM proposal_confirmations WHERE proposal_id = p.id)
  AND NOT EXISTS (SELECT 1 FROM proposal_dismissals WHERE proposal_id = p.id);

CREATE VIEW proposal_checkers AS
SELECT p.id AS proposal_id, p.fund_code, q.person_id, q.from_at, q.until_at FROM open_proposals p
JOIN moves m ON m.event = p.event AND (p.event <> 'undo' OR (m.credit_place, m.debit_place) = (
  SELECT debit_place, credit_place FROM entries WHERE fund_code = p.fund_code AND seq = p.undoes))
JOIN posts q ON instr(m.checkers, ',' || q.kind || ',') > 0 AND q.person_id <> p.made_by
  AND (q.township_code IS NULL OR q.township_code = p.township_code);
