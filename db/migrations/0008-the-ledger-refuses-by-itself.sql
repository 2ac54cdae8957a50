-- The ledger refuses by itself. Refusals come before the insert, as RAISE(ABORT): an outer OR IGNORE cannot skip them.

CREATE TRIGGER entries_are_judged BEFORE INSERT ON entries BEGIN
  -- behind the last entry, with the next voucher of its year; into an open month of a fund whose books add up
  SELECT RAISE(ABORT, 'chain_stale') FROM (SELECT 1) LEFT JOIN entries last
      ON last.fund_code = NEW.fund_code AND last.seq = (SELECT max(seq) FROM entries WHERE fund_code = NEW.fund_code)
    WHERE NEW.seq IS NOT coalesce(last.seq, 0) + 1 OR NEW.prev IS NOT coalesce(last.hash, '')
      OR NEW.voucher_year IS NOT max(coalesce(last.voucher_year, 0), CAST(strftime('%Y', NEW.at, '+8 hours') AS INTEGER))
      OR NEW.voucher IS NOT iif(last.voucher_year IS NEW.voucher_year, last.voucher + 1, 1);
  SELECT RAISE(ABORT, 'fund_frozen') FROM open_freezes WHERE fund_code = NEW.fund_code;
  SELECT RAISE(ABORT, 'period_closed') WHERE NEW.day <= (SELECT max(until_on) FROM closings WHERE fund_code = NEW.fund_code);

  -- a legal move, by who may, with a second person where it is dual; `u` is what an undo mirrors
  SELECT CASE
      WHEN m.event IS NULL OR typeof(NEW.fen) <> 'integer' OR NEW.fen < 1 OR NEW.fen > 9007199254740991
          OR NEW.event = 'undo' AND (m.undo_makers IS NULL OR u.fen <> NEW.fen OR u.payout_id IS NOT NEW.payout_id OR u.claim_id IS NOT NEW.claim_id)
        THEN RAISE(ABORT, 'move_unknown')
      WHEN NEW.event = 'undo' AND EXISTS (SELECT 1 FROM entries WHERE fund_code = NEW.fund_code AND undoes = NEW.undoes)
        THEN RAISE(ABORT, 'already_undone')
      WHEN NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND at = NEW.at AND person_id IS coalesce(NEW.checked_by, NEW.made_by))
          OR (m.via = 'timer') <> (NEW.made_by IS NULL) OR (m.dual = 0 AND NEW.event <> 'undo' AND NEW.checked_by IS NOT NULL)
          OR (NEW.event <> 'undo' AND ((NEW.payout_id IS NOT NULL) <> (m.per IN ('payout', 'claim payout'))
            OR (NEW.claim_id IS NOT NULL) <> (m.per IN ('claim', 'claim payout'))))
        THEN RAISE(ABORT, 'move_unknown')
      WHEN (m.dual = 1 OR NEW.event = 'undo') AND (NEW.checked_by IS NULL OR NEW.checked_by = NEW.made_by)
        THEN RAISE(ABORT, 'second_person_required')
      WHEN (m.dual = 1 AND m.via = 'order' OR NEW.event = 'undo') AND NOT EXISTS (
          SELECT 1 FROM proposal_confirmations c JOIN proposals p ON p.id = c.proposal_id
          WHERE c.journal_id = NEW.journal_id AND c.confirmed_by = NEW.checked_by AND p.made_by = NEW.made_by AND p.fund_code = NEW.fund_code
            AND p.event = NEW.event AND p.claim_id IS NEW.claim_id AND p.day = NEW.day AND p.paper IS NEW.paper AND p.undoes IS NEW.undoes
            AND (p.event = 'reopen' OR (p.fen = NEW.fen AND p.payout_id IS NEW.payout_id)))
        THEN RAISE(ABORT, 'second_person_required')
      WHEN m.via <> 'timer' AND m.makers <> '*' AND NOT EXISTS (
        SELECT 1 FROM fund_posts p WHERE p.fund_code = NEW.fund_code AND p.person_id = NEW.made_by AND instr(iif(NEW.event = 'undo', m.undo_makers, m.makers), ',' || p.kind || ',') > 0
          AND p.from_at <= NEW.at AND (p.until_at IS NULL OR p.until_at > NEW.at))
        THEN iif(NEW.checked_by IS NULL, RAISE(ABORT, 'post_required'), RAISE(ABORT, 'maker_left'))
      WHEN (m.dual = 1 OR NEW.event = 'undo') AND NOT EXISTS (
        SELECT 1 FROM fund_posts p WHERE p.fund_code = NEW.fund_code AND p.person_id = NEW.checked_by AND instr(iif(NEW.event = 'undo', m.undo_checkers, m.checkers), ',' || p.kind || ',') > 0
          AND p.from_at <= NEW.at AND (p.until_at IS NULL OR p.until_at > NEW.at)) THEN RAISE(ABORT, 'post_required')
      WHEN NEW.day > date(NEW.at, '+8 hours') OR NEW.day < (SELECT date(opened_at, '+8 hours') FROM funds WHERE code = NEW.fund_code)
          OR (NEW.day <> date(NEW.at, '+8 hours') AND m.via <> 'order' AND NEW.event NOT IN ('paid', 'undo'))
        THEN RAISE(ABORT, 'paid_on_wrong')
      WHEN (NEW.paper IS NULL) <> (m.paper = 'none') AND NEW.event <> 'undo' THEN RAISE(ABORT, 'move_unknown')
      WHEN m.paper = 'once' AND NEW.event <> 'undo' AND EXISTS (
          SELECT 1 FROM entries e WHERE e.fund_code = NEW.fund_code AND e.event = NEW.event AND e.paper = NEW.paper
            AND NOT EXISTS (SELECT 1 FROM entries x WHERE x.fund_code = e.fund_code AND x.undoes = e.seq)
            AND (e.event <> 'paid' OR e.payout_id IS NOT NEW.payout_id
              OR EXISTS (SELECT 1 FROM entries b WHERE b.payout_id = e.payout_id AND b.event = 'bounce' AND b.seq > e.seq)))
        THEN RAISE(ABORT, 'paper_used')
    END
    FROM (SELECT 1) LEFT JOIN entries u ON u.fund_code = NEW.fund_code AND u.seq = NEW.undoes
    LEFT JOIN moves m ON m.event = iif(NEW.event = 'undo', u.event, NEW.event)
      AND m.debit_place = iif(NEW.event = 'undo', NEW.credit_place, NEW.debit_place)
      AND m.credit_place = iif(NEW.event = 'undo', NEW.debit_place, NEW.credit_place);

  -- a payout's own money, over its own channel, at its own step
  SELECT CASE
      WHEN o.id IS NULL OR o.fund_code <> NEW.fund_code OR o.channel <> coalesce((SELECT channel FROM moves
          WHERE event = NEW.event AND debit_place = NEW.debit_place AND credit_place = NEW.credit_place), o.channel)
        THEN RAISE(ABORT, 'move_unknown')
      WHEN NEW.event = 'reserve' AND EXISTS (SELECT 1 FROM entries WHERE payout_id = NEW.payout_id AND event = 'reserve')
        THEN RAISE(ABORT, 'already_granted')
      WHEN NEW.event = 'reserve' AND (o.fen <> NEW.fen OR g.approved_by <> NEW.made_by OR g.journal_id <> NEW.journal_id
          OR g.fen <> (SELECT sum(fen) FROM payouts WHERE grant_id = g.id)
          OR (g.track = 'standard') = EXISTS (SELECT 1 FROM explanations WHERE grant_id = g.id))
        THEN RAISE(ABORT, 'move_unknown')
      WHEN NEW.event = 'release' AND NOT EXISTS (
          SELECT 1 FROM cancellations WHERE grant_id = g.id AND cancelled_by = NEW.made_by AND journal_id = NEW.journal_id
          UNION ALL SELECT 1 FROM payout_cancellations WHERE payout_id = o.id AND cancelled_by = NEW.made_by AND journal_id = NEW.journal_id)
        THEN RAISE(ABORT, 'move_unknown')
      WHEN NEW.event IN ('send', 'paid', 'accept') AND (EXISTS (SELECT 1 FROM cancellations WHERE grant_id = g.id)
          OR EXISTS (SELECT 1 FROM payout_cancellations WHERE payout_id = o.id))
        THEN RAISE(ABORT, 'request_not_open')
      WHEN NEW.event IN ('send', 'paid', 'reject', 'bounce') AND (g.approved_by = NEW.made_by OR g.approved_by = NEW.checked_by AND NEW.event = 'paid')
        THEN RAISE(ABORT, 'cashier_is_reviewer')
      WHEN NEW.event IN ('send', 'paid') AND o.channel = 'transfer'
          AND EXISTS (SELECT 1 FROM acceptances WHERE request_id = g.request_id AND accepted_by = NEW.made_by)
        THEN RAISE(ABORT, 'cashier_is_reviewer')
      WHEN NEW.event <> 'accept' AND (g.person_id IN (NEW.made_by, NEW.checked_by) OR EXISTS (
          SELECT 1 FROM gainers WHERE request_id = g.request_id AND person_id IN (NEW.made_by, NEW.checked_by)))
        THEN RAISE(ABORT, 'beneficiary')
      WHEN NEW.event = 'paid' AND NEW.credit_place = 'cash.held'
          AND NOT EXISTS (SELECT 1 FROM live_slips WHERE payout_id = NEW.payout_id AND handed_by = NEW.made_by
            AND NEW.day = date(handed_at, '+8 hours') AND NEW.paper = 'slip:' || evidence_id)
        THEN RAISE(ABORT, 'slip_missing')
      -- only what was published before owes nothing afterwards
      WHEN NEW.event = 'paid' AND (NEW.debit_place = 'cleared') <> (g.track = 'standard') THEN RAISE(ABORT, 'move_unknown')
      WHEN NEW.event = 'paid' AND NEW.day < date(g.granted_at, '+8 hours') THEN RAISE(ABORT, 'paid_on_wrong')
      -- a part of it, held again, could neither be sent nor be cancelled: what came back of a part is recovered
      WHEN NEW.event = 'bounce' AND NEW.fen <> o.fen THEN RAISE(ABORT, 'bounce_of_part')
      WHEN NEW.event = 'accept' AND NOT EXISTS (
          SELECT 1 FROM filing_acceptances a JOIN filings f ON f.grant_id = a.grant_id AND f.n = a.n
          WHERE a.grant_id = g.id AND a.accepted_by = NEW.checked_by AND f.filed_by = NEW.made_by AND a.journal_id = NEW.journal_id)
        THEN RAISE(ABORT, 'explanation_not_filed')
      WHEN NEW.event = 'lapse' AND NOT EXISTS (SELECT 1 FROM unfiled_payouts WHERE payout_id = o.id AND due_on < NEW.day AND provisional = 0)
        THEN RAISE(ABORT, 'explanation_not_due')
      WHEN NEW.event IN ('reclaim', 'late_return') AND NEW.fen > coalesce((SELECT fen FROM replenished_payouts WHERE payout_id = o.id), 0)
        THEN RAISE(ABORT, 'not_replenished')
    END
    FROM (SELECT 1) LEFT JOIN payouts o ON o.id = NEW.payout_id LEFT JOIN grants g ON g.id = o.grant_id WHERE NEW.payout_id IS NOT NULL;

  -- a claim's payouts as they were confirmed, each once; what came back after it was paid keeps it paid
  SELECT CASE
      WHEN k.id IS NULL OR k.fund_code <> NEW.fund_code THEN RAISE(ABORT, 'move_unknown')
      WHEN NEW.event = 'claim' AND NOT EXISTS (
          SELECT 1 FROM claim_items i JOIN claim_confirmations c ON c.claim_id = i.claim_id AND c.n = 3
          WHERE i.claim_id = k.id AND i.payout_id = NEW.payout_id AND i.fen = NEW.fen AND k.made_by = NEW.made_by
            AND c.confirmed_by = NEW.checked_by AND c.journal_id = NEW.journal_id)
        THEN RAISE(ABORT, 'move_unknown')
      WHEN NEW.event = 'reopen' AND (
          NEW.fen IS NOT (SELECT fen FROM entries WHERE claim_id = k.id AND event = 'claim' AND payout_id = NEW.payout_id)
          OR EXISTS (SELECT 1 FROM entries WHERE claim_id = k.id AND event = 'reopen' AND payout_id = NEW.payout_id))
        THEN RAISE(ABORT, 'move_unknown')
      WHEN NEW.event = 'undo' AND EXISTS (
          SELECT 1 FROM claim_items i JOIN entries e ON e.payout_id = i.payout_id AND e.event IN ('reclaim', 'late_return')
          WHERE i.claim_id = k.id AND NOT EXISTS (SELECT 1 FROM entries x WHERE x.fund_code = e.fund_code AND x.undoes = e.seq))
        THEN RAISE(ABORT, 'place_overdrawn')
    END
    FROM (SELECT 1) LEFT JOIN claims k ON k.id = NEW.claim_id WHERE NEW.claim_id IS NOT NULL;

  -- no place goes below zero on its own side, none grows past what a number can hold, a whole move leaves nothing behind
  SELECT CASE
      WHEN c.sign = 1 AND NEW.fen > coalesce(b.fen, 0)
        THEN iif(c.per = 'fund', RAISE(ABORT, 'fund_insufficient'), RAISE(ABORT, 'place_overdrawn'))
      WHEN c.sign = 1 AND NEW.fen < b.fen AND (SELECT whole FROM moves
          WHERE event = NEW.event AND debit_place = NEW.debit_place AND credit_place = NEW.credit_place) = 1
        THEN RAISE(ABORT, 'move_unknown')
      WHEN d.sign = -1 AND NEW.fen > coalesce((SELECT fen FROM balances WHERE fund_code = NEW.fund_code AND place = d.place AND key = ''), 0)
        THEN RAISE(ABORT, 'place_overdrawn')
      WHEN c.sign = -1 AND NEW.fen > 9007199254740991 - coalesce(b.fen, 0) THEN RAISE(ABORT, 'place_overdrawn')
      WHEN d.sign = 1 AND d.per <> 'payout'
          AND NEW.fen > 9007199254740991 - coalesce((SELECT fen FROM balances WHERE fund_code = NEW.fund_code AND place = d.place
            AND key = CASE d.per WHEN 'fund' THEN '' WHEN 'claim' THEN NEW.claim_id ELSE NEW.payout_id END), 0)
        THEN RAISE(ABORT, 'place_overdrawn')
    END
    FROM places c JOIN places d ON d.place = NEW.debit_place
    LEFT JOIN balances b ON b.fund_code = NEW.fund_code AND b.place = c.place
      AND b.key = CASE c.per WHEN 'fund' THEN '' WHEN 'claim' THEN NEW.claim_id ELSE NEW.payout_id END
    WHERE c.place = NEW.credit_place;
