-- One confirm: post, people, ceiling, frequency and policy judged here; the balance by the `reserve` entry that follows.

CREATE TRIGGER grants_are_judged BEFORE INSERT ON grants BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.approved_by AND at = NEW.granted_at);
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM grants WHERE id = NEW.id OR number = NEW.number);
  SELECT RAISE(ABORT, 'request_not_open') WHERE EXISTS (SELECT 1 FROM refusals WHERE request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM withdrawals WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'county_turn') WHERE EXISTS (SELECT 1 FROM open_escalations WHERE request_id = NEW.request_id)
    AND EXISTS (SELECT 1 FROM funds WHERE code = NEW.fund_code AND township_code IS NOT NULL);
  SELECT RAISE(ABORT, 'not_escalated') FROM funds WHERE code = NEW.fund_code AND township_code IS NULL
    AND NOT EXISTS (SELECT 1 FROM open_escalations WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'request_not_accepted') WHERE NOT EXISTS (
    SELECT 1 FROM acceptances a JOIN requests r ON r.id = a.request_id JOIN funds f ON coalesce(f.township_code, r.township_code) = r.township_code
    WHERE a.request_id = NEW.request_id AND a.household_id = NEW.household_id AND r.person_id = NEW.person_id
      AND r.township_code = NEW.township_code AND r.cause_code = NEW.cause_code AND f.code = NEW.fund_code
      AND a.accepted_at <= NEW.granted_at);
  SELECT RAISE(ABORT, 'already_granted') WHERE EXISTS (SELECT 1 FROM grants WHERE request_id = NEW.request_id
    AND NOT EXISTS (SELECT 1 FROM cancellations WHERE grant_id = grants.id));

  -- who: signature 2 is a leader of this township or, from the county's fund, of the county; not who filed, accepted, or gains (A-12, scenario 21)
  SELECT CASE
      WHEN NOT EXISTS (
          SELECT 1 FROM leading_posts WHERE person_id = NEW.approved_by AND fund_code = NEW.fund_code AND from_at <= NEW.granted_at AND (until_at IS NULL OR until_at > NEW.granted_at))
        THEN RAISE(ABORT, 'post_required')
      WHEN NEW.approved_by IN (a.accepted_by, r.submitted_by) THEN RAISE(ABORT, 'same_person')
      WHEN NEW.approved_by = NEW.person_id
          OR EXISTS (SELECT 1 FROM gainers WHERE request_id = NEW.request_id AND person_id = NEW.approved_by)
        THEN RAISE(ABORT, 'beneficiary')
      WHEN a.kin = 1 AND f.township_code IS NOT NULL THEN RAISE(ABORT, 'kin_needs_county')
    END FROM acceptances a JOIN requests r ON r.id = a.request_id JOIN funds f ON f.code = NEW.fund_code WHERE a.request_id = NEW.request_id;

  -- by what right: the county's letter that holds on this day (R-09); its ceiling and the policy's, the smaller holds
  SELECT RAISE(ABORT, 'no_letter') FROM funds WHERE code = NEW.fund_code AND township_code IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM live_letters WHERE township_code = NEW.township_code AND date(NEW.granted_at, '+8 hours') BETWEEN from_on AND until_on);
  -- from the county's own fund (N-20): as its assistance office proposed last, confirmed by another person, by transfer
  SELECT CASE
      WHEN c.n IS NULL THEN RAISE(ABORT, 'proposal_missing')
      WHEN c.proposed_by = NEW.approved_by THEN RAISE(ABORT, 'same_person')
      WHEN c.track <> NEW.track OR c.fen <> NEW.fen OR NEW.channel <> 'transfer' THEN RAISE(ABORT, 'proposal_changed')
    END FROM funds f LEFT JOIN county_proposals c
      ON c.request_id = NEW.request_id AND c.n = (SELECT max(n) FROM county_proposals WHERE request_id = NEW.request_id)
    WHERE f.code = NEW.fund_code AND f.township_code IS NULL;

  -- how much and how often: tracks, caps, cash (N-03, N-20, N-41); per household and Beijing year, those apart that came back whole (N-32)
  SELECT RAISE(ABORT, 'public_notice_needed') WHERE iif(NEW.track = 'standard',
    NOT EXISTS (SELECT 1 FROM standing_notices WHERE request_id = NEW.request_id),
    NEW.cause_code IN ('MEDICAL', 'EDUCATION', 'CARE', 'DISABILITY', 'HOUSING', 'BASIC_COST'));
  -- 一般程序: no objection is open, the notice has hung out its days, and no more than it says (N-04, F-7; scenario 27)
  SELECT CASE
      WHEN s.open_objections > 0 THEN RAISE(ABORT, 'objection_open')
      WHEN s.until_on >= date(NEW.granted_at, '+8 hours') THEN RAISE(ABORT, 'notice_running')
      WHEN NEW.fen > s.fen THEN RAISE(ABORT, 'notice_amount')
    END FROM standing_notices s WHERE s.request_id = NEW.request_id AND NEW.track = 'standard';
  SELECT RAISE(ABORT, 'policy_changed') WHERE NEW.policy_version IS NOT (
    SELECT version FROM policies WHERE from_on <= date(NEW.granted_at, '+8 hours') ORDER BY from_on DESC, version DESC LIMIT 1);
  -- a township that owes too many explanations gives no more urgent grants; small ones never wait (R-07)
  SELECT RAISE(ABORT, 'overdue_explanations') FROM policies p WHERE p.version = NEW.policy_version AND NEW.track = 'urgent'
    AND EXISTS (SELECT 1 FROM funds WHERE code = NEW.fund_code AND township_code IS NOT NULL)
    AND p.overdue_block_urgent <= (SELECT grants FROM overdue_grants WHERE fund_code = NEW.fund_code);
  SELECT CASE
      WHEN NEW.explanation_days <> p.explanation_days THEN RAISE(ABORT, 'policy_changed')
      -- how it was worked out, where it was (N-31): the range of the county, the people of the household, the sum that comes of it
      WHEN NEW.formula = 'light' AND NEW.fen > p.light_cap_fen THEN RAISE(ABORT, 'light_cap')
      WHEN NEW.formula = 'months' AND NEW.formula_count NOT BETWEEN p.months_min AND p.months_max THEN RAISE(ABORT, 'formula_months')
      WHEN NEW.formula = 'days' AND NEW.formula_count > p.days_max THEN RAISE(ABORT, 'formula_days')
      WHEN NEW.formula_persons > iif(p.formula_basis = 'per_household', 1, max(1, (SELECT count(*) FROM household_members WHERE household_id = NEW.household_id)))
        THEN RAISE(ABORT, 'formula_persons')
      WHEN NEW.formula IN ('months', 'days') AND NEW.fen <> iif(NEW.formula_base = 'rural', coalesce(p.rural_dibao_fen, p.dibao_fen), p.dibao_fen)
          * NEW.formula_persons * NEW.formula_count / iif(NEW.formula = 'days', 30, 1) THEN RAISE(ABORT, 'formula_sum')
      WHEN f.township_code IS NOT NULL AND NEW.fen > (SELECT ceiling_fen FROM live_letters WHERE township_code = NEW.township_code
          AND date(NEW.granted_at, '+8 hours') BETWEEN from_on AND until_on ORDER BY signed_at DESC, id DESC LIMIT 1)
        THEN RAISE(ABORT, 'county_turn')
      WHEN f.township_code IS NOT NULL AND NEW.fen > p.urgent_ceiling_fen THEN RAISE(ABORT, 'county_turn')
      WHEN NEW.track = 'small' AND NEW.fen > p.small_cap_fen * iif(p.small_basis = 'per_person',
          max(1, (SELECT count(*) FROM household_members WHERE household_id = NEW.household_id)), 1)
        THEN RAISE(ABORT, 'small_cap')
      WHEN NEW.channel = 'cash' AND NEW.fen > p.cash_cap_fen THEN RAISE(ABORT, 'cash_cap')
      WHEN NEW.channel = 'transfer' AND NEW.payee_id IS NULL THEN RAISE(ABORT, 'payee_needed')
      WHEN NEW.channel = 'transfer' AND NEW.payee_id IS NOT (SELECT id FROM payees WHERE request_id = NEW.request_id ORDER BY n DESC LIMIT 1)
        THEN RAISE(ABORT, 'payee_changed')
      WHEN NEW.channel = 'transfer' AND EXISTS (
          SELECT 1 FROM payees y JOIN persons o ON o.id = NEW.person_id
          WHERE y.id = NEW.payee_id AND y.relation = 'self' AND y.holder_index IS NOT o.holder_index)
        THEN RAISE(ABORT, 'payee_holder')
    END FROM policies p JOIN funds f ON f.code = NEW.fund_code WHERE p.version = NEW.policy_version;

  -- how often: one account for few households (N-42, X1), a cause once a year and again only with a reason (N-32), each
  -- but for an exception that stands, which the grant names
  SELECT RAISE(ABORT, 'exception_changed') WHERE NEW.exceptions IS NOT (
    SELECT group_concat(n) FROM (SELECT n FROM standing_exceptions WHERE request_id = NEW.request_id ORDER BY n));
  SELECT CASE
      WHEN NEW.channel = 'transfer' AND p.payee_shared_limit <= (
          SELECT count(DISTINCT g.household_id) FROM payees y JOIN payees o ON o.account_index = y.account_index JOIN grants g ON g.payee_id = o.id
          WHERE y.id = NEW.payee_id AND g.household_id <> NEW.household_id AND NOT EXISTS (SELECT 1 FROM returned_grants WHERE grant_id = g.id))
        AND NOT EXISTS (SELECT 1 FROM standing_exceptions WHERE request_id = NEW.request_id AND code = 'SHARED_PAYEE')
        THEN RAISE(ABORT, 'payee_shared')
      WHEN EXISTS (SELECT 1 FROM standing_exceptions WHERE request_id = NEW.request_id AND code IN ('RECURRENT_INFECTION', 'EPIDEMIC', 'OTHER_HARDSHIP')) THEN NULL
      WHEN f.township_code IS NOT NULL AND p.same_cause_per_year <= (
          SELECT count(*) FROM counted_grants WHERE request_id = NEW.request_id AND year = NEW.year AND cause_code = NEW.cause_code)
        THEN RAISE(ABORT, 'same_cause_this_year')
      WHEN f.township_code IS NOT NULL AND p.household_per_year <= (
          SELECT count(*) FROM counted_grants WHERE request_id = NEW.request_id AND year = NEW.year)
        THEN RAISE(ABORT, 'household_year_limit')
      WHEN f.township_code IS NOT NULL AND EXISTS (SELECT 1 FROM counted_grants WHERE request_id = NEW.request_id AND year = NEW.year - 1 AND cause_code = NEW.cause_code)
          AND NOT EXISTS (SELECT 1 FROM standing_exceptions WHERE request_id = NEW.request_id AND code = 'STILL_IN_NEED')
        THEN RAISE(ABORT, 'still_in_need')
    END FROM policies p JOIN funds f ON f.code = NEW.fund_code WHERE p.version = NEW.policy_version;
