-- One county = one database. Every later change names the journal row that says who did it (D-09).

CREATE TABLE county (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
  opened_at TEXT NOT NULL,
  -- Sealed with the field keys at the founding: whoever opens the county with other keys is told before he writes.
  canary TEXT NOT NULL CHECK (canary GLOB '[ks][0-9]*:?*')
) STRICT;

CREATE TABLE townships (
  code TEXT PRIMARY KEY CHECK (length(code) = 9),
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  population INTEGER NOT NULL CHECK (population > 0),
  villages TEXT NOT NULL CHECK (json_valid(villages))
) STRICT, WITHOUT ROWID;

-- Who did what, chained per township (`chain` = township code or 'county'), gapless.
CREATE TABLE journal (
  id TEXT PRIMARY KEY,
  chain TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', at) = at),
  person_id TEXT,
  post TEXT,
  device TEXT,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused')),
  problem TEXT CHECK ((problem IS NULL) = (outcome = 'done')),
  after_hash TEXT NOT NULL,
  request_id TEXT NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX journal_by_chain ON journal (chain, seq);

CREATE TRIGGER journal_is_chained BEFORE INSERT ON journal BEGIN
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM journal WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'chain_stale')
    WHERE NEW.seq IS NOT coalesce((SELECT max(seq) FROM journal WHERE chain = NEW.chain), 0) + 1
       OR NEW.prev IS NOT coalesce((SELECT hash FROM journal WHERE chain = NEW.chain AND seq = NEW.seq - 1), '');
END;
CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- One row that `/readyz` writes and reads back.
CREATE TABLE probes (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  at TEXT NOT NULL
) STRICT;
