-- A fund whose books do not add up takes no entry until a later verification finds it whole again (I1-I13).
CREATE TABLE freezes (
  fund_code TEXT NOT NULL REFERENCES funds (code),
  n INTEGER NOT NULL CHECK (n > 0),
  frozen_at TEXT NOT NULL,
  finding TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (fund_code, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE thaws (
  fund_code TEXT NOT NULL,
  n INTEGER NOT NULL,
  thawed_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (fund_code, n),
  FOREIGN KEY (fund_code, n) REFERENCES freezes (fund_code, n)
) STRICT, WITHOUT ROWID;

-- 结账 (A-11, R-06): no entry's day lies in a closed month. `fen`: what each place held at its end by the
-- money's own days; the next month opens with it.
CREATE TABLE closings (
  fund_code TEXT NOT NULL REFERENCES funds (code),
  until_on TEXT NOT NULL CHECK (date(until_on, '+1 day', 'start of month') IS date(until_on, '+1 day')),
  closed_by TEXT NOT NULL REFERENCES persons (id),
  closed_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (fund_code, until_on)
) STRICT, WITHOUT ROWID;
CREATE TABLE closing_balances (
  fund_code TEXT NOT NULL,
  until_on TEXT NOT NULL,
  place TEXT NOT NULL REFERENCES places (place),
  fen ANY NOT NULL CHECK (typeof(fen) = 'integer' AND abs(fen) <= 9007199254740991),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (fund_code, until_on, place),
  FOREIGN KEY (fund_code, until_on) REFERENCES closings (fund_code, until_on)
) STRICT, WITHOUT ROWID;

-- 核销 (R-04): cleared payouts of one fund, confirmed by 财政所, 县民政 and 县财政 in this order, then paid as a whole.
CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  fund_code TEXT NOT NULL REFERENCES funds (code),
  number TEXT NOT NULL UNIQUE,
  made_by TEXT NOT NULL REFERENCES persons (id),
  made_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_by_fund ON claims (fund_code, made_at);
CREATE TABLE claim_items (
  claim_id TEXT NOT NULL REFERENCES claims (id),
  payout_id TEXT NOT NULL REFERENCES payouts (id),
  fen ANY NOT NULL CHECK (typeof(fen) = 'integer' AND fen > 0),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (claim_id, payout_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_items_by_payout ON claim_items (payout_id);
CREATE TABLE claim_confirmations (
  claim_id TEXT NOT NULL REFERENCES claims (id),
  n INTEGER NOT NULL CHECK (n BETWEEN 1 AND 3),
  confirmed_by TEXT NOT NULL REFERENCES persons (id),
  confirmed_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (claim_id, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE claim_dismissals (
  claim_id TEXT PRIMARY KEY REFERENCES claims (id),
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  dismissed_by TEXT NOT NULL REFERENCES persons (id),
  dismissed_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;

-- Only the machine freezes and thaws: it found the books wrong, or right again.
CREATE TRIGGER freezes_are_judged BEFORE INSERT ON freezes BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id IS NULL AND post = 'timer' AND at = NEW.frozen_at)
      OR NEW.n <> 1 + (SELECT count(*) FROM freezes WHERE fund_code = NEW.fund_code)
      OR EXISTS (SELECT 1 FROM open_freezes WHERE fund_code = NEW.fund_code);
END;
CREATE TRIGGER thaws_are_judged BEFORE INSERT ON thaws BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id IS NULL AND post = 'timer' AND at = NEW.thawed_at)
      OR NOT EXISTS (SELECT 1 FROM open_freezes WHERE fund_code = NEW.fund_code AND n = NEW.n);
END;

-- 财政所 closes a month that is over, in order; the year's rule about what is left is the policy's (R-06).
CREATE TRIGGER closings_are_judged BEFORE INSERT ON closings BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.closed_by AND at = NEW.closed_at);
  SELECT RAISE(ABORT, 'fund_frozen') FROM open_freezes WHERE fund_code = NEW.fund_code;
  SELECT RAISE(ABORT, 'period_closed') WHERE NEW.until_on <= (SELECT max(until_on) FROM closings WHERE fund_code = NEW.fund_code);
  SELECT RAISE(ABORT, 'period_open') WHERE NEW.until_on >= date(NEW.closed_at, '+8 hours');
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM fund_posts WHERE fund_code = NEW.fund_code AND person_id = NEW.closed_by AND kind = 'finance_reviewer'
      AND from_at <= NEW.closed_at AND (until_at IS NULL OR until_at > NEW.closed_at));
  -- cash that was handed out and not signed for yet would be paid on a closed day
  SELECT RAISE(ABORT, 'slip_waiting') FROM live_slips s JOIN payouts p ON p.id = s.payout_id AND p.fund_code = NEW.fund_code
    JOIN balances b ON b.fund_code = p.fund_code AND b.place = 'cash.held' AND b.key = p.id AND b.fen > 0
    WHERE date(s.handed_at, '+8 hours') <= NEW.until_on;
  SELECT RAISE(ABORT, 'year_end_return') WHERE substr(NEW.until_on, 6) = '12-31'
    AND 'return' = (SELECT year_end FROM policies WHERE from_on <= NEW.until_on ORDER BY from_on DESC, version DESC LIMIT 1)
    AND 0 < (SELECT sum(fen) FROM fund_days WHERE fund_code = NEW.fund_code AND place IN ('bank.available', 'cash.available') AND day <= NEW.until_on);
END;
CREATE TRIGGER closing_balances_are_counted BEFORE INSERT ON closing_balances BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM closings WHERE fund_code = NEW.fund_code AND until_on = NEW.until_on AND journal_id = NEW.journal_id)
      OR EXISTS (SELECT 1 FROM closing_balances WHERE fund_code = NEW.fund_code AND until_on = NEW.until_on AND place = NEW.place)
      OR NEW.fen IS NOT (SELECT coalesce(sum(fen), 0) FROM fund_days WHERE fund_code = NEW.fund_code AND place = NEW.place AND day <= NEW.until_on);
END;
-- What each entry does to each place, by the money's own day.
CREATE VIEW fund_days AS
SELECT e.fund_code, p.place, e.day, e.fen * p.sign AS fen FROM entries e JOIN places p ON p.place = e.debit_place
UNION ALL SELECT e.fund_code, p.place, e.day, -e.fen * p.sign FROM entries e JOIN places p ON p.place = e.credit_place;

-- 核销 (R-04): what is cleared and in no other live claim; three confirmations in turn, of four different people.
CREATE TRIGGER claims_are_judged BEFORE INSERT ON claims BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.made_by AND at = NEW.made_at);
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM claims WHERE id = NEW.id OR number = NEW.number);
  SELECT RAISE(ABORT, 'fund_frozen') FROM open_freezes WHERE fund_code = NEW.fund_code;
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts p, moves m WHERE m.event = 'claim' AND p.person_id = NEW.made_by AND instr(m.makers, ',' || p.kind || ',') > 0
      AND p.township_code = (SELECT township_code FROM funds WHERE code = NEW.fund_code)
      AND p.from_at <= NEW.made_at AND (p.until_at IS NULL OR p.until_at > NEW.made_at));
