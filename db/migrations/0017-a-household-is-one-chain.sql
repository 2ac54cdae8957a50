-- 一户一条救助链 (C-07): changes of households, other programmes' aid, exceptions.

-- The rows of the person of a request: his own, and the one that already had his id number.
CREATE VIEW request_people AS
SELECT id AS request_id, person_id FROM requests UNION ALL SELECT request_id, same_as FROM acceptances WHERE same_as IS NOT NULL;

-- Who gains of a request, at that instant and since a year before it: the person, who lived with him meanwhile, and the
-- household that it was accepted into. Nobody escapes by moving out the day before (A-12, R-11).
CREATE VIEW gainers AS
SELECT request_id, person_id FROM request_people
UNION ALL
SELECT a.request_id, s.person_id FROM acceptances a JOIN requests r ON r.id = a.request_id JOIN household_stays s ON s.household_id = a.household_id
WHERE s.until_at IS NULL OR s.until_at > strftime('%Y-%m-%dT%H:%M:%fZ', r.submitted_at, '-1 year')
UNION ALL
SELECT r.id, t.person_id FROM requests r JOIN request_people q ON q.request_id = r.id JOIN household_stays s ON s.person_id = q.person_id
JOIN household_stays t ON t.household_id = s.household_id
WHERE (t.until_at IS NULL OR t.until_at > max(s.from_at, strftime('%Y-%m-%dT%H:%M:%fZ', r.submitted_at, '-1 year')))
  AND (s.until_at IS NULL OR s.until_at > max(t.from_at, strftime('%Y-%m-%dT%H:%M:%fZ', r.submitted_at, '-1 year')));

-- The household that a request is judged by: the one it was accepted into, before that the person's own.
CREATE VIEW request_households AS
SELECT r.id AS request_id, r.person_id, coalesce((SELECT household_id FROM acceptances WHERE request_id = r.id),
  (SELECT household_id FROM household_members WHERE person_id = r.person_id)) AS household_id
FROM requests r;

-- What counts against a request (N-32): grants of its household, of a household that the person lived in when they were
-- made, and of who has moved in since. Those that came back whole do not count.
CREATE VIEW counted_grants AS
SELECT x.*, g.year, g.cause_code FROM (
  SELECT h.request_id, g.id AS grant_id FROM request_households h JOIN grants g ON g.household_id = h.household_id
  UNION
  SELECT q.request_id, g.id FROM request_people q JOIN household_stays s ON s.person_id = q.person_id JOIN grants g ON g.household_id = s.household_id
    AND g.granted_at >= s.from_at AND (s.until_at IS NULL OR g.granted_at < s.until_at)
  UNION
  SELECT h.request_id, g.id FROM request_households h JOIN household_members m ON m.household_id = h.household_id JOIN grants g ON g.person_id = m.person_id
) x JOIN grants g ON g.id = x.grant_id WHERE NOT EXISTS (SELECT 1 FROM returned_grants WHERE grant_id = x.grant_id);

-- A step without a reason is part of an acceptance: of who lives in no household yet. With one it is the caseworker's of
-- the township that he leaves or comes to, who changes nothing of his own household (A-12).
CREATE TRIGGER household_changes_are_judged BEFORE INSERT ON household_changes BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.changed_by AND at = NEW.changed_at);
  SELECT RAISE(ABORT, 'household_elsewhere') WHERE NEW.reason_text_id IS NULL
    AND EXISTS (SELECT 1 FROM household_members WHERE person_id = NEW.person_id);
  SELECT RAISE(ABORT, 'chain_stale') WHERE NEW.n <> 1 + (SELECT count(*) FROM household_changes WHERE person_id = NEW.person_id);
  SELECT RAISE(ABORT, 'household_same') WHERE NEW.household_id IS (SELECT household_id FROM household_changes WHERE person_id = NEW.person_id AND n = NEW.n - 1)
    AND NEW.n > 1;
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.changed_by AND kind IN ('caseworker', 'county_assistance') AND from_at <= NEW.changed_at AND (until_at IS NULL OR until_at > NEW.changed_at)
      AND (NEW.reason_text_id IS NULL OR township_code IN (SELECT township_code FROM households WHERE id IN (NEW.household_id, (
        SELECT household_id FROM household_members WHERE person_id = NEW.person_id)))));
  SELECT RAISE(ABORT, 'beneficiary') WHERE NEW.reason_text_id IS NOT NULL AND (NEW.person_id = NEW.changed_by OR EXISTS (
    SELECT 1 FROM household_members mine WHERE mine.person_id = NEW.changed_by AND mine.household_id IN (NEW.household_id, (
      SELECT household_id FROM household_members WHERE person_id = NEW.person_id))));
