-- The reserve fund as a walk (DESIGN 3): places, legal moves, entries, balances. The schema refuses; handlers only ask.

CREATE TABLE funds (
  code TEXT PRIMARY KEY,
  township_code TEXT NOT NULL UNIQUE REFERENCES townships (code),
  quota_fen ANY NOT NULL CHECK (typeof(quota_fen) = 'integer' AND quota_fen BETWEEN 1 AND 9007199254740991),
  opened_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;

-- `sign` 1: debits fill it; -1: credits fill it. A balance is kept as a natural number >= 0 on its own side.
CREATE TABLE places (
  place TEXT PRIMARY KEY,
  sign INTEGER NOT NULL CHECK (sign IN (1, -1)),
  per TEXT NOT NULL CHECK (per IN ('fund', 'payout', 'claim'))
) STRICT, WITHOUT ROWID;
INSERT INTO places (place, sign, per) VALUES
  ('bank.available', 1, 'fund'), ('bank.held', 1, 'payout'), ('bank.sent', 1, 'payout'), ('bank.unknown', 1, 'fund'),
  ('cash.available', 1, 'fund'), ('cash.held', 1, 'payout'), ('awaiting', 1, 'payout'), ('overdue', 1, 'payout'),
  ('cleared', 1, 'payout'), ('claimed', 1, 'claim'), ('recoverable', 1, 'payout'), ('county', -1, 'fund'),
  ('suspense', -1, 'fund');

-- `channel`: the payout must use it. `dual`: a second person must have checked it. `makers`, `checkers`: the posts
-- that may, in the fund's township or at the county (A-12); '*' = whoever the case lets.
CREATE TABLE moves (
  event TEXT NOT NULL,
  debit_place TEXT NOT NULL REFERENCES places (place),
  credit_place TEXT NOT NULL REFERENCES places (place),
  channel TEXT CHECK (channel IN ('transfer', 'cash')),
  dual INTEGER NOT NULL CHECK (dual IN (0, 1)),
  makers TEXT NOT NULL,
  checkers TEXT NOT NULL,
  PRIMARY KEY (event, debit_place, credit_place),
  CHECK (debit_place <> credit_place),
  CHECK ((checkers = '') = (dual = 0))
) STRICT, WITHOUT ROWID;
INSERT INTO moves (event, debit_place, credit_place, channel, dual, makers, checkers) VALUES
  ('allocate', 'bank.available', 'county', NULL, 1, ',county_finance,county_assistance,', ',county_finance,county_assistance,finance_reviewer,'),
  ('withdraw', 'cash.available', 'bank.available', NULL, 1, ',cashier,', ',finance_reviewer,deputy_leader,leader,'),
  ('deposit', 'bank.available', 'cash.available', NULL, 0, ',cashier,', ''),
  ('reserve', 'bank.held', 'bank.available', 'transfer', 0, ',deputy_leader,leader,', ''),
  ('reserve', 'cash.held', 'cash.available', 'cash', 0, ',deputy_leader,leader,', ''),
  ('release', 'bank.available', 'bank.held', 'transfer', 0, ',deputy_leader,leader,', ''),
  ('release', 'cash.available', 'cash.held', 'cash', 0, ',deputy_leader,leader,', ''),
  ('send', 'bank.sent', 'bank.held', 'transfer', 0, ',cashier,', ''),
  ('paid', 'awaiting', 'bank.sent', 'transfer', 0, ',cashier,', ''),
  ('paid', 'awaiting', 'cash.held', 'cash', 1, ',cashier,caseworker,', ',cashier,caseworker,finance_reviewer,'),
  ('accept', 'cleared', 'awaiting', NULL, 1, '*', ',finance_reviewer,deputy_leader,leader,caseworker,');
-- 冲正: the mirror of one earlier entry of the fund's own money, with a second person.
INSERT INTO moves (event, debit_place, credit_place, channel, dual, makers, checkers)
  SELECT 'undo', credit_place, debit_place, NULL, 1, makers || 'finance_reviewer,', ',county_finance,county_assistance,finance_reviewer,deputy_leader,leader,'
  FROM moves WHERE event IN ('allocate', 'withdraw', 'deposit');

CREATE TABLE entries (
  fund_code TEXT NOT NULL REFERENCES funds (code),
  seq INTEGER NOT NULL CHECK (seq > 0),
  event TEXT NOT NULL,
  debit_place TEXT NOT NULL,
  credit_place TEXT NOT NULL,
  fen ANY NOT NULL CHECK (typeof(fen) = 'integer' AND fen BETWEEN 1 AND 9007199254740991),
  payout_id TEXT REFERENCES payouts (id),
  day TEXT NOT NULL CHECK (date(day, '+0 day') IS day),
  at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', at) = at),
  made_by TEXT NOT NULL REFERENCES persons (id),
  checked_by TEXT REFERENCES persons (id) CHECK (checked_by IS NULL OR checked_by <> made_by),
  paper TEXT CHECK (paper IS NOT NULL OR event NOT IN ('allocate', 'withdraw', 'deposit', 'paid')),
  undoes INTEGER CHECK ((undoes IS NULL) = (event <> 'undo')),
  facts_hash TEXT NOT NULL CHECK (length(facts_hash) = 64),
  prev TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (fund_code, seq),
  FOREIGN KEY (event, debit_place, credit_place) REFERENCES moves (event, debit_place, credit_place),
  FOREIGN KEY (fund_code, undoes) REFERENCES entries (fund_code, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX entries_by_payout ON entries (payout_id, event) WHERE payout_id IS NOT NULL;
CREATE UNIQUE INDEX entries_undone_once ON entries (fund_code, undoes) WHERE undoes IS NOT NULL;
CREATE INDEX entries_by_paper ON entries (fund_code, event, paper) WHERE paper IS NOT NULL;

-- `key` = payout id, claim id, or '' where the place is the fund's. `seq` = the entry that last changed it.
CREATE TABLE balances (
  fund_code TEXT NOT NULL REFERENCES funds (code),
  place TEXT NOT NULL REFERENCES places (place),
  key TEXT NOT NULL,
  fen ANY NOT NULL CHECK (typeof(fen) = 'integer' AND fen BETWEEN 0 AND 9007199254740991),
  seq INTEGER NOT NULL,
  PRIMARY KEY (fund_code, place, key)
) STRICT, WITHOUT ROWID;

-- Orders that wait for a second person, and their confirmation.
CREATE TABLE proposals (
  id TEXT PRIMARY KEY,
  fund_code TEXT NOT NULL REFERENCES funds (code),
  event TEXT NOT NULL CHECK (event IN ('allocate', 'withdraw', 'undo')),
  fen ANY NOT NULL CHECK (typeof(fen) = 'integer' AND fen BETWEEN 1 AND 9007199254740991),
  day TEXT NOT NULL CHECK (date(day, '+0 day') IS day),
  paper TEXT,
  undoes INTEGER,
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  made_by TEXT NOT NULL REFERENCES persons (id),
  made_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposals_by_fund ON proposals (fund_code, made_at);
CREATE TABLE proposal_confirmations (
  proposal_id TEXT PRIMARY KEY REFERENCES proposals (id),
  confirmed_by TEXT NOT NULL REFERENCES persons (id),
  confirmed_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
-- A proposal nobody should confirm: taken back by its maker or turned down by who would confirm.
CREATE TABLE proposal_dismissals (
  proposal_id TEXT PRIMARY KEY REFERENCES proposals (id),
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  dismissed_by TEXT NOT NULL REFERENCES persons (id),
  dismissed_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
