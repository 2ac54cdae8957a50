-- The ledger refuses by itself. Refusals come before the insert, as RAISE(ABORT): an outer OR IGNORE cannot skip them.

CREATE TRIGGER entries_are_judged BEFORE INSERT ON entries BEGIN
  SELECT RAISE(ABORT, 'chain_stale')
    WHERE NEW.seq IS NOT coalesce((SELECT max(seq) FROM entries WHERE fund_code = NEW.fund_code), 0) + 1
       OR NEW.prev IS NOT coalesce((SELECT hash FROM entries WHERE fund_code = NEW.fund_code AND seq = NEW.seq - 1), '');
  SELECT RAISE(ABORT, 'move_unknown') WHERE typeof(NEW.fen) <> 'integer' OR NEW.fen < 1 OR NEW.fen > 9007199254740991
    OR NOT EXISTS (SELECT 1 FROM moves WHERE event = NEW.event AND debit_place = NEW.debit_place AND credit_place = NEW.credit_place);
  SELECT RAISE(ABORT, 'paper_used') WHERE NEW.paper IS NOT NULL AND NEW.event IN ('allocate', 'withdraw', 'deposit', 'paid')
    AND EXISTS (SELECT 1 FROM entries WHERE fund_code = NEW.fund_code AND event = NEW.event AND paper = NEW.paper);

  -- who: maker, second person, and never the one who approved
  SELECT RAISE(ABORT, 'second_person_required') FROM moves
    WHERE event = NEW.event AND debit_place = NEW.debit_place AND credit_place = NEW.credit_place
      AND dual = 1 AND (NEW.checked_by IS NULL OR NEW.checked_by = NEW.made_by);
  SELECT RAISE(ABORT, 'post_required') FROM moves
    WHERE event = NEW.event AND debit_place = NEW.debit_place AND credit_place = NEW.credit_place AND makers <> '*'
      AND NOT EXISTS (
    SELECT 1 FROM posts p WHERE p.person_id = NEW.made_by AND instr(moves.makers, ',' || p.kind || ',') > 0
      AND (p.township_code IS NULL OR p.township_code = (SELECT township_code FROM funds WHERE code = NEW.fund_code))
      AND p.from_at <= NEW.at AND (p.until_at IS NULL OR p.until_at > NEW.at));
  SELECT RAISE(ABORT, 'post_required') FROM moves
    WHERE event = NEW.event AND debit_place = NEW.debit_place AND credit_place = NEW.credit_place AND dual = 1
      AND NOT EXISTS (
    SELECT 1 FROM posts p WHERE p.person_id = NEW.checked_by AND instr(moves.checkers, ',' || p.kind || ',') > 0
      AND (p.township_code IS NULL OR p.township_code = (SELECT township_code FROM funds WHERE code = NEW.fund_code))
      AND p.from_at <= NEW.at AND (p.until_at IS NULL OR p.until_at > NEW.at));

  -- what: a payout's own money, whole, over its own channel
  SELECT RAISE(ABORT, 'move_unknown') WHERE (NEW.payout_id IS NULL) <> (NEW.event IN ('allocate', 'withdraw', 'deposit', 'undo'));
  SELECT RAISE(ABORT, 'move_unknown') WHERE NEW.payout_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM payouts JOIN moves ON moves.event = NEW.event AND moves.debit_place = NEW.debit_place AND moves.credit_place = NEW.credit_place
    WHERE payouts.id = NEW.payout_id AND payouts.fund_code = NEW.fund_code AND payouts.fen = NEW.fen
      AND (moves.channel IS NULL OR moves.channel = payouts.channel));
  SELECT RAISE(ABORT, 'already_granted') WHERE NEW.event = 'reserve'
    AND EXISTS (SELECT 1 FROM entries WHERE payout_id = NEW.payout_id AND event = 'reserve');
  SELECT RAISE(ABORT, 'move_unknown') WHERE NEW.event = 'reserve' AND NOT EXISTS (
    SELECT 1 FROM payouts JOIN grants ON grants.id = payouts.grant_id JOIN explanations ON explanations.grant_id = grants.id
    WHERE payouts.id = NEW.payout_id AND grants.approved_by = NEW.made_by);
  SELECT RAISE(ABORT, 'move_unknown') WHERE NEW.event = 'release' AND NOT EXISTS (
    SELECT 1 FROM payouts JOIN cancellations USING (grant_id) WHERE payouts.id = NEW.payout_id AND cancelled_by = NEW.made_by);
  SELECT RAISE(ABORT, 'cashier_is_reviewer') FROM payouts JOIN grants ON grants.id = payouts.grant_id
    WHERE NEW.event IN ('send', 'paid') AND payouts.id = NEW.payout_id AND grants.approved_by IN (NEW.made_by, NEW.checked_by);
  SELECT RAISE(ABORT, 'slip_missing') WHERE NEW.event = 'paid' AND NEW.credit_place = 'cash.held' AND NOT EXISTS (
    SELECT 1 FROM cash_slips WHERE payout_id = NEW.payout_id AND handed_by = NEW.made_by);
  SELECT RAISE(ABORT, 'paid_on_wrong') FROM payouts JOIN grants ON grants.id = payouts.grant_id
    WHERE NEW.event = 'paid' AND payouts.id = NEW.payout_id
      AND (NEW.day < date(grants.granted_at, '+8 hours') OR NEW.day > date(NEW.at, '+8 hours'));
  SELECT RAISE(ABORT, 'explanation_not_filed') WHERE NEW.event = 'accept' AND NOT EXISTS (
    SELECT 1 FROM payouts JOIN filing_acceptances a USING (grant_id) JOIN filings f ON f.grant_id = a.grant_id AND f.n = a.n
    WHERE payouts.id = NEW.payout_id AND a.accepted_by = NEW.checked_by AND f.filed_by = NEW.made_by);
  SELECT RAISE(ABORT, 'already_undone') WHERE NEW.event = 'undo'
    AND EXISTS (SELECT 1 FROM entries WHERE fund_code = NEW.fund_code AND undoes = NEW.undoes);
  SELECT RAISE(ABORT, 'move_unknown') WHERE NEW.event = 'undo' AND NOT EXISTS (
    SELECT 1 FROM entries e WHERE e.fund_code = NEW.fund_code AND e.seq = NEW.undoes AND e.event <> 'undo' AND e.fen = NEW.fen
      AND e.debit_place = NEW.credit_place AND e.credit_place = NEW.debit_place AND e.payout_id IS NULL);

  -- how much: no place goes below zero on its own side, none grows past what a number can hold
  SELECT RAISE(ABORT, 'fund_insufficient') FROM places
    WHERE place = NEW.credit_place AND sign = 1 AND per = 'fund' AND NEW.fen > coalesce((
      SELECT fen FROM balances WHERE fund_code = NEW.fund_code AND place = NEW.credit_place AND key = ''), 0);
  SELECT RAISE(ABORT, 'place_overdrawn') FROM places
    WHERE place = NEW.credit_place AND sign = 1 AND per <> 'fund' AND NEW.fen > coalesce((
      SELECT fen FROM balances WHERE fund_code = NEW.fund_code AND place = NEW.credit_place AND key = NEW.payout_id), 0);
  SELECT RAISE(ABORT, 'place_overdrawn') FROM places
    WHERE place = NEW.debit_place AND sign = -1 AND NEW.fen > coalesce((
      SELECT fen FROM balances WHERE fund_code = NEW.fund_code AND place = NEW.debit_place AND key = ''), 0);
  SELECT RAISE(ABORT, 'place_overdrawn') FROM balances
    WHERE fund_code = NEW.fund_code AND place IN (NEW.debit_place, NEW.credit_place) AND key = '' AND fen > 9007199254740991 - NEW.fen
      AND place = (SELECT place FROM places WHERE (place = NEW.debit_place AND sign = 1) OR (place = NEW.credit_place AND sign = -1));
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

CREATE TRIGGER proposal_confirmations_are_judged BEFORE INSERT ON proposal_confirmations BEGIN
  SELECT RAISE(ABORT, 'proposal_closed') WHERE EXISTS (SELECT 1 FROM proposal_confirmations WHERE proposal_id = NEW.proposal_id);
  SELECT RAISE(ABORT, 'second_person_required') FROM proposals WHERE id = NEW.proposal_id AND made_by = NEW.confirmed_by;
END;
CREATE TRIGGER proposals_are_never_replaced BEFORE INSERT ON proposals
  WHEN EXISTS (SELECT 1 FROM proposals WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER proposals_are_never_changed BEFORE UPDATE ON proposals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER proposals_are_never_deleted BEFORE DELETE ON proposals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER proposal_confirmations_are_never_changed BEFORE UPDATE ON proposal_confirmations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER proposal_confirmations_are_never_deleted BEFORE DELETE ON proposal_confirmations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