END;
CREATE TRIGGER claim_items_are_judged BEFORE INSERT ON claim_items BEGIN
  SELECT RAISE(ABORT, 'append_only') WHERE NOT EXISTS (SELECT 1 FROM claims WHERE id = NEW.claim_id AND journal_id = NEW.journal_id)
    OR EXISTS (SELECT 1 FROM claim_items WHERE claim_id = NEW.claim_id AND payout_id = NEW.payout_id);
  SELECT RAISE(ABORT, 'beneficiary') FROM claims k JOIN payouts o ON o.id = NEW.payout_id JOIN grants g ON g.id = o.grant_id
    WHERE k.id = NEW.claim_id AND (g.person_id = k.made_by OR EXISTS (
      SELECT 1 FROM gainers WHERE request_id = g.request_id AND person_id = k.made_by));
  SELECT RAISE(ABORT, 'not_claimable') WHERE EXISTS (SELECT 1 FROM live_claim_items WHERE payout_id = NEW.payout_id)
    OR NEW.fen IS NOT (SELECT b.fen FROM payouts o JOIN claims k ON k.id = NEW.claim_id AND k.fund_code = o.fund_code
      JOIN balances b ON b.fund_code = o.fund_code AND b.place = 'cleared' AND b.key = o.id WHERE o.id = NEW.payout_id);