END;

CREATE TRIGGER payouts_are_judged BEFORE INSERT ON payouts BEGIN
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM payouts WHERE id = NEW.id OR (grant_id = NEW.grant_id AND n = NEW.n));
  SELECT RAISE(ABORT, 'append_only') WHERE NOT EXISTS (SELECT 1 FROM grants WHERE id = NEW.grant_id AND journal_id = NEW.journal_id);
  SELECT RAISE(ABORT, 'place_overdrawn') FROM grants WHERE id = NEW.grant_id AND (fund_code <> NEW.fund_code OR channel <> NEW.channel
    OR NEW.fen + coalesce((SELECT sum(fen) FROM payouts WHERE grant_id = NEW.grant_id), 0) > grants.fen);
END;

CREATE TRIGGER cancellations_are_judged BEFORE INSERT ON cancellations BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.cancelled_by AND at = NEW.cancelled_at);
  SELECT RAISE(ABORT, 'request_not_open') WHERE EXISTS (SELECT 1 FROM cancellations WHERE grant_id = NEW.grant_id);
  -- by who approved it; who has left his post is stood in for by a leader who is there
  SELECT RAISE(ABORT, 'not_your_decision') FROM grants g WHERE g.id = NEW.grant_id AND g.approved_by <> NEW.cancelled_by AND (
    EXISTS (SELECT 1 FROM leading_posts WHERE person_id = g.approved_by AND fund_code = g.fund_code
      AND from_at <= NEW.cancelled_at AND (until_at IS NULL OR until_at > NEW.cancelled_at))
    OR NOT EXISTS (SELECT 1 FROM leading_posts WHERE person_id = NEW.cancelled_by AND fund_code = g.fund_code
      AND from_at <= NEW.cancelled_at AND (until_at IS NULL OR until_at > NEW.cancelled_at)));
  -- every fen that is still to go lies where it was approved to: not on its way, not with anybody
  SELECT RAISE(ABORT, 'cannot_cancel') WHERE EXISTS (
    SELECT 1 FROM payouts p LEFT JOIN balances b ON b.fund_code = p.fund_code AND b.place IN ('bank.held', 'cash.held') AND b.key = p.id
    WHERE p.grant_id = NEW.grant_id AND NOT EXISTS (SELECT 1 FROM payout_cancellations WHERE payout_id = p.id)
      AND (b.fen IS NOT p.fen OR EXISTS (SELECT 1 FROM live_slips WHERE payout_id = p.id)));
