-- Sessions, sign-in of the desk by QR code, second factor, lock-outs, administrators apart (D-08).

-- How long a session lives, and how long it lives unused. A phone signs in again by itself (wx.login), so its idle limit
-- would only cost a call; a desk is a shared room, and 15 minutes is what 等保 asks.
CREATE TABLE session_limits (
  surface TEXT PRIMARY KEY CHECK (surface IN ('phone', 'desk')),
  idle_minutes INTEGER NOT NULL CHECK (idle_minutes BETWEEN 1 AND absolute_minutes),
  absolute_minutes INTEGER NOT NULL CHECK (absolute_minutes BETWEEN 1 AND 1440)
) STRICT, WITHOUT ROWID;
INSERT INTO session_limits (surface, idle_minutes, absolute_minutes) VALUES ('phone', 720, 720), ('desk', 15, 720);
CREATE TRIGGER session_limits_are_never_changed BEFORE UPDATE ON session_limits BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER session_limits_are_never_deleted BEFORE DELETE ON session_limits BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER session_limits_are_complete BEFORE INSERT ON session_limits BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- A session is opened by its own person's act and no longer than its surface allows; a demo's invented past is told in long ones.
CREATE TRIGGER sessions_have_limits BEFORE INSERT ON sessions BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.person_id AND at = NEW.created_at)
       OR EXISTS (SELECT 1 FROM sessions WHERE token_hash = NEW.token_hash OR id = NEW.id);
  SELECT RAISE(ABORT, 'append_only')
    WHERE (SELECT demo FROM county) = 0 AND NEW.expires_at > (
      SELECT strftime('%Y-%m-%dT%H:%M:%fZ', NEW.created_at, '+' || absolute_minutes || ' minutes') FROM session_limits WHERE surface = NEW.surface);
END;
-- It is seen later and later, and ends once: no ended session comes back, none becomes another person's.
CREATE TRIGGER sessions_only_go_on BEFORE UPDATE ON sessions
  WHEN OLD.ended_at IS NOT NULL OR NEW.last_seen_at < OLD.last_seen_at OR NEW.token_hash IS NOT OLD.token_hash OR NEW.id IS NOT OLD.id
    OR NEW.person_id IS NOT OLD.person_id OR NEW.surface IS NOT OLD.surface OR NEW.device IS NOT OLD.device
    OR NEW.created_at IS NOT OLD.created_at OR NEW.expires_at IS NOT OLD.expires_at OR NEW.journal_id IS NOT OLD.journal_id
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- 三员分立 (D-08): who administers the system, its security or its audit trail does only that, and handles no case or money.
CREATE TRIGGER administrators_stand_apart BEFORE INSERT ON posts BEGIN
  SELECT RAISE(ABORT, 'administrators_apart')
    WHERE EXISTS (
      SELECT 1 FROM posts p WHERE p.person_id = NEW.person_id AND p.kind <> NEW.kind
        AND (NEW.kind IN ('system_admin', 'security_admin', 'audit_admin') OR p.kind IN ('system_admin', 'security_admin', 'audit_admin'))
        AND (p.until_at IS NULL OR p.until_at > NEW.from_at) AND (NEW.until_at IS NULL OR NEW.until_at > p.from_at));
END;
