-- Consent, notice, reveals, erasure and keys (PIPL 13-19, 28-31, 45-47).

-- A full value is one officer's look at one field of one person, for one case and with a reason (D-11). The value never lies here.
CREATE TABLE reveals (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES persons (id),
  request_id TEXT NOT NULL REFERENCES requests (id),
  field TEXT NOT NULL CHECK (field IN ('name', 'phone', 'idNumber', 'account')),
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  revealed_by TEXT NOT NULL REFERENCES persons (id),
  revealed_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reveals_by_officer ON reveals (revealed_by, revealed_at);
CREATE INDEX reveals_by_person ON reveals (person_id, revealed_at);

-- A leader, or the county's audit administrator, looked at what an officer had looked at; his day's count begins anew.
CREATE TABLE reveal_reviews (
  id TEXT PRIMARY KEY,
  officer_id TEXT NOT NULL REFERENCES persons (id),
  reviewed_by TEXT NOT NULL REFERENCES persons (id),
  reviewed_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reveal_reviews_by_officer ON reveal_reviews (officer_id, reviewed_at);

-- Where a person's case is, who handles it, and how often: administrators and who only looks on see nothing in full (D-08).
CREATE TRIGGER reveals_are_judged BEFORE INSERT ON reveals BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.revealed_by AND at = NEW.revealed_at)
      OR EXISTS (SELECT 1 FROM reveals WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'not_found') WHERE NOT EXISTS (SELECT 1 FROM requests WHERE id = NEW.request_id AND person_id = NEW.person_id);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.revealed_by
      AND kind IN ('caseworker', 'finance_reviewer', 'cashier', 'deputy_leader', 'leader', 'county_assistance')
      AND (township_code IS NULL OR township_code = (SELECT township_code FROM requests WHERE id = NEW.request_id))
      AND from_at <= NEW.revealed_at AND (until_at IS NULL OR until_at > NEW.revealed_at));
  SELECT RAISE(ABORT, 'reveal_limit') WHERE 30 <= (
    SELECT count(*) FROM reveals WHERE revealed_by = NEW.revealed_by
      AND revealed_at >= strftime('%Y-%m-%dT%H:%M:%fZ', date(NEW.revealed_at, '+8 hours'), '-8 hours')
      AND revealed_at >= coalesce((SELECT max(reviewed_at) FROM reveal_reviews WHERE officer_id = NEW.revealed_by), ''));
END;
CREATE TRIGGER reveals_are_never_changed BEFORE UPDATE ON reveals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER reveals_are_never_deleted BEFORE DELETE ON reveals BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER reveal_reviews_are_judged BEFORE INSERT ON reveal_reviews BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.reviewed_by AND at = NEW.reviewed_at)
      OR EXISTS (SELECT 1 FROM reveal_reviews WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'second_person_required') WHERE NEW.officer_id = NEW.reviewed_by;
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts p WHERE p.person_id = NEW.reviewed_by AND p.from_at <= NEW.reviewed_at AND (p.until_at IS NULL OR p.until_at > NEW.reviewed_at)
      AND (p.kind = 'audit_admin' OR p.kind = 'leader' AND EXISTS (
        SELECT 1 FROM posts o WHERE o.person_id = NEW.officer_id AND o.township_code = p.township_code)));
END;
CREATE TRIGGER reveal_reviews_are_never_changed BEFORE UPDATE ON reveal_reviews BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER reveal_reviews_are_never_deleted BEFORE DELETE ON reveal_reviews BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- The field keys change: everything sealed is sealed anew, in batches. Until the end is written nobody else writes a row.
CREATE TABLE rekeyings (
  id TEXT PRIMARY KEY,
  to_key TEXT NOT NULL,
  began_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE rekeying_ends (
  rekeying_id TEXT PRIMARY KEY REFERENCES rekeyings (id),
  rows INTEGER NOT NULL CHECK (rows >= 0),
  photos INTEGER NOT NULL CHECK (photos >= 0),
  ended_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER journal_waits_for_the_keys BEFORE INSERT ON journal
  WHEN NEW.action <> 'privacy.rekey'
    AND EXISTS (SELECT 1 FROM rekeyings r WHERE NOT EXISTS (SELECT 1 FROM rekeying_ends e WHERE e.rekeying_id = r.id))
BEGIN SELECT RAISE(ABORT, 'behind'); END;
CREATE TRIGGER rekeyings_are_judged BEFORE INSERT ON rekeyings BEGIN
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM rekeyings WHERE id = NEW.id)
    OR NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND at = NEW.began_at AND person_id IS NULL AND action = 'privacy.rekey');
  -- one change of keys at a time
  SELECT RAISE(ABORT, 'behind')
    WHERE EXISTS (SELECT 1 FROM rekeyings r WHERE NOT EXISTS (SELECT 1 FROM rekeying_ends e WHERE e.rekeying_id = r.id));