END;

-- One stage is cancelled by who approved it, while another stays (N-21); the last one goes with the whole grant.
CREATE TRIGGER payout_cancellations_are_judged BEFORE INSERT ON payout_cancellations BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.cancelled_by AND at = NEW.cancelled_at);
  SELECT RAISE(ABORT, 'request_not_open') WHERE EXISTS (SELECT 1 FROM payout_cancellations WHERE payout_id = NEW.payout_id)
    OR EXISTS (SELECT 1 FROM payouts p JOIN cancellations c ON c.grant_id = p.grant_id WHERE p.id = NEW.payout_id);
  SELECT RAISE(ABORT, 'not_your_decision') FROM payouts p JOIN grants g ON g.id = p.grant_id
    WHERE p.id = NEW.payout_id AND g.approved_by <> NEW.cancelled_by AND (
      EXISTS (SELECT 1 FROM leading_posts WHERE person_id = g.approved_by AND fund_code = g.fund_code
        AND from_at <= NEW.cancelled_at AND (until_at IS NULL OR until_at > NEW.cancelled_at))
      OR NOT EXISTS (SELECT 1 FROM leading_posts WHERE person_id = NEW.cancelled_by AND fund_code = g.fund_code
        AND from_at <= NEW.cancelled_at AND (until_at IS NULL OR until_at > NEW.cancelled_at)));
  SELECT RAISE(ABORT, 'cannot_cancel') FROM payouts p LEFT JOIN balances b
      ON b.fund_code = p.fund_code AND b.place IN ('bank.held', 'cash.held') AND b.key = p.id
    WHERE p.id = NEW.payout_id AND (b.fen IS NOT p.fen OR EXISTS (SELECT 1 FROM live_slips WHERE payout_id = p.id) OR NOT EXISTS (
      SELECT 1 FROM payouts o WHERE o.grant_id = p.grant_id AND o.id <> p.id
        AND NOT EXISTS (SELECT 1 FROM payout_cancellations WHERE payout_id = o.id)));
