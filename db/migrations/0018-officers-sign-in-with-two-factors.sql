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
  WHEN OLD.ended_at IS NOT NULL OR NEW.last_seen_at < OLD.last_seen_at OR NEW.second_at < OLD.second_at OR (NEW.second_at IS NULL AND OLD.second_at IS NOT NULL) OR NEW.token_hash IS NOT OLD.token_hash OR NEW.id IS NOT OLD.id
    OR NEW.person_id IS NOT OLD.person_id OR NEW.surface IS NOT OLD.surface OR NEW.device IS NOT OLD.device
    OR NEW.desk_ask_id IS NOT OLD.desk_ask_id OR NEW.created_at IS NOT OLD.created_at OR NEW.expires_at IS NOT OLD.expires_at OR NEW.journal_id IS NOT OLD.journal_id
BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- A desk asks to be let in: for two minutes, with secrets of which only digests are kept. Anybody may ask, so nothing of it
-- goes into the journal before a person has answered; what nobody answered is swept.
CREATE TABLE desk_asks (
  id TEXT PRIMARY KEY,
  -- What only that browser holds, and collects the session with.
  desk_hash TEXT NOT NULL CHECK (length(desk_hash) = 64),
  -- What the QR code shows; `code_index`: the six digits beside it, found by keyed index.
  qr_hash TEXT NOT NULL UNIQUE CHECK (length(qr_hash) = 64),
  code_index TEXT NOT NULL,
  device TEXT NOT NULL CHECK (length(device) BETWEEN 1 AND 80),
  asked_at TEXT NOT NULL,
  expires_at TEXT NOT NULL CHECK (expires_at = strftime('%Y-%m-%dT%H:%M:%fZ', asked_at, '+2 minutes'))
) STRICT, WITHOUT ROWID;
CREATE INDEX desk_asks_by_end ON desk_asks (expires_at);
CREATE TRIGGER desk_asks_are_few BEFORE INSERT ON desk_asks BEGIN
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM desk_asks WHERE id = NEW.id OR qr_hash = NEW.qr_hash);
  -- Two open asks never share their digits, and a flood of asks does not fill the file.
  SELECT RAISE(ABORT, 'busy')
    WHERE EXISTS (SELECT 1 FROM desk_asks WHERE code_index = NEW.code_index AND expires_at > NEW.asked_at)
       OR (SELECT count(*) FROM desk_asks WHERE expires_at > NEW.asked_at) >= 200;
END;
CREATE TRIGGER desk_asks_are_never_changed BEFORE UPDATE ON desk_asks BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER desk_asks_stay_with_their_answer BEFORE DELETE ON desk_asks
  WHEN EXISTS (SELECT 1 FROM desk_answers WHERE ask_id = OLD.id) BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- Whose phone let which desk in, or not: once, in time, by whoever holds a post and has not guessed.
CREATE TABLE desk_answers (
  ask_id TEXT PRIMARY KEY REFERENCES desk_asks (id),
  answer TEXT NOT NULL CHECK (answer IN ('confirmed', 'refused')),
  answered_by TEXT NOT NULL REFERENCES persons (id),
  answered_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_by_refusal ON journal (person_id, problem, at) WHERE outcome = 'refused';
CREATE TRIGGER desk_answers_are_judged BEFORE INSERT ON desk_answers BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.answered_by AND at = NEW.answered_at);
  SELECT RAISE(ABORT, 'desk_ask_over')
    WHERE EXISTS (SELECT 1 FROM desk_answers WHERE ask_id = NEW.ask_id)
       OR NOT EXISTS (SELECT 1 FROM desk_asks WHERE id = NEW.ask_id AND expires_at > NEW.answered_at);
  SELECT RAISE(ABORT, 'post_required')
    WHERE NOT EXISTS (SELECT 1 FROM posts WHERE person_id = NEW.answered_by AND from_at <= NEW.answered_at
      AND (until_at IS NULL OR until_at > NEW.answered_at));
  SELECT RAISE(ABORT, 'too_many_tries')
    WHERE (SELECT count(*) FROM journal WHERE outcome = 'refused' AND person_id = NEW.answered_by AND problem = 'desk_code_wrong'
      AND at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.answered_at, '-15 minutes')) >= 5;
END;
CREATE TRIGGER desk_answers_are_never_changed BEFORE UPDATE ON desk_answers BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER desk_answers_are_never_deleted BEFORE DELETE ON desk_answers BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- A desk is let in as the person who confirmed it, once, within a minute.
CREATE TRIGGER sessions_of_a_desk_were_confirmed BEFORE INSERT ON sessions WHEN NEW.desk_ask_id IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'desk_ask_over')
    WHERE NEW.surface <> 'desk' OR EXISTS (SELECT 1 FROM sessions WHERE desk_ask_id = NEW.desk_ask_id)
       OR NOT EXISTS (SELECT 1 FROM desk_answers WHERE ask_id = NEW.desk_ask_id AND answer = 'confirmed' AND answered_by = NEW.person_id
         AND answered_at <= NEW.created_at AND strftime('%Y-%m-%dT%H:%M:%fZ', answered_at, '+1 minute') > NEW.created_at);
