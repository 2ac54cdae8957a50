-- The ledger refuses by itself. Refusals come before the insert, as RAISE(ABORT): an outer OR IGNORE cannot skip them.

CREATE TRIGGER entries_are_judged BEFORE INSERT ON entries BEGIN
  SELECT RAISE(ABORT, 'chain_stale')
    WHERE NEW.seq IS NOT coalesce((SELECT max(seq) FROM entries WHERE fund_code = NEW.fund_code), 0) + 1
       OR NEW.prev IS NOT coalesce((SELECT hash FROM entries WHERE fund_code = NEW.fund_code AND seq = NEW.seq - 1), '');
  SELECT RAISE(ABORT, 'paper_used') WHERE NEW.paper IS NOT NULL AND EXISTS (
    SELECT 1 FROM entries e WHERE e.fund_code = NEW.fund_code AND e.event = NEW.event AND e.paper = NEW.paper
      AND (e.payout_id IS NULL OR e.payout_id IS NOT NEW.payout_id)
      AND NOT EXISTS (SELECT 1 FROM entries u WHERE u.fund_code = e.fund_code AND u.undoes = e.seq));
  -- its maker and second person acted: the journal row is of the last of them, and a dual order was proposed and confirmed as it stands
  SELECT RAISE(ABORT, 'move_unknown') WHERE NOT EXISTS (
    SELECT 1 FROM journal WHERE id = NEW.journal_id AND at = NEW.at AND person_id = coalesce(NEW.checked_by, NEW.made_by));
  SELECT RAISE(ABORT, 'second_person_required') WHERE NEW.event IN ('allocate', 'withdraw', 'undo') AND NOT EXISTS (
    SELECT 1 FROM proposal_confirmations c JOIN proposals p ON p.id = c.proposal_id
    WHERE c.journal_id = NEW.journal_id AND c.confirmed_by = NEW.checked_by AND p.made_by = NEW.made_by AND p.fund_code = NEW.fund_code
      AND p.event = NEW.event AND p.fen = NEW.fen AND p.day = NEW.day AND p.paper IS NEW.paper AND p.undoes IS NEW.undoes);

  -- a legal move, by who may, with a second person where it is dual
  SELECT CASE
      WHEN m.event IS NULL OR typeof(NEW.fen) <> 'integer' OR NEW.fen < 1 OR NEW.fen > 9007199254740991 THEN RAISE(ABORT, 'move_unknown')
      WHEN m.dual = 1 AND (NEW.checked_by IS NULL OR NEW.checked_by = NEW.made_by) THEN RAISE(ABORT, 'second_person_required')
      WHEN m.makers <> '*' AND NOT EXISTS (
        SELECT 1 FROM posts p WHERE p.person_id = NEW.made_by AND instr(m.makers, ',' || p.kind || ',') > 0
          AND (p.township_code IS NULL OR p.township_code = (SELECT township_code FROM funds WHERE code = NEW.fund_code))
          AND p.from_at <= NEW.at AND (p.until_at IS NULL OR p.until_at > NEW.at)) THEN RAISE(ABORT, 'post_required')
      WHEN m.dual = 1 AND NOT EXISTS (
        SELECT 1 FROM posts p WHERE p.person_id = NEW.checked_by AND instr(m.checkers, ',' || p.kind || ',') > 0
          AND (p.township_code IS NULL OR p.township_code = (SELECT township_code FROM funds WHERE code = NEW.fund_code))
          AND p.from_at <= NEW.at AND (p.until_at IS NULL OR p.until_at > NEW.at)) THEN RAISE(ABORT, 'post_required')
      WHEN NEW.day > date(NEW.at, '+8 hours') OR NEW.day < (SELECT date(opened_at, '+8 hours') FROM funds WHERE code = NEW.fund_code)
        THEN RAISE(ABORT, 'paid_on_wrong')
      WHEN (NEW.payout_id IS NULL) <> (NEW.event IN ('allocate', 'withdraw', 'deposit', 'undo')) THEN RAISE(ABORT, 'move_unknown')
    END
    FROM (SELECT 1) LEFT JOIN moves m ON m.event = NEW.event AND m.debit_place = NEW.debit_place AND m.credit_place = NEW.credit_place;

  -- a payout's own money, whole, over its own channel, at its own step
  SELECT CASE
      WHEN o.id IS NULL OR o.fund_code <> NEW.fund_code OR o.fen <> NEW.fen OR o.channel <> coalesce((SELECT channel FROM moves
          WHERE event = NEW.event AND debit_place = NEW.debit_place AND credit_place = NEW.credit_place), o.channel)
        THEN RAISE(ABORT, 'move_unknown')
      WHEN NEW.event = 'reserve' AND EXISTS (SELECT 1 FROM entries WHERE payout_id = NEW.payout_id AND event = 'reserve')
        THEN RAISE(ABORT, 'already_granted')
      WHEN NEW.event = 'reserve' AND (g.approved_by <> NEW.made_by OR NOT EXISTS (SELECT 1 FROM explanations WHERE grant_id = g.id))
        THEN RAISE(ABORT, 'move_unknown')
      WHEN NEW.event = 'release' AND NOT EXISTS (SELECT 1 FROM cancellations WHERE grant_id = g.id AND cancelled_by = NEW.made_by)
        THEN RAISE(ABORT, 'move_unknown')
      WHEN NEW.event IN ('send', 'paid', 'accept') AND EXISTS (SELECT 1 FROM cancellations WHERE grant_id = g.id)
        THEN RAISE(ABORT, 'request_not_open')
      WHEN NEW.event IN ('send', 'paid') AND (g.approved_by = NEW.made_by OR g.approved_by = NEW.checked_by)
        THEN RAISE(ABORT, 'cashier_is_reviewer')
      WHEN NEW.event IN ('send', 'paid') AND o.channel = 'transfer'
          AND EXISTS (SELECT 1 FROM acceptances WHERE request_id = g.request_id AND accepted_by = NEW.made_by)
        THEN RAISE(ABORT, 'cashier_is_reviewer')
      WHEN NEW.event IN ('send', 'paid') AND (g.person_id IN (NEW.made_by, NEW.checked_by) OR EXISTS (
          SELECT 1 FROM household_members WHERE household_id = g.household_id AND person_id IN (NEW.made_by, NEW.checked_by)))
        THEN RAISE(ABORT, 'beneficiary')
      WHEN NEW.event = 'paid' AND NEW.credit_place = 'cash.held'
          AND NOT EXISTS (SELECT 1 FROM cash_slips WHERE payout_id = NEW.payout_id AND handed_by = NEW.made_by
            AND NEW.day = date(handed_at, '+8 hours') AND NEW.paper = 'slip:' || evidence_id)
        THEN RAISE(ABORT, 'slip_missing')
      WHEN NEW.event = 'paid' AND (NEW.day < date(g.granted_at, '+8 hours') OR NEW.day > date(NEW.at, '+8 hours'))
        THEN RAISE(ABORT, 'paid_on_wrong')
      WHEN NEW.event = 'accept' AND NOT EXISTS (
          SELECT 1 FROM filing_acceptances a JOIN filings f ON f.grant_id = a.grant_id AND f.n = a.n
          WHERE a.grant_id = g.id AND a.accepted_by = NEW.checked_by AND f.filed_by = NEW.made_by)
        THEN RAISE(ABORT, 'explanation_not_filed')
    END
    FROM (SELECT 1) LEFT JOIN payouts o ON o.id = NEW.payout_id LEFT JOIN grants g ON g.id = o.grant_id WHERE NEW.payout_id IS NOT NULL;

  -- 冲正: the mirror of one entry of the fund's own money, once
  SELECT CASE
      WHEN EXISTS (SELECT 1 FROM entries WHERE fund_code = NEW.fund_code AND undoes = NEW.undoes) THEN RAISE(ABORT, 'already_undone')
      WHEN NOT EXISTS (
          SELECT 1 FROM entries e WHERE e.fund_code = NEW.fund_code AND e.seq = NEW.undoes AND e.event <> 'undo' AND e.fen = NEW.fen
            AND e.debit_place = NEW.credit_place AND e.credit_place = NEW.debit_place AND e.payout_id IS NULL)
        THEN RAISE(ABORT, 'move_unknown')
    END WHERE NEW.event = 'undo';

  -- no place goes below zero on its own side, none grows past what a number can hold
  SELECT CASE
      WHEN c.sign = 1 AND NEW.fen > coalesce((SELECT fen FROM balances WHERE fund_code = NEW.fund_code AND place = c.place
          AND key = iif(c.per = 'fund', '', NEW.payout_id)), 0)
        THEN iif(c.per = 'fund', RAISE(ABORT, 'fund_insufficient'), RAISE(ABORT, 'place_overdrawn'))
      WHEN d.sign = -1 AND NEW.fen > coalesce((SELECT fen FROM balances WHERE fund_code = NEW.fund_code AND place = d.place AND key = ''), 0)
        THEN RAISE(ABORT, 'place_overdrawn')
      WHEN c.sign = -1 AND NEW.fen > 9007199254740991 - coalesce((SELECT fen FROM balances WHERE fund_code = NEW.fund_code AND place = c.place AND key = ''), 0)
        THEN RAISE(ABORT, 'place_overdrawn')
      WHEN d.sign = 1 AND d.per = 'fund'
          AND NEW.fen > 9007199254740991 - coalesce((SELECT fen FROM balances WHERE fund_code = NEW.fund_code AND place = d.place AND key = ''), 0)
        THEN RAISE(ABORT, 'place_overdrawn')
    END
    FROM places c JOIN places d ON d.place = NEW.debit_place WHERE c.place = NEW.credit_place;