END;

-- F-12: cash that is held, handed out by an officer who did not approve it.
CREATE TRIGGER cash_slips_are_judged BEFORE INSERT ON cash_slips BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.handed_by AND at = NEW.handed_at);
  SELECT RAISE(ABORT, 'request_not_open') WHERE EXISTS (SELECT 1 FROM payout_cancellations WHERE payout_id = NEW.payout_id)
    OR EXISTS (SELECT 1 FROM payouts JOIN cancellations USING (grant_id) WHERE payouts.id = NEW.payout_id);
  SELECT RAISE(ABORT, 'slip_waiting') WHERE EXISTS (SELECT 1 FROM live_slips WHERE payout_id = NEW.payout_id);
  SELECT RAISE(ABORT, 'chain_stale') WHERE NEW.n <> 1 + (SELECT count(*) FROM cash_slips WHERE payout_id = NEW.payout_id);
  SELECT RAISE(ABORT, 'place_overdrawn') FROM payouts WHERE id = NEW.payout_id AND fen IS NOT (
    SELECT fen FROM balances WHERE fund_code = payouts.fund_code AND place = 'cash.held' AND key = NEW.payout_id);
  SELECT RAISE(ABORT, 'evidence_used') WHERE EXISTS (
    SELECT 1 FROM cash_slips s JOIN evidence e ON e.id = s.evidence_id
    WHERE e.sha256 = (SELECT sha256 FROM evidence WHERE id = NEW.evidence_id) AND s.payout_id <> NEW.payout_id);
  SELECT RAISE(ABORT, 'cashier_is_reviewer') FROM payouts JOIN grants ON grants.id = grant_id
    WHERE payouts.id = NEW.payout_id AND approved_by = NEW.handed_by;
  SELECT RAISE(ABORT, 'beneficiary') FROM payouts JOIN grants ON grants.id = grant_id
    WHERE payouts.id = NEW.payout_id AND (grants.person_id = NEW.handed_by OR EXISTS (
      SELECT 1 FROM gainers WHERE gainers.request_id = grants.request_id AND gainers.person_id = NEW.handed_by));
  SELECT RAISE(ABORT, 'evidence_unknown') WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE id = NEW.evidence_id AND uploaded_by = NEW.handed_by);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM payouts JOIN grants ON grants.id = grant_id JOIN posts ON posts.person_id = NEW.handed_by
    WHERE payouts.id = NEW.payout_id AND posts.township_code = grants.township_code AND kind IN ('cashier', 'caseworker')
      AND from_at <= NEW.handed_at AND (until_at IS NULL OR until_at > NEW.handed_at));