END;

CREATE TRIGGER entries_move_the_balances AFTER INSERT ON entries BEGIN
  INSERT INTO balances (fund_code, place, key, fen, seq)
    SELECT NEW.fund_code, p.place, CASE p.per WHEN 'fund' THEN '' WHEN 'claim' THEN NEW.claim_id ELSE NEW.payout_id END, 0, 0 FROM places p
    WHERE p.place IN (NEW.debit_place, NEW.credit_place) AND NOT EXISTS (
      SELECT 1 FROM balances b WHERE b.fund_code = NEW.fund_code AND b.place = p.place
        AND b.key = CASE p.per WHEN 'fund' THEN '' WHEN 'claim' THEN NEW.claim_id ELSE NEW.payout_id END);
  UPDATE balances SET seq = NEW.seq, fen = fen + NEW.fen * (SELECT sign FROM places WHERE place = NEW.debit_place)
    WHERE fund_code = NEW.fund_code AND place = NEW.debit_place
      AND key = (SELECT CASE p.per WHEN 'fund' THEN '' WHEN 'claim' THEN NEW.claim_id ELSE NEW.payout_id END FROM places p WHERE p.place = NEW.debit_place);
  UPDATE balances SET seq = NEW.seq, fen = fen - NEW.fen * (SELECT sign FROM places WHERE place = NEW.credit_place)
    WHERE fund_code = NEW.fund_code AND place = NEW.credit_place
      AND key = (SELECT CASE p.per WHEN 'fund' THEN '' WHEN 'claim' THEN NEW.claim_id ELSE NEW.payout_id END FROM places p WHERE p.place = NEW.credit_place);
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
        WHERE e.fund_code = NEW.fund_code AND e.seq = NEW.seq AND NEW.key = CASE p.per WHEN 'fund' THEN '' WHEN 'claim' THEN e.claim_id ELSE e.payout_id END
          AND NEW.fen - OLD.fen = e.fen * p.sign * iif(e.debit_place = NEW.place, 1, iif(e.credit_place = NEW.place, -1, 0)));