END;

CREATE TRIGGER entries_move_the_balances AFTER INSERT ON entries BEGIN
  INSERT INTO balances (fund_code, place, key, fen, seq)
    SELECT NEW.fund_code, place, iif(per = 'fund', '', NEW.payout_id), 0, 0 FROM places
    WHERE place IN (NEW.debit_place, NEW.credit_place) AND NOT EXISTS (
      SELECT 1 FROM balances b WHERE b.fund_code = NEW.fund_code AND b.place = places.place AND b.key = iif(per = 'fund', '', NEW.payout_id));
  UPDATE balances SET seq = NEW.seq, fen = fen + NEW.fen * (SELECT sign FROM places WHERE place = NEW.debit_place)
    WHERE fund_code = NEW.fund_code AND place = NEW.debit_place
      AND key = (SELECT iif(per = 'fund', '', NEW.payout_id) FROM places WHERE place = NEW.debit_place);
  UPDATE balances SET seq = NEW.seq, fen = fen - NEW.fen * (SELECT sign FROM places WHERE place = NEW.credit_place)
    WHERE fund_code = NEW.fund_code AND place = NEW.credit_place
      AND key = (SELECT iif(per = 'fund', '', NEW.payout_id) FROM places WHERE place = NEW.credit_place);
END;

-- A balance moves only with the fund's last entry, by its amount, once.
CREATE TRIGGER balances_start_at_zero BEFORE INSERT ON balances BEGIN
  SELECT RAISE(ABORT, 'append_only') WHERE NEW.fen IS NOT 0 OR NEW.seq <> 0
    OR EXISTS (SELECT 1 FROM balances WHERE fund_code = NEW.fund_code AND place = NEW.place AND key = NEW.key);