END;

-- Void only while the cash is held: by who handed it out, or by a leader (nobody can sign it any more).
CREATE TRIGGER slip_voidings_are_judged BEFORE INSERT ON slip_voidings BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.voided_by AND at = NEW.voided_at);
  SELECT RAISE(ABORT, 'slip_missing') WHERE NOT EXISTS (SELECT 1 FROM live_slips WHERE payout_id = NEW.payout_id AND n = NEW.n);
  SELECT RAISE(ABORT, 'place_overdrawn') FROM payouts WHERE id = NEW.payout_id AND fen IS NOT (
    SELECT fen FROM balances WHERE fund_code = payouts.fund_code AND place = 'cash.held' AND key = NEW.payout_id);
  SELECT RAISE(ABORT, 'post_required') FROM cash_slips s JOIN payouts p ON p.id = s.payout_id JOIN grants g ON g.id = p.grant_id
    WHERE s.payout_id = NEW.payout_id AND s.n = NEW.n AND s.handed_by <> NEW.voided_by AND NOT EXISTS (
      SELECT 1 FROM posts WHERE person_id = NEW.voided_by AND posts.township_code = g.township_code AND kind IN ('deputy_leader', 'leader')
        AND from_at <= NEW.voided_at AND (until_at IS NULL OR until_at > NEW.voided_at));
END;

-- The due day is the n-th working day after the money arrived: counted here, so that nobody can move it, nor call it
-- provisional (such a day never lapses) though the holidays are known.
CREATE TRIGGER explanation_dues_are_counted BEFORE INSERT ON explanation_dues BEGIN
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM explanation_dues WHERE payout_id = NEW.payout_id AND seq = NEW.seq);
  SELECT RAISE(ABORT, 'calendar_missing') WHERE NEW.due_on IS NOT (
    SELECT day FROM calendar_days WHERE working = 1 AND day > NEW.paid_on ORDER BY day
    LIMIT 1 OFFSET (SELECT explanation_days FROM grants WHERE id = NEW.grant_id) - 1)
    OR NEW.provisional = (SELECT min(official) FROM calendar_days WHERE day > NEW.paid_on AND day <= NEW.due_on);
  SELECT RAISE(ABORT, 'explanation_not_due') WHERE NOT EXISTS (
    SELECT 1 FROM payouts p JOIN entries e ON e.fund_code = p.fund_code AND e.seq = NEW.seq
    WHERE p.id = NEW.payout_id AND p.grant_id = NEW.grant_id AND e.payout_id = p.id AND e.event = 'paid' AND e.day = NEW.paid_on
      AND e.journal_id = NEW.journal_id);
END;

-- Whoever helps with the case may file: an officer of the township, who asked, or who asked for him.
CREATE TRIGGER filings_are_judged BEFORE INSERT ON filings BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.filed_by AND at = NEW.filed_at);
  SELECT RAISE(ABORT, 'explanation_not_owed') FROM grants WHERE id = NEW.grant_id AND track = 'standard';
  SELECT RAISE(ABORT, 'explanation_accepted') WHERE EXISTS (SELECT 1 FROM filing_acceptances WHERE grant_id = NEW.grant_id)
    AND NOT EXISTS (SELECT 1 FROM unexplained_grants WHERE grant_id = NEW.grant_id);
  SELECT RAISE(ABORT, 'chain_stale') WHERE NEW.n <> 1 + (SELECT count(*) FROM filings WHERE grant_id = NEW.grant_id);
  SELECT RAISE(ABORT, 'request_not_open') WHERE EXISTS (SELECT 1 FROM cancellations WHERE grant_id = NEW.grant_id);
  SELECT RAISE(ABORT, 'post_required') FROM grants JOIN requests ON requests.id = grants.request_id
    WHERE grants.id = NEW.grant_id AND NEW.filed_by NOT IN (requests.person_id, requests.submitted_by) AND NOT EXISTS (
      SELECT 1 FROM posts WHERE person_id = NEW.filed_by AND posts.township_code = grants.township_code
        AND kind IN ('caseworker', 'cashier', 'deputy_leader', 'leader')
        AND from_at <= NEW.filed_at AND (until_at IS NULL OR until_at > NEW.filed_at))
    AND NOT EXISTS (SELECT 1 FROM leading_posts WHERE fund_code = grants.fund_code AND person_id = NEW.filed_by AND from_at <= NEW.filed_at AND (until_at IS NULL OR until_at > NEW.filed_at));