END;

-- The second factor: six digits that an officer set on the own phone, kept as a slow hash that is sealed with the county's key.
-- Emptied by a security administrator's reset; the person (`id`) then sets new ones.
CREATE TABLE pins (
  id TEXT PRIMARY KEY REFERENCES persons (id),
  hash_cipher TEXT CHECK (hash_cipher GLOB '[ks][0-9]*:?*'),
  set_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER pins_are_set_by_their_person BEFORE INSERT ON pins BEGIN
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM pins WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND at = NEW.set_at AND (
      (action = 'identity.setPin' AND person_id = NEW.id) OR (action = 'county.found' AND (SELECT demo FROM county) = 1)));
END;
CREATE TRIGGER pins_are_changed_by_their_person_or_reset BEFORE UPDATE ON pins
  -- while the county's keys change (0020), each is sealed anew and stays whose and when it was
  WHEN NOT (NEW.id = OLD.id AND NEW.set_at = OLD.set_at AND NEW.journal_id = OLD.journal_id AND NEW.hash_cipher IS NOT NULL
    AND OLD.hash_cipher IS NOT NULL
    AND EXISTS (SELECT 1 FROM rekeyings r WHERE NOT EXISTS (SELECT 1 FROM rekeying_ends e WHERE e.rekeying_id = r.id)))
BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NEW.id IS NOT OLD.id OR NOT EXISTS (SELECT 1 FROM journal j WHERE j.id = NEW.journal_id AND j.at = NEW.set_at AND (
      (NEW.hash_cipher IS NOT NULL AND j.action = 'identity.setPin' AND j.person_id = NEW.id)
      OR (NEW.hash_cipher IS NULL AND j.action = 'identity.resetPin' AND j.person_id <> NEW.id AND EXISTS (
        SELECT 1 FROM posts p WHERE p.person_id = j.person_id AND p.kind = 'security_admin' AND p.from_at <= j.at
          AND (p.until_at IS NULL OR p.until_at > j.at)))));
END;
CREATE TRIGGER pins_are_never_deleted BEFORE DELETE ON pins BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- What only goes with the second factor: acts that move money, and administration. The route table marks the same (a test).
CREATE TABLE second_factor_acts (action TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO second_factor_acts (action) VALUES
  ('fund.allocate'), ('fund.return'), ('fund.withdraw'), ('fund.deposit'), ('fund.interest'), ('fund.fee'), ('fund.receive'),
  ('fund.identify'), ('fund.undo'), ('fund.confirm'), ('fund.dismiss'), ('fund.close'),
  ('grants.decide'), ('grants.cancel'), ('grants.cancelPayout'), ('grants.send'), ('grants.pay'), ('grants.countersign'),
  ('grants.voidSlip'), ('grants.reject'), ('grants.bounce'), ('grants.disallow'), ('grants.recover'), ('grants.writeOff'),
  ('grants.reclaim'), ('grants.lateReturn'), ('grants.proposeCounty'), ('grants.confirmCounty'),
  ('settlement.claim'), ('settlement.confirm'), ('settlement.dismiss'), ('settlement.replenish'), ('settlement.settle'),
  ('settlement.reopen'),
  ('identity.endSessionsOf'), ('identity.resetPin'), ('posts.invite'), ('posts.withdraw'), ('posts.endPost'),
  ('identity.issueLetter'), ('identity.revokeLetter'), ('policy.publish');
CREATE TRIGGER second_factor_acts_are_never_changed BEFORE UPDATE ON second_factor_acts BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER second_factor_acts_are_never_deleted BEFORE DELETE ON second_factor_acts BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER second_factor_acts_are_complete BEFORE INSERT ON second_factor_acts BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE INDEX sessions_by_person ON sessions (person_id);
-- No such act without a living session of its person in which the PIN was given within a quarter of an hour.
CREATE TRIGGER journal_asks_the_second_factor BEFORE INSERT ON journal
  WHEN NEW.outcome = 'done' AND NEW.person_id IS NOT NULL AND NEW.action IN (SELECT action FROM second_factor_acts) BEGIN
  SELECT RAISE(ABORT, 'second_factor_needed')
    WHERE NOT EXISTS (SELECT 1 FROM sessions WHERE person_id = NEW.person_id AND ended_at IS NULL AND expires_at > NEW.at
      AND second_at > strftime('%Y-%m-%dT%H:%M:%fZ', NEW.at, '-15 minutes'));
END;

-- 三员分立 (D-08): who administers the system, its security or its audit trail does only that, and handles no case or money.
CREATE TRIGGER administrators_stand_apart BEFORE INSERT ON posts BEGIN
  SELECT RAISE(ABORT, 'administrators_apart')
    WHERE EXISTS (
      SELECT 1 FROM posts p WHERE p.person_id = NEW.person_id AND p.kind <> NEW.kind
        AND (NEW.kind IN ('system_admin', 'security_admin', 'audit_admin') OR p.kind IN ('system_admin', 'security_admin', 'audit_admin'))
        AND (p.until_at IS NULL OR p.until_at > NEW.from_at) AND (NEW.until_at IS NULL OR NEW.until_at > p.from_at));
END;