END;
CREATE TRIGGER balances_follow_the_entries BEFORE UPDATE ON balances BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NEW.fund_code IS NOT OLD.fund_code OR NEW.place IS NOT OLD.place OR NEW.key IS NOT OLD.key OR NEW.seq <= OLD.seq
      OR NEW.seq <> (SELECT max(seq) FROM entries WHERE fund_code = NEW.fund_code)
      OR NOT EXISTS (
        SELECT 1 FROM entries e JOIN places p ON p.place = NEW.place
        WHERE e.fund_code = NEW.fund_code AND e.seq = NEW.seq AND NEW.key = iif(p.per = 'fund', '', e.payout_id)
          AND NEW.fen - OLD.fen = e.fen * p.sign * iif(e.debit_place = NEW.place, 1, iif(e.credit_place = NEW.place, -1, 0)));
END;
CREATE TRIGGER balances_are_never_deleted BEFORE DELETE ON balances BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- An order waits only if who makes it may make its entry: an undo as much as the entry that it mirrors.
CREATE TRIGGER proposals_are_judged BEFORE INSERT ON proposals BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.made_by AND at = NEW.made_at);
  SELECT RAISE(ABORT, 'already_undone') WHERE EXISTS (SELECT 1 FROM entries WHERE fund_code = NEW.fund_code AND undoes = NEW.undoes);
  SELECT RAISE(ABORT, 'paper_used')
    WHERE EXISTS (SELECT 1 FROM entries e WHERE e.fund_code = NEW.fund_code AND e.event = NEW.event AND e.paper = NEW.paper
         AND NOT EXISTS (SELECT 1 FROM entries u WHERE u.fund_code = e.fund_code AND u.undoes = e.seq))
       OR EXISTS (SELECT 1 FROM proposals p WHERE p.fund_code = NEW.fund_code AND p.event = NEW.event AND p.paper = NEW.paper
         AND NOT EXISTS (SELECT 1 FROM proposal_confirmations WHERE proposal_id = p.id)
         AND NOT EXISTS (SELECT 1 FROM proposal_dismissals WHERE proposal_id = p.id));
  SELECT RAISE(ABORT, 'move_unknown') WHERE NEW.event = 'undo' AND NOT EXISTS (
    SELECT 1 FROM entries WHERE fund_code = NEW.fund_code AND seq = NEW.undoes AND fen = NEW.fen AND event IN ('allocate', 'withdraw', 'deposit'));
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM moves m JOIN posts p ON p.person_id = NEW.made_by AND instr(m.makers, ',' || p.kind || ',') > 0
    WHERE m.event = NEW.event AND (NEW.event <> 'undo' OR (m.credit_place, m.debit_place) = (
        SELECT debit_place, credit_place FROM entries WHERE fund_code = NEW.fund_code AND seq = NEW.undoes))
      AND (p.township_code IS NULL OR p.township_code = (SELECT township_code FROM funds WHERE code = NEW.fund_code))
      AND p.from_at <= NEW.made_at AND (p.until_at IS NULL OR p.until_at > NEW.made_at));