END;

CREATE TRIGGER filing_acceptances_are_judged BEFORE INSERT ON filing_acceptances BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.accepted_by AND at = NEW.accepted_at);
  SELECT RAISE(ABORT, 'explanation_accepted') WHERE EXISTS (SELECT 1 FROM filing_acceptances WHERE grant_id = NEW.grant_id AND n = (
    SELECT max(n) FROM filings WHERE grant_id = NEW.grant_id));
  SELECT RAISE(ABORT, 'explanation_not_filed') WHERE NEW.n IS NOT (SELECT max(n) FROM filings WHERE grant_id = NEW.grant_id)
    OR EXISTS (SELECT 1 FROM filing_returns WHERE grant_id = NEW.grant_id AND n = NEW.n);
  SELECT RAISE(ABORT, 'explanation_empty') WHERE NOT EXISTS (
    SELECT 1 FROM filing_items i WHERE i.grant_id = NEW.grant_id AND i.n = NEW.n AND (i.text_id IS NOT NULL OR EXISTS (
      SELECT 1 FROM filing_photos p WHERE p.grant_id = i.grant_id AND p.n = i.n AND p.ordinal = i.ordinal)));
  SELECT RAISE(ABORT, 'explanation_not_due') WHERE NOT EXISTS (SELECT 1 FROM owing_payouts WHERE grant_id = NEW.grant_id);
  SELECT RAISE(ABORT, 'same_person') FROM filings WHERE grant_id = NEW.grant_id AND n = NEW.n AND filed_by = NEW.accepted_by;
  SELECT RAISE(ABORT, 'beneficiary') FROM grants WHERE id = NEW.grant_id AND (person_id = NEW.accepted_by OR EXISTS (
    SELECT 1 FROM gainers WHERE gainers.request_id = grants.request_id AND gainers.person_id = NEW.accepted_by));
  SELECT RAISE(ABORT, 'post_required') FROM grants WHERE id = NEW.grant_id AND NOT EXISTS (
    SELECT 1 FROM fund_posts p WHERE p.fund_code = grants.fund_code AND p.person_id = NEW.accepted_by
      AND kind IN ('caseworker', 'finance_reviewer', 'deputy_leader', 'leader')
      AND from_at <= NEW.accepted_at AND (until_at IS NULL OR until_at > NEW.accepted_at));
END;

CREATE TRIGGER filing_photos_are_judged BEFORE INSERT ON filing_photos BEGIN
  SELECT RAISE(ABORT, 'evidence_unknown') WHERE NOT EXISTS (
    SELECT 1 FROM evidence JOIN filings ON grant_id = NEW.grant_id AND n = NEW.n WHERE evidence.id = NEW.evidence_id AND uploaded_by = filed_by);
END;

