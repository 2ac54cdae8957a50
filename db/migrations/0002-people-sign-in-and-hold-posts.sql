-- Personal data is ciphertext (`..._cipher`, AES-256-GCM with key id) and found by keyed blind index (`..._index`).
-- These rows may be updated and emptied; nothing append-only holds a name or a number (PIPL 19, 47; D-11).

CREATE TABLE persons (
  id TEXT PRIMARY KEY,
  openid_index TEXT UNIQUE,
  -- every index lies beside what it was made from: so it can be made again when the keys change
  openid_cipher TEXT,
  name_cipher TEXT,
  name_place_cipher TEXT,
  name_index TEXT,
  holder_index TEXT,
  -- of the name in its village without one of its characters, one for each: names that differ in one meet there
  near_indexes TEXT CHECK (near_indexes IS NULL OR json_valid(near_indexes)),
  phone_cipher TEXT,
  phone_index TEXT,
  id_number_cipher TEXT,
  id_number_index TEXT UNIQUE,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX persons_by_name ON persons (name_index) WHERE name_index IS NOT NULL;
CREATE INDEX persons_by_phone ON persons (phone_index) WHERE phone_index IS NOT NULL;

-- `persons.near_indexes`, one a row, kept by the triggers.
CREATE TABLE near_names (
  near_index TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES persons (id),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (near_index, person_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER persons_have_near_names AFTER INSERT ON persons WHEN NEW.near_indexes IS NOT NULL BEGIN
  INSERT INTO near_names (near_index, person_id, journal_id) SELECT value, NEW.id, NEW.journal_id FROM json_each(NEW.near_indexes);
END;
CREATE TRIGGER persons_change_near_names AFTER UPDATE OF near_indexes ON persons WHEN NEW.near_indexes IS NOT OLD.near_indexes BEGIN
  DELETE FROM near_names WHERE person_id = NEW.id AND near_index IN (SELECT value FROM json_each(OLD.near_indexes));
  INSERT INTO near_names (near_index, person_id, journal_id) SELECT value, NEW.id, NEW.journal_id FROM json_each(NEW.near_indexes);
END;

-- Free words (a story, a reason): ciphertext that append-only rows point at.
CREATE TABLE texts (
  id TEXT PRIMARY KEY,
  cipher TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;

-- 岗位. `township_code` is null for a post of the county. A post ends, it is never taken back.
CREATE TABLE posts (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES persons (id),
  kind TEXT NOT NULL CHECK (kind IN (
    'grid_worker', 'coordinator', 'caseworker', 'finance_reviewer', 'cashier', 'deputy_leader', 'leader',
    'county_leader', 'county_assistance', 'county_finance', 'auditor', 'system_admin', 'security_admin', 'audit_admin')),
  township_code TEXT REFERENCES townships (code),
  from_at TEXT NOT NULL,
  until_at TEXT CHECK (until_at >= from_at),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  CHECK ((township_code IS NULL) = (kind IN (
    'county_leader', 'county_assistance', 'county_finance', 'auditor', 'system_admin', 'security_admin', 'audit_admin')))
) STRICT, WITHOUT ROWID;
CREATE INDEX posts_by_person ON posts (person_id, kind, township_code);
CREATE TRIGGER posts_only_end BEFORE UPDATE ON posts
  WHEN OLD.until_at IS NOT NULL OR NEW.until_at IS NULL OR NEW.id IS NOT OLD.id OR NEW.person_id IS NOT OLD.person_id
    OR NEW.kind IS NOT OLD.kind OR NEW.township_code IS NOT OLD.township_code OR NEW.from_at IS NOT OLD.from_at
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
-- A post does not end before what was done in it: else yesterday's rightful act would be nobody's today.
CREATE TRIGGER posts_end_after_their_acts BEFORE UPDATE ON posts
  WHEN NEW.until_at < (SELECT max(at) FROM journal WHERE person_id = OLD.person_id)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER posts_are_never_deleted BEFORE DELETE ON posts BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER posts_are_never_replaced BEFORE INSERT ON posts
  WHEN EXISTS (SELECT 1 FROM posts WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- Opaque sessions: only the token's SHA-256 is kept. `id` names one to a person; `last_seen_at` is coarse (a minute).
CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES persons (id),
  surface TEXT NOT NULL CHECK (surface IN ('phone', 'desk')),
  device TEXT,
  created_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL CHECK (last_seen_at >= created_at),
  expires_at TEXT NOT NULL CHECK (expires_at > created_at),
  ended_at TEXT,
  -- When the person last gave the PIN here, or went on working within a quarter of an hour of that (D-08).
  second_at TEXT,
  -- The desk's ask that a phone confirmed (0018): one session each.
  desk_ask_id TEXT UNIQUE REFERENCES desk_asks (id),
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;

-- One row per Idempotency-Key of a person, for ever: the body's HMAC and the answer, which holds no personal data.
CREATE TABLE receipts (
  person_id TEXT NOT NULL REFERENCES persons (id),
  key TEXT NOT NULL CHECK (length(key) BETWEEN 8 AND 255),
  body_mac TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (json_valid(answer)),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (person_id, key)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER receipts_are_never_replaced BEFORE INSERT ON receipts
  WHEN EXISTS (SELECT 1 FROM receipts WHERE person_id = NEW.person_id AND key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'key_reused'); END;
CREATE TRIGGER receipts_are_never_changed BEFORE UPDATE ON receipts BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER receipts_are_never_deleted BEFORE DELETE ON receipts BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  type TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/webp')),
  bytes INTEGER NOT NULL CHECK (bytes BETWEEN 1 AND 5242880),
  uploaded_by TEXT NOT NULL REFERENCES persons (id),
  uploaded_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER evidence_is_uploaded BEFORE INSERT ON evidence BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.uploaded_by AND at = NEW.uploaded_at);
END;
CREATE TRIGGER evidence_is_never_replaced BEFORE INSERT ON evidence
  WHEN EXISTS (SELECT 1 FROM evidence WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER evidence_is_never_changed BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER evidence_is_never_deleted BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'append_only'); END;