END;
-- What waits in a claim: once all three confirmed, its fen are no longer `cleared`, and only more of them could be claimed.
CREATE VIEW live_claim_items AS
SELECT i.* FROM claim_items i WHERE NOT EXISTS (SELECT 1 FROM claim_dismissals WHERE claim_id = i.claim_id)
  AND NOT EXISTS (SELECT 1 FROM claim_confirmations WHERE claim_id = i.claim_id AND n = 3);
CREATE TRIGGER claim_confirmations_are_judged BEFORE INSERT ON claim_confirmations BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.confirmed_by AND at = NEW.confirmed_at);
  SELECT RAISE(ABORT, 'fund_frozen') FROM claims k JOIN open_freezes z ON z.fund_code = k.fund_code WHERE k.id = NEW.claim_id;
  SELECT RAISE(ABORT, 'claim_closed') WHERE EXISTS (SELECT 1 FROM claim_dismissals WHERE claim_id = NEW.claim_id)
    OR EXISTS (SELECT 1 FROM claim_confirmations WHERE claim_id = NEW.claim_id AND n = 3)
    OR NOT EXISTS (SELECT 1 FROM claim_items WHERE claim_id = NEW.claim_id);
  SELECT RAISE(ABORT, 'chain_stale') WHERE NEW.n <> 1 + (SELECT count(*) FROM claim_confirmations WHERE claim_id = NEW.claim_id);
  SELECT RAISE(ABORT, 'second_person_required') WHERE NEW.confirmed_by = (SELECT made_by FROM claims WHERE id = NEW.claim_id)
    OR EXISTS (SELECT 1 FROM claim_confirmations WHERE claim_id = NEW.claim_id AND confirmed_by = NEW.confirmed_by);
  SELECT RAISE(ABORT, 'not_your_turn') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.confirmed_by
      AND kind = CASE NEW.n WHEN 1 THEN 'finance_reviewer' WHEN 2 THEN 'county_assistance' ELSE 'county_finance' END
      AND (township_code IS NULL OR township_code = (
        SELECT township_code FROM funds JOIN claims ON claims.fund_code = funds.code WHERE claims.id = NEW.claim_id))
      AND from_at <= NEW.confirmed_at AND (until_at IS NULL OR until_at > NEW.confirmed_at));
END;
CREATE TRIGGER claim_dismissals_are_judged BEFORE INSERT ON claim_dismissals BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.dismissed_by AND at = NEW.dismissed_at);
  SELECT RAISE(ABORT, 'claim_closed') WHERE EXISTS (SELECT 1 FROM claim_dismissals WHERE claim_id = NEW.claim_id)
    OR EXISTS (SELECT 1 FROM claim_confirmations WHERE claim_id = NEW.claim_id AND n = 3);
  SELECT RAISE(ABORT, 'post_required') FROM claims k WHERE k.id = NEW.claim_id AND k.made_by <> NEW.dismissed_by AND NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.dismissed_by AND kind IN ('finance_reviewer', 'county_assistance', 'county_finance')
      AND (township_code IS NULL OR township_code = (SELECT township_code FROM funds WHERE code = k.fund_code))
      AND from_at <= NEW.dismissed_at AND (until_at IS NULL OR until_at > NEW.dismissed_at));
END;

CREATE TRIGGER freezes_are_never_changed BEFORE UPDATE ON freezes BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER freezes_are_never_deleted BEFORE DELETE ON freezes BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER thaws_are_never_changed BEFORE UPDATE ON thaws BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER thaws_are_never_deleted BEFORE DELETE ON thaws BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER closings_are_never_changed BEFORE UPDATE ON closings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER closings_are_never_deleted BEFORE DELETE ON closings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER closing_balances_are_never_changed BEFORE UPDATE ON closing_balances BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER closing_balances_are_never_deleted BEFORE DELETE ON closing_balances BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER claims_are_never_changed BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER claims_are_never_deleted BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER claim_items_are_never_changed BEFORE UPDATE ON claim_items BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER claim_items_are_never_deleted BEFORE DELETE ON claim_items BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER claim_confirmations_are_never_changed BEFORE UPDATE ON claim_confirmations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER claim_confirmations_are_never_deleted BEFORE DELETE ON claim_confirmations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER claim_dismissals_are_never_changed BEFORE UPDATE ON claim_dismissals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER claim_dismissals_are_never_deleted BEFORE DELETE ON claim_dismissals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
