-- A request and what became of it: one row per step, with who and when. A status is derived, never stored.

CREATE TABLE households (
  id TEXT PRIMARY KEY,
  township_code TEXT NOT NULL REFERENCES townships (code),
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;

-- Who lives with whom, step by step (C-07): joined at an acceptance, later joined, moved or left with a reason. The n-th step
-- of a person ends the one before; one without a household says that he left. `household_members`: who lives there now.
CREATE TABLE household_changes (
  person_id TEXT NOT NULL REFERENCES persons (id),
  n INTEGER NOT NULL CHECK (n > 0),
  household_id TEXT REFERENCES households (id) CHECK (n > 1 OR household_id IS NOT NULL),
  relation TEXT CHECK ((relation IS NULL) = (household_id IS NULL)),
  reason_text_id TEXT REFERENCES texts (id) CHECK (household_id IS NOT NULL OR reason_text_id IS NOT NULL),
  changed_by TEXT NOT NULL REFERENCES persons (id),
  changed_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (person_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX household_changes_by_household ON household_changes (household_id);
CREATE VIEW household_stays AS
SELECT c.person_id, c.household_id, c.relation, c.changed_at AS from_at,
  (SELECT changed_at FROM household_changes WHERE person_id = c.person_id AND n = c.n + 1) AS until_at, c.journal_id
FROM household_changes c WHERE c.household_id IS NOT NULL;
CREATE VIEW household_members AS
SELECT c.person_id, c.household_id, c.relation, c.journal_id FROM household_changes c
WHERE c.household_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM household_changes WHERE person_id = c.person_id AND n = c.n + 1);

CREATE TABLE requests (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  township_code TEXT NOT NULL REFERENCES townships (code),
  person_id TEXT NOT NULL REFERENCES persons (id),
  submitted_by TEXT NOT NULL REFERENCES persons (id),
  proxy_relation TEXT CHECK (proxy_relation IN ('coordinator', 'family', 'neighbour', 'unit')),
  proxy_text_id TEXT REFERENCES texts (id),
  cause_code TEXT NOT NULL,
  track TEXT NOT NULL CHECK (track IN ('small', 'urgent', 'standard')),
  asked_fen ANY CHECK (asked_fen IS NULL OR (typeof(asked_fen) = 'integer' AND asked_fen BETWEEN 1 AND 1000000000)),
  story_text_id TEXT NOT NULL REFERENCES texts (id),
  village_text_id TEXT REFERENCES texts (id),
  phone_text_id TEXT REFERENCES texts (id),
  claimed_id_text_id TEXT REFERENCES texts (id),
  commitment_version TEXT NOT NULL,
  submitted_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  CHECK (proxy_relation IS NOT NULL OR person_id = submitted_by)
) STRICT, WITHOUT ROWID;
CREATE INDEX requests_by_township ON requests (township_code, submitted_at, id);
CREATE INDEX requests_by_person ON requests (person_id, submitted_at);
CREATE INDEX requests_by_submitter ON requests (submitted_by, submitted_at);

-- A coordinator files only where his post is (N-14).
CREATE TRIGGER requests_are_filed BEFORE INSERT ON requests BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.submitted_by AND at = NEW.submitted_at);
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM requests WHERE id = NEW.id OR number = NEW.number);
  SELECT RAISE(ABORT, 'post_required') WHERE NEW.proxy_relation = 'coordinator' AND NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.submitted_by AND kind IN ('coordinator', 'grid_worker', 'caseworker')
      AND township_code = NEW.township_code AND from_at <= NEW.submitted_at
      AND (until_at IS NULL OR until_at > NEW.submitted_at));
END;
CREATE TRIGGER requests_are_never_changed BEFORE UPDATE ON requests BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER requests_are_never_deleted BEFORE DELETE ON requests BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TABLE request_photos (
  request_id TEXT NOT NULL REFERENCES requests (id),
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (request_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX request_photos_by_evidence ON request_photos (evidence_id);

-- `same_as`: the row that already had his id number, found when his paper was seen.
-- `apart`: what tells him apart from somebody alike in another household (DESIGN 3, Frequency).
CREATE TABLE acceptances (
  request_id TEXT PRIMARY KEY REFERENCES requests (id),
  household_id TEXT NOT NULL REFERENCES households (id),
  kin INTEGER NOT NULL CHECK (kin IN (0, 1)),
  kin_text_id TEXT REFERENCES texts (id) CHECK ((kin_text_id IS NULL) = (kin = 0)),
  apart_text_id TEXT REFERENCES texts (id),
  same_as TEXT REFERENCES persons (id),
  accepted_by TEXT NOT NULL REFERENCES persons (id),
  accepted_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX acceptances_by_household ON acceptances (household_id);

CREATE TABLE payees (
  id TEXT PRIMARY KEY,
  request_id TEXT NOT NULL REFERENCES requests (id),
  n INTEGER NOT NULL CHECK (n > 0),
  kind TEXT NOT NULL CHECK (kind IN ('card', 'passbook')),
  relation TEXT NOT NULL,
  authority TEXT CHECK (relation = 'self' OR authority IS NOT NULL),
  holder_cipher TEXT NOT NULL,
  bank_cipher TEXT NOT NULL,
  account_cipher TEXT NOT NULL,
  -- what was said, held for ever without saying it: a hash over a salt and the three above; without the salt nothing can be tried against it
  salt_cipher TEXT NOT NULL,
  said_hash TEXT NOT NULL CHECK (length(said_hash) = 64),
  account_index TEXT NOT NULL,
  holder_index TEXT NOT NULL,
  set_by TEXT NOT NULL REFERENCES persons (id),
  set_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  UNIQUE (request_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX payees_by_account ON payees (account_index);

CREATE TABLE refusals (
  request_id TEXT PRIMARY KEY REFERENCES requests (id),
  code TEXT NOT NULL,
  facts_text_id TEXT NOT NULL REFERENCES texts (id),
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  review_until_on TEXT NOT NULL,
  refused_by TEXT NOT NULL REFERENCES persons (id),
  refused_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  CHECK (review_until_on IS date(refused_at, '+8 hours', '+60 days'))
) STRICT, WITHOUT ROWID;

CREATE TABLE withdrawals (
  request_id TEXT PRIMARY KEY REFERENCES requests (id),
  reason_text_id TEXT REFERENCES texts (id),
  withdrawn_by TEXT NOT NULL REFERENCES persons (id),
  withdrawn_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE escalations (
  request_id TEXT PRIMARY KEY REFERENCES requests (id),
  code TEXT NOT NULL,
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  escalated_by TEXT NOT NULL REFERENCES persons (id),
  escalated_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
