-- The reserve fund as a walk (DESIGN 3): places, legal moves, entries, balances. The schema refuses; handlers only ask.

-- Each township has one; the county's own (N-20) belongs to none.
CREATE TABLE funds (
  code TEXT PRIMARY KEY,
  township_code TEXT UNIQUE REFERENCES townships (code),
  quota_fen ANY NOT NULL CHECK (typeof(quota_fen) = 'integer' AND quota_fen BETWEEN 1 AND 9007199254740991),
  opened_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX funds_of_the_county ON funds (township_code IS NULL) WHERE township_code IS NULL;

-- What each person is to each fund: by a post of its township or of the county. In the county's own fund its posts do what a
-- township's do: 县财政 pays as its cashier, 县救助股 checks as its 财政所, the county leader decides.
CREATE VIEW fund_posts AS
SELECT f.code AS fund_code, p.person_id, p.kind, p.from_at, p.until_at
  FROM posts p JOIN funds f ON p.township_code IS NULL OR p.township_code = f.township_code
UNION ALL SELECT f.code, p.person_id, CASE p.kind WHEN 'county_finance' THEN 'cashier' WHEN 'county_assistance' THEN 'finance_reviewer' ELSE 'leader' END,
  p.from_at, p.until_at FROM posts p JOIN funds f ON f.township_code IS NULL
  WHERE p.kind IN ('county_finance', 'county_assistance', 'county_leader');

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

-- What may happen to fen. An entry outside this table cannot exist; who may, and what needs a second person, is data.
-- `per`: what the entry names beside its fund. `via`: a hand's order, a case's own life, a claim, or the timer.
-- `channel`: the payout must use it. `whole`: all that lies there moves. `paper`: `named` = a decision's number, `once` = a
-- bank serial or slip that no other entry of the event may name.
-- `makers`, `checkers`: posts in the fund's township or at the county (A-12); '*' = whoever the case lets.
-- `undo_makers`, `undo_checkers`: who may mirror it (冲正); null = it has a way back of its own.
CREATE TABLE moves (
  event TEXT NOT NULL,
  debit_place TEXT NOT NULL REFERENCES places (place),
  credit_place TEXT NOT NULL REFERENCES places (place),
  per TEXT NOT NULL CHECK (per IN ('fund', 'payout', 'claim', 'claim payout', 'undone')),
  via TEXT NOT NULL CHECK (via IN ('order', 'case', 'claim', 'timer')),
  channel TEXT CHECK (channel IN ('transfer', 'cash')),
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  paper TEXT NOT NULL CHECK (paper IN ('none', 'named', 'once')),
  dual INTEGER NOT NULL CHECK (dual IN (0, 1)),
  makers TEXT NOT NULL,
  checkers TEXT NOT NULL,
  undo_makers TEXT,
  undo_checkers TEXT CHECK ((undo_makers IS NULL) = (undo_checkers IS NULL)),
  PRIMARY KEY (event, debit_place, credit_place),
  CHECK (debit_place <> credit_place),
  CHECK ((checkers = '') = (dual = 0)),
  CHECK ((makers = '') = (via = 'timer'))
) STRICT, WITHOUT ROWID;

-- the fund's own money (F-4, R-01, R-06)
INSERT INTO moves (event, debit_place, credit_place, per, via, channel, whole, paper, dual, makers, checkers) VALUES
  ('allocate', 'bank.available', 'county', 'fund', 'order', NULL, 0, 'once', 1, ',county_finance,county_assistance,',
    ',county_finance,county_assistance,finance_reviewer,'),
  ('return', 'county', 'bank.available', 'fund', 'order', NULL, 0, 'once', 1, ',cashier,', ',finance_reviewer,deputy_leader,leader,county_finance,'),
  ('withdraw', 'cash.available', 'bank.available', 'fund', 'order', NULL, 0, 'once', 1, ',cashier,', ',finance_reviewer,deputy_leader,leader,'),
  ('deposit', 'bank.available', 'cash.available', 'fund', 'order', NULL, 0, 'once', 0, ',cashier,', ''),
  ('interest', 'bank.available', 'county', 'fund', 'order', NULL, 0, 'once', 0, ',cashier,finance_reviewer,', ''),
  ('fee', 'county', 'bank.available', 'fund', 'order', NULL, 0, 'once', 0, ',cashier,finance_reviewer,', ''),
  ('receive', 'bank.unknown', 'suspense', 'fund', 'order', NULL, 0, 'once', 0, ',cashier,finance_reviewer,', ''),
  ('identify', 'suspense', 'bank.unknown', 'fund', 'order', NULL, 0, 'once', 1, ',cashier,finance_reviewer,',
    ',finance_reviewer,deputy_leader,leader,county_finance,');

-- a payout's life (A-03): approved, sent, paid, explained
INSERT INTO moves (event, debit_place, credit_place, per, via, channel, whole, paper, dual, makers, checkers) VALUES
  ('reserve', 'bank.held', 'bank.available', 'payout', 'case', 'transfer', 0, 'none', 0, ',deputy_leader,leader,', ''),
  ('reserve', 'cash.held', 'cash.available', 'payout', 'case', 'cash', 0, 'none', 0, ',deputy_leader,leader,', ''),
  ('release', 'bank.available', 'bank.held', 'payout', 'case', 'transfer', 1, 'none', 0, ',deputy_leader,leader,', ''),
  ('release', 'cash.available', 'cash.held', 'payout', 'case', 'cash', 1, 'none', 0, ',deputy_leader,leader,', ''),
  ('send', 'bank.sent', 'bank.held', 'payout', 'case', 'transfer', 1, 'none', 0, ',cashier,', ''),
  ('reject', 'bank.held', 'bank.sent', 'payout', 'order', 'transfer', 1, 'none', 0, ',cashier,', ''),
  ('paid', 'awaiting', 'bank.sent', 'payout', 'case', 'transfer', 1, 'once', 0, ',cashier,', ''),
  ('paid', 'awaiting', 'cash.held', 'payout', 'case', 'cash', 1, 'once', 1, ',cashier,caseworker,',
    ',cashier,caseworker,finance_reviewer,'),
  -- a standard grant was explained before it was paid: survey, check and notice (DESIGN 3)
  ('paid', 'cleared', 'bank.sent', 'payout', 'case', 'transfer', 1, 'once', 0, ',cashier,', ''),
  ('paid', 'cleared', 'cash.held', 'payout', 'case', 'cash', 1, 'once', 1, ',cashier,caseworker,',
    ',cashier,caseworker,finance_reviewer,'),
  ('bounce', 'bank.held', 'awaiting', 'payout', 'order', 'transfer', 1, 'once', 0, ',cashier,', ''),
  ('bounce', 'bank.held', 'overdue', 'payout', 'order', 'transfer', 1, 'once', 0, ',cashier,', ''),
  ('bounce', 'bank.held', 'cleared', 'payout', 'order', 'transfer', 1, 'once', 1, ',cashier,', ',finance_reviewer,deputy_leader,leader,'),
  ('accept', 'cleared', 'awaiting', 'payout', 'case', NULL, 1, 'none', 1, '*', ',finance_reviewer,deputy_leader,leader,caseworker,'),
  ('accept', 'cleared', 'overdue', 'payout', 'case', NULL, 1, 'none', 1, '*', ',finance_reviewer,deputy_leader,leader,caseworker,'),
  ('lapse', 'overdue', 'awaiting', 'payout', 'timer', NULL, 1, 'none', 0, '', '');

-- what was paid wrongly (F-11, scenario 22): it comes back to the bank, never into a hand
INSERT INTO moves (event, debit_place, credit_place, per, via, channel, whole, paper, dual, makers, checkers) VALUES
  ('recover', 'bank.available', 'recoverable', 'payout', 'order', NULL, 0, 'once', 0, ',cashier,', ''),
  ('write_off', 'county', 'recoverable', 'payout', 'order', NULL, 0, 'named', 1, ',finance_reviewer,county_assistance,', ',county_finance,county_assistance,'),
  ('reclaim', 'recoverable', 'county', 'payout', 'order', NULL, 0, 'named', 1, ',finance_reviewer,county_assistance,county_finance,',
    ',county_assistance,county_finance,'),
  ('late_return', 'bank.available', 'county', 'payout', 'order', 'transfer', 0, 'once', 1, ',cashier,', ',finance_reviewer,county_finance,');

INSERT INTO moves (event, debit_place, credit_place, per, via, channel, whole, paper, dual, makers, checkers)
  SELECT 'disallow', 'recoverable', column1, 'payout', 'order', NULL, 0, 'named', 1,
    ',finance_reviewer,deputy_leader,leader,county_assistance,', ',deputy_leader,leader,county_assistance,county_finance,'
  FROM (VALUES ('awaiting'), ('overdue'), ('cleared'));

-- the county makes it good (R-04): each payout is claimed, a claim is paid as a whole
INSERT INTO moves (event, debit_place, credit_place, per, via, channel, whole, paper, dual, makers, checkers) VALUES
  ('claim', 'claimed', 'cleared', 'claim payout', 'claim', NULL, 1, 'none', 1, ',cashier,caseworker,finance_reviewer,', ',county_finance,'),
  ('reopen', 'cleared', 'claimed', 'claim payout', 'order', NULL, 0, 'none', 1, ',county_assistance,county_finance,', ',county_assistance,county_finance,'),
  ('replenish', 'bank.available', 'claimed', 'claim', 'order', NULL, 1, 'once', 0, ',county_finance,cashier,finance_reviewer,', ''),
  ('settle', 'county', 'claimed', 'claim', 'order', NULL, 1, 'named', 1, ',county_finance,', ',county_assistance,finance_reviewer,');

-- 冲正: the mirror of one earlier entry, with a second person; the mirrored move says who
UPDATE moves SET undo_makers = makers || 'finance_reviewer,',
    undo_checkers = ',county_finance,county_assistance,finance_reviewer,deputy_leader,leader,'
  WHERE event IN ('allocate', 'return', 'withdraw', 'deposit', 'interest', 'fee', 'receive', 'identify', 'paid', 'bounce', 'disallow', 'recover',
    'write_off', 'reclaim', 'late_return', 'replenish', 'settle');
INSERT INTO moves (event, debit_place, credit_place, per, via, channel, whole, paper, dual, makers, checkers)
  SELECT DISTINCT 'undo', credit_place, debit_place, 'undone', 'order', NULL, 0, 'none', 1, '*', '*' FROM moves WHERE undo_makers IS NOT NULL;

-- The walk. `seq` is gapless per fund, `voucher` per fund and year of booking (凭证号, I5); `day` is the money's own day, `at`
-- when it was known. Only the timer's entries have no maker.
CREATE TABLE entries (
  fund_code TEXT NOT NULL REFERENCES funds (code),
  seq INTEGER NOT NULL CHECK (seq > 0),
  voucher_year INTEGER NOT NULL,
  voucher INTEGER NOT NULL CHECK (voucher > 0),
  event TEXT NOT NULL,
  debit_place TEXT NOT NULL,
  credit_place TEXT NOT NULL,
  fen ANY NOT NULL CHECK (typeof(fen) = 'integer' AND fen BETWEEN 1 AND 9007199254740991),
  payout_id TEXT REFERENCES payouts (id),
  claim_id TEXT REFERENCES claims (id),
  day TEXT NOT NULL CHECK (date(day, '+0 day') IS day),
  at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', at) = at),
  made_by TEXT REFERENCES persons (id) CHECK (made_by IS NOT NULL OR event = 'lapse'),
  checked_by TEXT REFERENCES persons (id) CHECK (checked_by IS NULL OR checked_by IS NOT made_by),
  paper TEXT,
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
CREATE INDEX entries_by_claim ON entries (claim_id, event) WHERE claim_id IS NOT NULL;
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
  event TEXT NOT NULL,
  fen ANY NOT NULL CHECK (typeof(fen) = 'integer' AND fen BETWEEN 1 AND 9007199254740991),
  payout_id TEXT REFERENCES payouts (id),
  claim_id TEXT REFERENCES claims (id),
  day TEXT NOT NULL CHECK (date(day, '+0 day') IS day),
  paper TEXT,
  undoes INTEGER CHECK ((undoes IS NULL) = (event <> 'undo')),
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