END;
CREATE TRIGGER household_changes_are_never_changed BEFORE UPDATE ON household_changes BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER household_changes_are_never_deleted BEFORE DELETE ON household_changes BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- An exception to how often (N-32) or to how many share an account (N-42), asked for one request by its township with a
-- reason. The county consents or not; that a household is still in need in a new year the township says itself.
CREATE TABLE exceptions (
  request_id TEXT NOT NULL REFERENCES requests (id),
  n INTEGER NOT NULL CHECK (n > 0),
  code TEXT NOT NULL CHECK (code IN ('RECURRENT_INFECTION', 'EPIDEMIC', 'OTHER_HARDSHIP', 'STILL_IN_NEED', 'SHARED_PAYEE')),
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  asked_by TEXT NOT NULL REFERENCES persons (id),
  asked_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (request_id, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE exception_answers (
  request_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  consent INTEGER NOT NULL CHECK (consent IN (0, 1)),
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  answered_by TEXT NOT NULL REFERENCES persons (id),
  answered_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (request_id, n),
  FOREIGN KEY (request_id, n) REFERENCES exceptions (request_id, n)
) STRICT, WITHOUT ROWID;
CREATE VIEW standing_exceptions AS
SELECT e.* FROM exceptions e WHERE e.code = 'STILL_IN_NEED'
  OR EXISTS (SELECT 1 FROM exception_answers WHERE request_id = e.request_id AND n = e.n AND consent = 1);

CREATE TRIGGER exceptions_are_judged BEFORE INSERT ON exceptions BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.asked_by AND at = NEW.asked_at);
  SELECT RAISE(ABORT, 'chain_stale') WHERE NEW.n <> 1 + (SELECT count(*) FROM exceptions WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'request_not_open') WHERE EXISTS (SELECT 1 FROM refusals WHERE request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM withdrawals WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'county_turn') WHERE EXISTS (SELECT 1 FROM open_escalations WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'request_not_accepted') WHERE NOT EXISTS (SELECT 1 FROM acceptances WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'already_granted') WHERE EXISTS (SELECT 1 FROM grants WHERE request_id = NEW.request_id
    AND NOT EXISTS (SELECT 1 FROM cancellations WHERE grant_id = grants.id));
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.asked_by AND kind IN ('caseworker', 'deputy_leader', 'leader')
      AND township_code = (SELECT township_code FROM requests WHERE id = NEW.request_id) AND from_at <= NEW.asked_at AND (until_at IS NULL OR until_at > NEW.asked_at));
  SELECT RAISE(ABORT, 'beneficiary') FROM gainers WHERE request_id = NEW.request_id AND person_id = NEW.asked_by;
  SELECT RAISE(ABORT, 'exception_asked') WHERE EXISTS (SELECT 1 FROM exceptions e WHERE e.request_id = NEW.request_id AND e.code = NEW.code
    AND NOT EXISTS (SELECT 1 FROM exception_answers WHERE request_id = e.request_id AND n = e.n AND consent = 0));
END;
CREATE TRIGGER exception_answers_are_judged BEFORE INSERT ON exception_answers BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.answered_by AND at = NEW.answered_at);
  SELECT RAISE(ABORT, 'exception_answered') WHERE EXISTS (SELECT 1 FROM exception_answers WHERE request_id = NEW.request_id AND n = NEW.n)
    OR NOT EXISTS (SELECT 1 FROM exceptions WHERE request_id = NEW.request_id AND n = NEW.n AND code <> 'STILL_IN_NEED');
  SELECT RAISE(ABORT, 'request_not_open') WHERE EXISTS (SELECT 1 FROM refusals WHERE request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM withdrawals WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.answered_by AND kind = 'county_assistance'
      AND from_at <= NEW.answered_at AND (until_at IS NULL OR until_at > NEW.answered_at));
  SELECT RAISE(ABORT, 'beneficiary') FROM gainers WHERE request_id = NEW.request_id AND person_id = NEW.answered_by;
  SELECT RAISE(ABORT, 'same_person') FROM exceptions WHERE request_id = NEW.request_id AND n = NEW.n AND asked_by = NEW.answered_by;
