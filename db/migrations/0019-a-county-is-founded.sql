-- A real county starts: three administrators with the founding, everybody else by 绑定码. Whoever has the code binds the
-- post to his own WeChat, once; no account is shared, no password is given out (D-08, DESIGN 6).
CREATE TABLE invitations (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  township_code TEXT REFERENCES townships (code),
  name_text_id TEXT NOT NULL REFERENCES texts (id),
  code_index TEXT NOT NULL UNIQUE,
  invited_by TEXT REFERENCES persons (id),
  invited_at TEXT NOT NULL,
  expires_at TEXT NOT NULL CHECK (expires_at > invited_at),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  CHECK (iif(township_code IS NULL,
    kind IN ('county_leader', 'county_assistance', 'county_finance', 'auditor', 'system_admin', 'security_admin', 'audit_admin'),
    kind IN ('grid_worker', 'coordinator', 'caseworker', 'finance_reviewer', 'cashier', 'deputy_leader', 'leader')))
) STRICT, WITHOUT ROWID;
CREATE TABLE invitation_withdrawals (
  invitation_id TEXT PRIMARY KEY REFERENCES invitations (id),
  withdrawn_by TEXT NOT NULL REFERENCES persons (id),
  withdrawn_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE post_bindings (
  invitation_id TEXT PRIMARY KEY REFERENCES invitations (id),
  post_id TEXT NOT NULL UNIQUE REFERENCES posts (id),
  bound_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
-- Why a post ended, and who ended it; `posts.until_at` says when.
CREATE TABLE post_endings (
  post_id TEXT PRIMARY KEY REFERENCES posts (id),
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  ended_by TEXT NOT NULL REFERENCES persons (id),
  ended_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
-- 期初余额 as the founding was told: what the first allocation of each fund has to be (R-01).
CREATE TABLE opening_balances (
  fund_code TEXT PRIMARY KEY REFERENCES funds (code),
  fen ANY NOT NULL CHECK (typeof(fen) = 'integer' AND fen BETWEEN 0 AND 9007199254740991),
  day TEXT NOT NULL CHECK (date(day, '+0 day') IS day),
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;

CREATE VIEW open_invitations AS SELECT * FROM invitations i
WHERE NOT EXISTS (SELECT 1 FROM invitation_withdrawals WHERE invitation_id = i.id)
  AND NOT EXISTS (SELECT 1 FROM post_bindings WHERE invitation_id = i.id);

CREATE TRIGGER invitations_are_judged BEFORE INSERT ON invitations BEGIN
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM invitations WHERE id = NEW.id OR code_index = NEW.code_index)
    OR NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id IS NEW.invited_by AND at = NEW.invited_at
      AND (person_id IS NOT NULL OR action = 'county.found'));
  SELECT RAISE(ABORT, 'post_required') WHERE NEW.invited_by IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.invited_by AND kind = 'security_admin'
      AND from_at <= NEW.invited_at AND (until_at IS NULL OR until_at > NEW.invited_at));
END;
CREATE TRIGGER invitation_withdrawals_are_judged BEFORE INSERT ON invitation_withdrawals BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.withdrawn_by AND at = NEW.withdrawn_at);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.withdrawn_by AND kind = 'security_admin'
      AND from_at <= NEW.withdrawn_at AND (until_at IS NULL OR until_at > NEW.withdrawn_at));
  SELECT RAISE(ABORT, 'invitation_unknown') WHERE NOT EXISTS (SELECT 1 FROM open_invitations WHERE id = NEW.invitation_id);
END;
-- Nobody gives himself a post, and a code works once, in its time.
CREATE TRIGGER post_bindings_are_judged BEFORE INSERT ON post_bindings BEGIN
  SELECT RAISE(ABORT, 'append_only') WHERE NOT EXISTS (
    SELECT 1 FROM journal j JOIN posts p ON p.id = NEW.post_id AND p.person_id = j.person_id
      JOIN invitations i ON i.id = NEW.invitation_id AND i.kind = p.kind AND i.township_code IS p.township_code
    WHERE j.id = NEW.journal_id AND j.at = NEW.bound_at AND p.from_at = NEW.bound_at AND p.journal_id = NEW.journal_id);
  SELECT RAISE(ABORT, 'invitation_unknown') WHERE NOT EXISTS (
    SELECT 1 FROM open_invitations WHERE id = NEW.invitation_id AND expires_at > NEW.bound_at);
  SELECT RAISE(ABORT, 'own_post') FROM invitations i JOIN posts p ON p.id = NEW.post_id
    WHERE i.id = NEW.invitation_id AND i.invited_by = p.person_id;
  SELECT RAISE(ABORT, 'post_held') FROM posts p JOIN posts o ON o.person_id = p.person_id AND o.kind = p.kind AND o.township_code IS p.township_code
    WHERE p.id = NEW.post_id AND o.id <> p.id AND o.from_at <= NEW.bound_at AND (o.until_at IS NULL OR o.until_at > NEW.bound_at);
END;
-- Without a security administrator nobody could be given a post any more.
CREATE TRIGGER post_endings_are_judged BEFORE INSERT ON post_endings BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.ended_by AND at = NEW.ended_at)
      OR EXISTS (SELECT 1 FROM post_endings WHERE post_id = NEW.post_id);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.ended_by AND kind = 'security_admin'
      AND from_at <= NEW.ended_at AND (until_at IS NULL OR until_at >= NEW.ended_at));
  SELECT RAISE(ABORT, 'not_found') WHERE NOT EXISTS (SELECT 1 FROM posts WHERE id = NEW.post_id AND until_at = NEW.ended_at);
  SELECT RAISE(ABORT, 'last_security_admin') FROM posts WHERE id = NEW.post_id AND kind = 'security_admin' AND NOT EXISTS (
    SELECT 1 FROM posts WHERE kind = 'security_admin' AND from_at <= NEW.ended_at AND (until_at IS NULL OR until_at > NEW.ended_at));
END;
-- The founding alone tells what was there before.
CREATE TRIGGER opening_balances_come_with_the_founding BEFORE INSERT ON opening_balances
  WHEN EXISTS (SELECT 1 FROM opening_balances WHERE fund_code = NEW.fund_code)
    OR NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND action = 'county.found')
    OR NEW.fen > (SELECT quota_fen FROM funds WHERE code = NEW.fund_code)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

CREATE TRIGGER invitations_are_never_changed BEFORE UPDATE ON invitations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER invitations_are_never_deleted BEFORE DELETE ON invitations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER invitation_withdrawals_are_never_changed BEFORE UPDATE ON invitation_withdrawals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER invitation_withdrawals_are_never_deleted BEFORE DELETE ON invitation_withdrawals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER post_bindings_are_never_changed BEFORE UPDATE ON post_bindings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER post_bindings_are_never_deleted BEFORE DELETE ON post_bindings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER post_endings_are_never_changed BEFORE UPDATE ON post_endings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER post_endings_are_never_deleted BEFORE DELETE ON post_endings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER opening_balances_are_never_changed BEFORE UPDATE ON opening_balances BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER opening_balances_are_never_deleted BEFORE DELETE ON opening_balances BEGIN SELECT RAISE(ABORT, 'append_only'); END;