END;
CREATE TRIGGER balances_are_never_deleted BEFORE DELETE ON balances BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- An order waits only if who makes it may make its entry: an undo as much as the entry that it mirrors.
CREATE TRIGGER proposals_are_judged BEFORE INSERT ON proposals BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.made_by AND at = NEW.made_at);
  SELECT RAISE(ABORT, 'fund_frozen') FROM open_freezes WHERE fund_code = NEW.fund_code;
  SELECT RAISE(ABORT, 'period_closed') WHERE NEW.day <= (SELECT max(until_on) FROM closings WHERE fund_code = NEW.fund_code);
  SELECT RAISE(ABORT, 'already_undone') WHERE EXISTS (SELECT 1 FROM entries WHERE fund_code = NEW.fund_code AND undoes = NEW.undoes);
  SELECT RAISE(ABORT, 'move_unknown')
    WHERE NEW.payout_id IS NOT NULL AND NEW.fund_code IS NOT (SELECT fund_code FROM payouts WHERE id = NEW.payout_id)
      OR NEW.claim_id IS NOT NULL AND NEW.fund_code IS NOT (SELECT fund_code FROM claims WHERE id = NEW.claim_id)
      OR NEW.event = 'undo' AND NOT EXISTS (
        SELECT 1 FROM entries u JOIN moves m ON m.event = u.event AND m.debit_place = u.debit_place AND m.credit_place = u.credit_place
        WHERE u.fund_code = NEW.fund_code AND u.seq = NEW.undoes AND u.fen = NEW.fen AND u.payout_id IS NEW.payout_id
          AND u.claim_id IS NEW.claim_id AND m.undo_makers IS NOT NULL)
      OR NOT EXISTS (SELECT 1 FROM moves WHERE event = NEW.event AND via = 'order' AND dual = 1
        AND (NEW.event = 'undo' OR ((paper = 'none') = (NEW.paper IS NULL)
          AND (NEW.payout_id IS NULL) = (per <> 'payout') AND (NEW.claim_id IS NULL) = (per NOT IN ('claim', 'claim payout')))));
  SELECT RAISE(ABORT, 'paper_used') FROM moves WHERE event = NEW.event AND paper = 'once' AND (
    EXISTS (SELECT 1 FROM entries e WHERE e.fund_code = NEW.fund_code AND e.event = NEW.event AND e.paper = NEW.paper
      AND NOT EXISTS (SELECT 1 FROM entries u WHERE u.fund_code = e.fund_code AND u.undoes = e.seq))
    OR EXISTS (SELECT 1 FROM proposals p WHERE p.fund_code = NEW.fund_code AND p.event = NEW.event AND p.paper = NEW.paper
      AND NOT EXISTS (SELECT 1 FROM proposal_confirmations WHERE proposal_id = p.id)
      AND NOT EXISTS (SELECT 1 FROM proposal_dismissals WHERE proposal_id = p.id)));
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM moves m JOIN fund_posts p ON p.fund_code = NEW.fund_code AND p.person_id = NEW.made_by
      AND instr(iif(NEW.event = 'undo', m.undo_makers, m.makers), ',' || p.kind || ',') > 0
    WHERE iif(NEW.event = 'undo',
        (m.event, m.debit_place, m.credit_place) = (
          SELECT event, debit_place, credit_place FROM entries WHERE fund_code = NEW.fund_code AND seq = NEW.undoes),
        m.event = NEW.event AND m.dual = 1)
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
      SELECT 1 FROM proposal_checkers WHERE proposal_id = NEW.proposal_id AND person_id = NEW.dismissed_by
        AND from_at <= NEW.dismissed_at AND (until_at IS NULL OR until_at > NEW.dismissed_at));
END;
CREATE TRIGGER proposal_dismissals_are_never_changed BEFORE UPDATE ON proposal_dismissals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER proposal_dismissals_are_never_deleted BEFORE DELETE ON proposal_dismissals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
