-- Signatures in order, deputies with dated authority, delegation letters.

-- 委托书 (R-09, F-10): the county leader lets a township decide, up to a ceiling, for a time. Of two the later one holds.
CREATE TABLE delegation_letters (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  township_code TEXT NOT NULL REFERENCES townships (code),
  ceiling_fen ANY NOT NULL CHECK (typeof(ceiling_fen) = 'integer' AND ceiling_fen BETWEEN 1 AND 1000000000),
  from_on TEXT NOT NULL CHECK (date(from_on, '+0 day') IS from_on),
  until_on TEXT NOT NULL CHECK (date(until_on, '+0 day') IS until_on AND until_on >= from_on),
  signed_by TEXT NOT NULL REFERENCES persons (id),
  signed_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX delegation_letters_by_township ON delegation_letters (township_code, signed_at);
CREATE TABLE letter_revocations (
  letter_id TEXT PRIMARY KEY REFERENCES delegation_letters (id),
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  revoked_by TEXT NOT NULL REFERENCES persons (id),
  revoked_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;

CREATE VIEW live_letters AS
SELECT * FROM delegation_letters l WHERE NOT EXISTS (SELECT 1 FROM letter_revocations WHERE letter_id = l.id);

CREATE TRIGGER delegation_letters_are_judged BEFORE INSERT ON delegation_letters BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.signed_by AND at = NEW.signed_at);
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM delegation_letters WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'letter_number_used') WHERE EXISTS (SELECT 1 FROM delegation_letters WHERE number = NEW.number);
  SELECT RAISE(ABORT, 'township_unknown') WHERE NOT EXISTS (SELECT 1 FROM townships WHERE code = NEW.township_code);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.signed_by AND kind = 'county_leader' AND from_at <= NEW.signed_at
      AND (until_at IS NULL OR until_at > NEW.signed_at));
END;
CREATE TRIGGER letter_revocations_are_judged BEFORE INSERT ON letter_revocations BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.revoked_by AND at = NEW.revoked_at);
  SELECT RAISE(ABORT, 'letter_revoked') WHERE EXISTS (SELECT 1 FROM letter_revocations WHERE letter_id = NEW.letter_id);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.revoked_by AND kind = 'county_leader' AND from_at <= NEW.revoked_at
      AND (until_at IS NULL OR until_at > NEW.revoked_at));
END;
CREATE TRIGGER delegation_letters_are_never_changed BEFORE UPDATE ON delegation_letters BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER delegation_letters_are_never_deleted BEFORE DELETE ON delegation_letters BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER letter_revocations_are_never_changed BEFORE UPDATE ON letter_revocations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER letter_revocations_are_never_deleted BEFORE DELETE ON letter_revocations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