CREATE TRIGGER filing_returns_are_judged BEFORE INSERT ON filing_returns BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.returned_by AND at = NEW.returned_at);
  SELECT RAISE(ABORT, 'explanation_accepted') WHERE EXISTS (SELECT 1 FROM filing_acceptances WHERE grant_id = NEW.grant_id AND n = (
    SELECT max(n) FROM filings WHERE grant_id = NEW.grant_id));
  SELECT RAISE(ABORT, 'explanation_not_filed') WHERE NEW.n IS NOT (SELECT max(n) FROM filings WHERE grant_id = NEW.grant_id)
    OR EXISTS (SELECT 1 FROM filing_returns WHERE grant_id = NEW.grant_id AND n = NEW.n);
  SELECT RAISE(ABORT, 'same_person') FROM filings WHERE grant_id = NEW.grant_id AND n = NEW.n AND filed_by = NEW.returned_by;
  SELECT RAISE(ABORT, 'post_required') FROM grants WHERE id = NEW.grant_id AND NOT EXISTS (
    SELECT 1 FROM fund_posts p WHERE p.fund_code = grants.fund_code AND p.person_id = NEW.returned_by
      AND kind IN ('caseworker', 'finance_reviewer', 'deputy_leader', 'leader')
      AND from_at <= NEW.returned_at AND (until_at IS NULL OR until_at > NEW.returned_at));
  SELECT RAISE(ABORT, 'calendar_missing') WHERE NEW.due_on IS NOT (
    SELECT day FROM calendar_days WHERE working = 1 AND day > date(NEW.returned_at, '+8 hours') ORDER BY day
    LIMIT 1 OFFSET (SELECT explanation_days FROM grants WHERE id = NEW.grant_id) - 1)
    OR NEW.provisional = (SELECT min(official) FROM calendar_days WHERE day > date(NEW.returned_at, '+8 hours') AND day <= NEW.due_on);
END;

CREATE TRIGGER grants_are_never_changed BEFORE UPDATE ON grants BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER grants_are_never_deleted BEFORE DELETE ON grants BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER payouts_are_never_changed BEFORE UPDATE ON payouts BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER payouts_are_never_deleted BEFORE DELETE ON payouts BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER cancellations_are_never_changed BEFORE UPDATE ON cancellations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER cancellations_are_never_deleted BEFORE DELETE ON cancellations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER payout_cancellations_are_never_changed BEFORE UPDATE ON payout_cancellations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER payout_cancellations_are_never_deleted BEFORE DELETE ON payout_cancellations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER slip_voidings_are_never_changed BEFORE UPDATE ON slip_voidings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER slip_voidings_are_never_deleted BEFORE DELETE ON slip_voidings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER cash_slips_are_never_changed BEFORE UPDATE ON cash_slips BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER cash_slips_are_never_deleted BEFORE DELETE ON cash_slips BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER explanation_dues_are_never_changed BEFORE UPDATE ON explanation_dues BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER explanation_dues_are_never_deleted BEFORE DELETE ON explanation_dues BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER filings_are_never_changed BEFORE UPDATE ON filings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER filings_are_never_deleted BEFORE DELETE ON filings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER filing_acceptances_are_never_changed BEFORE UPDATE ON filing_acceptances BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER filing_acceptances_are_never_deleted BEFORE DELETE ON filing_acceptances BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER filing_returns_are_never_changed BEFORE UPDATE ON filing_returns BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER filing_returns_are_never_deleted BEFORE DELETE ON filing_returns BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER grant_goods_are_never_replaced BEFORE INSERT ON grant_goods WHEN EXISTS (SELECT 1 FROM grant_goods WHERE grant_id = NEW.grant_id AND ordinal = NEW.ordinal) BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER grant_goods_are_never_changed BEFORE UPDATE ON grant_goods BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER grant_goods_are_never_deleted BEFORE DELETE ON grant_goods BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER explanations_are_never_replaced BEFORE INSERT ON explanations WHEN EXISTS (SELECT 1 FROM explanations WHERE grant_id = NEW.grant_id) BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER explanations_are_never_changed BEFORE UPDATE ON explanations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER explanations_are_never_deleted BEFORE DELETE ON explanations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER filing_items_are_never_replaced BEFORE INSERT ON filing_items
  WHEN EXISTS (SELECT 1 FROM filing_items WHERE grant_id = NEW.grant_id AND n = NEW.n AND ordinal = NEW.ordinal) BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER filing_items_are_never_changed BEFORE UPDATE ON filing_items BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER filing_items_are_never_deleted BEFORE DELETE ON filing_items BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER filing_photos_are_never_replaced BEFORE INSERT ON filing_photos
  WHEN EXISTS (SELECT 1 FROM filing_photos WHERE grant_id = NEW.grant_id AND n = NEW.n AND ordinal = NEW.ordinal AND evidence_id = NEW.evidence_id) BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER filing_photos_are_never_changed BEFORE UPDATE ON filing_photos BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER filing_photos_are_never_deleted BEFORE DELETE ON filing_photos BEGIN SELECT RAISE(ABORT, 'append_only'); END;
