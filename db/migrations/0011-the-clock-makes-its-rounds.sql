-- Time-based work. Of all processes on one county, whoever holds the lease makes the round; like `probes`, it is no fact.
CREATE TABLE leases (
  name TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  taken_at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', taken_at) = taken_at),
  until_at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', until_at) = until_at)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER leases_are_taken_when_free BEFORE UPDATE ON leases
  WHEN NEW.holder IS NOT OLD.holder AND OLD.until_at > NEW.taken_at
BEGIN SELECT RAISE(ABORT, 'busy'); END;

-- What became of each task, once done a Beijing day. Days from `missed_since` to the day before `day` had no round.
CREATE TABLE rounds (
  id TEXT PRIMARY KEY,
  task TEXT NOT NULL CHECK (task GLOB '[a-z]*'),
  day TEXT NOT NULL CHECK (date(day, '+0 day') IS day),
  missed_since TEXT CHECK (missed_since IS NULL OR (date(missed_since, '+0 day') IS missed_since AND missed_since < day)),
  started_at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', started_at) = started_at),
  finished_at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', finished_at) = finished_at AND finished_at >= started_at),
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'failed')),
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX rounds_are_done_once_a_day ON rounds (task, day) WHERE outcome = 'done';
CREATE INDEX rounds_by_task ON rounds (task, finished_at);

CREATE TRIGGER rounds_are_the_timers BEFORE INSERT ON rounds BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE EXISTS (SELECT 1 FROM rounds WHERE id = NEW.id)
       OR (NEW.outcome = 'done' AND EXISTS (SELECT 1 FROM rounds WHERE task = NEW.task AND day = NEW.day AND outcome = 'done'))
       OR NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id IS NULL AND post = 'timer' AND at = NEW.finished_at);
END;
CREATE TRIGGER rounds_are_never_changed BEFORE UPDATE ON rounds BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER rounds_are_never_deleted BEFORE DELETE ON rounds BEGIN SELECT RAISE(ABORT, 'append_only'); END;