END;
CREATE TRIGGER rekeyings_are_never_changed BEFORE UPDATE ON rekeyings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER rekeyings_are_never_deleted BEFORE DELETE ON rekeyings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
-- The end is not written while anything is left that another key opens.
CREATE TRIGGER rekeying_ends_are_judged BEFORE INSERT ON rekeying_ends BEGIN
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM rekeying_ends WHERE rekeying_id = NEW.rekeying_id)
    OR NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND at = NEW.ended_at AND person_id IS NULL AND action = 'privacy.rekey');
  SELECT RAISE(ABORT, 'behind') FROM rekeyings r WHERE r.id = NEW.rekeying_id AND (
    EXISTS (SELECT 1 FROM texts WHERE cipher <> '' AND substr(cipher, 1, instr(cipher, ':') - 1) <> r.to_key)
    OR EXISTS (SELECT 1 FROM pins WHERE substr(hash_cipher, 1, instr(hash_cipher, ':') - 1) <> r.to_key)
    OR EXISTS (SELECT 1 FROM payees WHERE account_cipher <> '' AND substr(account_cipher, 1, instr(account_cipher, ':') - 1) <> r.to_key
      OR holder_cipher <> '' AND substr(holder_cipher, 1, instr(holder_cipher, ':') - 1) <> r.to_key
      OR bank_cipher <> '' AND substr(bank_cipher, 1, instr(bank_cipher, ':') - 1) <> r.to_key
      OR salt_cipher <> '' AND substr(salt_cipher, 1, instr(salt_cipher, ':') - 1) <> r.to_key)
    OR EXISTS (SELECT 1 FROM persons WHERE
      substr(name_cipher, 1, instr(name_cipher, ':') - 1) <> r.to_key OR substr(phone_cipher, 1, instr(phone_cipher, ':') - 1) <> r.to_key
      OR substr(id_number_cipher, 1, instr(id_number_cipher, ':') - 1) <> r.to_key
      OR substr(name_place_cipher, 1, instr(name_place_cipher, ':') - 1) <> r.to_key
      OR substr(openid_cipher, 1, instr(openid_cipher, ':') - 1) <> r.to_key OR openid_index IS NOT NULL AND openid_cipher IS NULL));
END;
CREATE TRIGGER rekeying_ends_are_never_changed BEFORE UPDATE ON rekeying_ends BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER rekeying_ends_are_never_deleted BEFORE DELETE ON rekeying_ends BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- What people are told, by kind and version; `text_hash` says which words those were. A new text is a new row.
CREATE TABLE notices (
  kind TEXT NOT NULL CHECK (kind IN ('privacy', 'sensitive', 'guardian')),
  version TEXT NOT NULL,
  text_hash TEXT NOT NULL CHECK (length(text_hash) = 64),
  PRIMARY KEY (kind, version)
) STRICT, WITHOUT ROWID;
INSERT INTO notices (kind, version, text_hash) VALUES
  ('privacy', '2026-11', 'd6ed5d0db3e14bbe32f3e59ea3bf145b37526ab2e4b019811cbce367f1d6f85d'),
  ('sensitive', '2026-11', '9511aaf0ab82647068c691cadbf832598b77b0ced81a7d7832a94a25a1f160ee'),
  ('guardian', '2026-11', '3547273d94a7500989959836b7171fd74d2b85612ef561444211f36c92277817');
CREATE TRIGGER notices_are_never_changed BEFORE UPDATE ON notices BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER notices_are_never_deleted BEFORE DELETE ON notices BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER notices_are_complete BEFORE INSERT ON notices BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- Who was told what and agreed, by whom it was written down. In an emergency nobody was yet: help does not wait, the notice is owed (PIPL 13, 18).
CREATE TABLE consents (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES persons (id),
  kind TEXT NOT NULL,
  version TEXT NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('consent', 'emergency')),
  giver TEXT NOT NULL CHECK (giver IN ('self', 'guardian', 'none')),
  recorded_by TEXT NOT NULL REFERENCES persons (id),
  given_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  FOREIGN KEY (kind, version) REFERENCES notices (kind, version),
  CHECK ((basis = 'emergency') = (giver = 'none'))
) STRICT, WITHOUT ROWID;
CREATE INDEX consents_by_person ON consents (person_id, kind, given_at);
CREATE TABLE consent_withdrawals (
  consent_id TEXT PRIMARY KEY REFERENCES consents (id),
  withdrawn_by TEXT NOT NULL REFERENCES persons (id),
  withdrawn_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;

-- His own tick; a guardian's, written down by who filed; or told face to face by the caseworker of a township where he asked.
CREATE TRIGGER consents_are_judged BEFORE INSERT ON consents BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.recorded_by AND at = NEW.given_at)
      OR EXISTS (SELECT 1 FROM consents WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT (NEW.giver IN ('self', 'none') AND NEW.recorded_by = NEW.person_id)
    AND NOT (NEW.giver IN ('guardian', 'none') AND EXISTS (SELECT 1 FROM requests WHERE person_id = NEW.person_id AND submitted_by = NEW.recorded_by))
    AND NOT (NEW.giver <> 'none' AND EXISTS (
      SELECT 1 FROM posts p JOIN requests r ON r.township_code = p.township_code
      WHERE p.person_id = NEW.recorded_by AND p.kind = 'caseworker' AND r.person_id = NEW.person_id
        AND p.from_at <= NEW.given_at AND (p.until_at IS NULL OR p.until_at > NEW.given_at)));
END;
CREATE TRIGGER consents_are_never_changed BEFORE UPDATE ON consents BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER consents_are_never_deleted BEFORE DELETE ON consents BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- A consent is his to take back (PIPL 15); what was done before stays lawful, and so does the office's duty.
CREATE TRIGGER consent_withdrawals_are_judged BEFORE INSERT ON consent_withdrawals BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.withdrawn_by AND at = NEW.withdrawn_at);
  SELECT RAISE(ABORT, 'not_found') WHERE NOT EXISTS (
    SELECT 1 FROM consents WHERE id = NEW.consent_id AND person_id = NEW.withdrawn_by AND basis = 'consent' AND kind = 'sensitive');
  SELECT RAISE(ABORT, 'consent_withdrawn') WHERE EXISTS (SELECT 1 FROM consent_withdrawals WHERE consent_id = NEW.consent_id);
END;
CREATE TRIGGER consent_withdrawals_are_never_changed BEFORE UPDATE ON consent_withdrawals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER consent_withdrawals_are_never_deleted BEFORE DELETE ON consent_withdrawals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