END;
CREATE TRIGGER proposal_confirmations_are_judged BEFORE INSERT ON proposal_confirmations BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.confirmed_by AND at = NEW.confirmed_at);
  SELECT RAISE(ABORT, 'proposal_closed') WHERE EXISTS (SELECT 1 FROM proposal_confirmations WHERE proposal_id = NEW.proposal_id)
    OR EXISTS (SELECT 1 FROM proposal_dismissals WHERE proposal_id = NEW.proposal_id);
  SELECT RAISE(ABORT, 'second_person_required') FROM proposals WHERE id = NEW.proposal_id AND made_by = NEW.confirmed_by;
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM proposal_checkers WHERE proposal_id = NEW.proposal_id AND person_id = NEW.confirmed_by
      AND from_at <= NEW.confirmed_at AND (until_at IS NULL OR until_at > NEW.confirmed_at));
END;
CREATE TRIGGER proposals_are_never_replaced BEFORE INSERT ON proposals
  WHEN EXISTS (SELECT 1 FROM proposals WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER proposals_are_never_changed BEFORE UPDATE ON proposals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER proposals_are_never_deleted BEFORE DELETE ON proposals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER proposal_confirmations_are_never_changed BEFORE UPDATE ON proposal_confirmations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER proposal_confirmations_are_never_deleted BEFORE DELETE ON proposal_confirmations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER proposal_dismissals_are_judged BEFORE INSERT ON proposal_dismissals BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.dismissed_by AND at = NEW.dismissed_at);
  SELECT RAISE(ABORT, 'proposal_closed') WHERE EXISTS (SELECT 1 FROM proposal_confirmations WHERE proposal_id = NEW.proposal_id)
    OR EXISTS (SELECT 1 FROM proposal_dismissals WHERE proposal_id = NEW.proposal_id);
  SELECT RAISE(ABORT, 'post_required') FROM proposals o
    WHERE o.id = NEW.proposal_id AND o.made_by <> NEW.dismissed_by AND NOT EXISTS (
      SELECT 1 FROM moves m JOIN posts p ON p.person_id = NEW.dismissed_by AND instr(m.checkers, ',' || p.kind || ',') > 0
      WHERE m.event = o.event AND (o.event <> 'undo' OR (m.credit_place, m.debit_place) = (
          SELECT debit_place, credit_place FROM entries WHERE fund_code = o.fund_code AND seq = o.undoes))
        AND (p.township_code IS NULL OR p.township_code = (SELECT township_code FROM funds WHERE code = o.fund_code))
        AND p.from_at <= NEW.dismissed_at AND (p.until_at IS NULL OR p.until_at > NEW.dismissed_at));
END;
CREATE TRIGGER proposal_dismissals_are_never_changed BEFORE UPDATE ON proposal_dismissals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER proposal_dismissals_are_never_deleted BEFORE DELETE ON proposal_dismissals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