END;
CREATE TRIGGER exceptions_are_never_changed BEFORE UPDATE ON exceptions BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER exceptions_are_never_deleted BEFORE DELETE ON exceptions BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER exception_answers_are_never_changed BEFORE UPDATE ON exception_answers BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER exception_answers_are_never_deleted BEFORE DELETE ON exception_answers BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- What another programme gives (C-05), entered by hand on the household's chain: a sum once, or a standing (低保, 特困, …)
-- for at most a year. Nothing is changed: a wrong row is withdrawn by its mirror row.
CREATE TABLE other_aid (
  id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL REFERENCES households (id),
  program TEXT NOT NULL CHECK (program IN ('DIBAO', 'TEKUN', 'DIBAO_EDGE', 'RIGID_SPENDING', 'RELAPSE_WATCH', 'MEDICAL_AID', 'EDUCATION_AID', 'HOUSING_AID',
    'JOB_AID', 'DISASTER_AID', 'DISABLED_AID', 'JUDICIAL_AID', 'ORPHAN_AID', 'CHARITY', 'OTHER_AID')),
  fen ANY CHECK (fen IS NULL OR (typeof(fen) = 'integer' AND fen BETWEEN 1 AND 1000000000)),
  from_on TEXT NOT NULL CHECK (date(from_on, '+0 day') IS from_on),
  until_on TEXT CHECK (until_on IS NULL OR (date(until_on, '+0 day') IS until_on AND until_on BETWEEN from_on AND date(from_on, '+1 year'))),
  words_text_id TEXT NOT NULL REFERENCES texts (id),
  undoes TEXT REFERENCES other_aid (id),
  entered_by TEXT NOT NULL REFERENCES persons (id),
  entered_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  CHECK ((program IN ('DIBAO', 'TEKUN', 'DIBAO_EDGE', 'RIGID_SPENDING', 'RELAPSE_WATCH')) = (until_on IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX other_aid_by_household ON other_aid (household_id);
CREATE UNIQUE INDEX other_aid_withdrawn_once ON other_aid (undoes) WHERE undoes IS NOT NULL;
CREATE VIEW live_other_aid AS
SELECT a.* FROM other_aid a WHERE a.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM other_aid u WHERE u.undoes = a.id);

-- By a caseworker where the household is, or has a case; never of his own (A-12).
CREATE TRIGGER other_aid_is_judged BEFORE INSERT ON other_aid BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.entered_by AND at = NEW.entered_at)
      OR EXISTS (SELECT 1 FROM other_aid WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'aid_withdrawn') WHERE NEW.undoes IS NOT NULL AND NOT EXISTS (SELECT 1 FROM live_other_aid a WHERE a.id = NEW.undoes
    AND a.household_id = NEW.household_id AND a.program = NEW.program AND a.fen IS NEW.fen AND a.from_on = NEW.from_on AND a.until_on IS NEW.until_on);
  SELECT RAISE(ABORT, 'aid_later') WHERE NEW.from_on > date(NEW.entered_at, '+8 hours');
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.entered_by AND kind = 'caseworker' AND from_at <= NEW.entered_at AND (until_at IS NULL OR until_at > NEW.entered_at)
      AND township_code IN (SELECT township_code FROM households WHERE id = NEW.household_id
        UNION SELECT r.township_code FROM acceptances a JOIN requests r ON r.id = a.request_id WHERE a.household_id = NEW.household_id));
  SELECT RAISE(ABORT, 'beneficiary') FROM household_members WHERE household_id = NEW.household_id AND person_id = NEW.entered_by;
END;
CREATE TRIGGER other_aid_is_never_changed BEFORE UPDATE ON other_aid BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER other_aid_is_never_deleted BEFORE DELETE ON other_aid BEGIN SELECT RAISE(ABORT, 'append_only'); END;
