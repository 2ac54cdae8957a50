-- What the township may not decide: the county's own fund and decisions (N-20).

-- 县救助股 proposes, the county leader confirms; the last proposal counts. Above the county's cap it needs the minutes of 一事一议.
CREATE TABLE county_proposals (
  request_id TEXT NOT NULL REFERENCES requests (id),
  n INTEGER NOT NULL CHECK (n > 0),
  track TEXT NOT NULL CHECK (track IN ('small', 'urgent')),
  fen ANY NOT NULL CHECK (typeof(fen) = 'integer' AND fen BETWEEN 1 AND 1000000000),
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  minutes_text_id TEXT REFERENCES texts (id),
  minutes_evidence_id TEXT REFERENCES evidence (id) CHECK ((minutes_evidence_id IS NULL) = (minutes_text_id IS NULL)),
  proposed_by TEXT NOT NULL REFERENCES persons (id),
  proposed_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (request_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX county_proposals_by_evidence ON county_proposals (minutes_evidence_id) WHERE minutes_evidence_id IS NOT NULL;

-- Back to the township, once, with a reason: after a top-up, or because the township may decide it.
CREATE TABLE hand_backs (
  request_id TEXT PRIMARY KEY REFERENCES requests (id),
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  handed_back_by TEXT NOT NULL REFERENCES persons (id),
  handed_back_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;

CREATE VIEW open_escalations AS
SELECT * FROM escalations e WHERE NOT EXISTS (SELECT 1 FROM hand_backs WHERE request_id = e.request_id);

CREATE TRIGGER county_proposals_are_judged BEFORE INSERT ON county_proposals BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.proposed_by AND at = NEW.proposed_at);
  SELECT RAISE(ABORT, 'chain_stale') WHERE NEW.n <> 1 + (SELECT count(*) FROM county_proposals WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'request_not_open') WHERE EXISTS (SELECT 1 FROM refusals WHERE request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM withdrawals WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'not_escalated') WHERE NOT EXISTS (SELECT 1 FROM open_escalations WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'request_not_accepted') WHERE NOT EXISTS (SELECT 1 FROM acceptances WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'already_granted') WHERE EXISTS (SELECT 1 FROM grants WHERE request_id = NEW.request_id
    AND NOT EXISTS (SELECT 1 FROM cancellations WHERE grant_id = grants.id));
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.proposed_by AND kind = 'county_assistance'
      AND from_at <= NEW.proposed_at AND (until_at IS NULL OR until_at > NEW.proposed_at));
  SELECT RAISE(ABORT, 'beneficiary') FROM gainers WHERE request_id = NEW.request_id AND person_id = NEW.proposed_by;
  SELECT RAISE(ABORT, 'public_notice_needed') FROM requests WHERE id = NEW.request_id
    AND cause_code IN ('MEDICAL', 'EDUCATION', 'CARE', 'DISABILITY', 'HOUSING', 'BASIC_COST');
  SELECT CASE
      WHEN NEW.track = 'small' AND NEW.fen > p.small_cap_fen * iif(p.small_basis = 'per_person', max(1, (
          SELECT count(*) FROM household_members WHERE household_id = (
            SELECT household_id FROM acceptances WHERE request_id = NEW.request_id))), 1)
        THEN RAISE(ABORT, 'small_cap')
      WHEN NEW.fen > p.county_cap_times * p.dibao_fen AND NEW.minutes_evidence_id IS NULL THEN RAISE(ABORT, 'minutes_needed')
    END FROM policies p WHERE p.version = (
      SELECT version FROM policies WHERE from_on <= date(NEW.proposed_at, '+8 hours') ORDER BY from_on DESC, version DESC LIMIT 1);
  SELECT RAISE(ABORT, 'evidence_unknown') WHERE NEW.minutes_evidence_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM evidence WHERE id = NEW.minutes_evidence_id AND uploaded_by = NEW.proposed_by);
END;

-- A relative's case is never the township's (R-11): it does not go back.
CREATE TRIGGER hand_backs_are_judged BEFORE INSERT ON hand_backs BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.handed_back_by AND at = NEW.handed_back_at);
  SELECT RAISE(ABORT, 'request_not_open') WHERE EXISTS (SELECT 1 FROM refusals WHERE request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM withdrawals WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'not_escalated') WHERE NOT EXISTS (SELECT 1 FROM open_escalations WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'already_granted') WHERE EXISTS (SELECT 1 FROM grants WHERE request_id = NEW.request_id
    AND NOT EXISTS (SELECT 1 FROM cancellations WHERE grant_id = grants.id));
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.handed_back_by AND kind IN ('county_assistance', 'county_leader')
      AND from_at <= NEW.handed_back_at AND (until_at IS NULL OR until_at > NEW.handed_back_at));
  SELECT RAISE(ABORT, 'beneficiary') FROM gainers WHERE request_id = NEW.request_id AND person_id = NEW.handed_back_by;
  SELECT RAISE(ABORT, 'kin_needs_county') FROM acceptances WHERE request_id = NEW.request_id AND kin = 1;
END;
CREATE TRIGGER county_proposals_are_never_changed BEFORE UPDATE ON county_proposals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER county_proposals_are_never_deleted BEFORE DELETE ON county_proposals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER hand_backs_are_never_changed BEFORE UPDATE ON hand_backs BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER hand_backs_are_never_deleted BEFORE DELETE ON hand_backs BEGIN SELECT RAISE(ABORT, 'append_only'); END;
