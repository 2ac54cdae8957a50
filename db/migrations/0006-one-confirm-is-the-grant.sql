-- The decision, its payouts, and the explanation that is owed afterwards.

-- `exceptions`: the numbers of the exceptions (0017) that stood for this request when it was granted. `formula`: how the sum was
-- worked out (N-31): the month's standard of the policy x persons x months or days; or `light`, which counts nothing.
CREATE TABLE grants (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  request_id TEXT NOT NULL REFERENCES requests (id),
  township_code TEXT NOT NULL REFERENCES townships (code),
  fund_code TEXT NOT NULL REFERENCES funds (code),
  household_id TEXT NOT NULL REFERENCES households (id),
  person_id TEXT NOT NULL REFERENCES persons (id),
  cause_code TEXT NOT NULL,
  year INTEGER NOT NULL,
  track TEXT NOT NULL CHECK (track IN ('small', 'urgent', 'standard')),
  fen ANY NOT NULL CHECK (typeof(fen) = 'integer' AND fen BETWEEN 1 AND 1000000000),
  channel TEXT NOT NULL CHECK (channel IN ('transfer', 'cash')),
  payee_id TEXT REFERENCES payees (id),
  exceptions TEXT,
  formula TEXT CHECK (formula IN ('months', 'days', 'light')),
  formula_base TEXT CHECK (formula_base IN ('urban', 'rural')),
  formula_persons INTEGER CHECK (formula_persons BETWEEN 1 AND 99),
  formula_count INTEGER CHECK (formula_count BETWEEN 1 AND 999),
  policy_version INTEGER NOT NULL REFERENCES policies (version),
  explanation_days INTEGER NOT NULL,
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  approved_by TEXT NOT NULL REFERENCES persons (id),
  granted_at TEXT NOT NULL,
  salt TEXT NOT NULL CHECK (length(salt) >= 32),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  CHECK (year = CAST(strftime('%Y', granted_at, '+8 hours') AS INTEGER)),
  CHECK ((formula_base IS NOT NULL) + (formula_persons IS NOT NULL) + (formula_count IS NOT NULL) = iif(coalesce(formula, 'light') = 'light', 0, 3))
) STRICT, WITHOUT ROWID;
CREATE INDEX grants_by_request ON grants (request_id);
CREATE INDEX grants_by_household ON grants (household_id, year);
CREATE INDEX grants_by_person ON grants (person_id, year);
CREATE INDEX grants_by_payee ON grants (payee_id) WHERE payee_id IS NOT NULL;
CREATE INDEX grants_by_township ON grants (township_code, granted_at);

CREATE TABLE grant_goods (
  grant_id TEXT NOT NULL REFERENCES grants (id),
  ordinal INTEGER NOT NULL,
  name_text_id TEXT NOT NULL REFERENCES texts (id),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  value_fen ANY CHECK (value_fen IS NULL OR (typeof(value_fen) = 'integer' AND value_fen > 0)),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (grant_id, ordinal)
) STRICT, WITHOUT ROWID;

-- One approval may be paid in stages (N-21): all of it is reserved at once, `planned_on` says when each is meant to go.
CREATE TABLE payouts (
  id TEXT PRIMARY KEY,
  grant_id TEXT NOT NULL REFERENCES grants (id),
  n INTEGER NOT NULL CHECK (n > 0),
  fund_code TEXT NOT NULL REFERENCES funds (code),
  channel TEXT NOT NULL CHECK (channel IN ('transfer', 'cash')),
  fen ANY NOT NULL CHECK (typeof(fen) = 'integer' AND fen > 0),
  planned_on TEXT CHECK (planned_on IS NULL OR date(planned_on, '+0 day') IS planned_on),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  UNIQUE (grant_id, n),
  CHECK (id = grant_id || '.' || n)
) STRICT, WITHOUT ROWID;

CREATE TABLE cancellations (
  grant_id TEXT PRIMARY KEY REFERENCES grants (id),
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  cancelled_by TEXT NOT NULL REFERENCES persons (id),
  cancelled_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;

-- A stage that is not needed any more: its fen go back, the others stay.
CREATE TABLE payout_cancellations (
  payout_id TEXT PRIMARY KEY REFERENCES payouts (id),
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  cancelled_by TEXT NOT NULL REFERENCES persons (id),
  cancelled_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;

-- F-12: the first officer hands the cash over and photographs the slip; the second signs by own login. A slip that
-- nobody can sign (blurred, nobody there) is made void, and the next one has the next number.
CREATE TABLE cash_slips (
  payout_id TEXT NOT NULL REFERENCES payouts (id),
  n INTEGER NOT NULL CHECK (n > 0),
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  handed_by TEXT NOT NULL REFERENCES persons (id),
  handed_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (payout_id, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE slip_voidings (
  payout_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  voided_by TEXT NOT NULL REFERENCES persons (id),
  voided_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (payout_id, n),
  FOREIGN KEY (payout_id, n) REFERENCES cash_slips (payout_id, n)
) STRICT, WITHOUT ROWID;
CREATE VIEW live_slips AS SELECT * FROM cash_slips s WHERE NOT EXISTS (SELECT 1 FROM slip_voidings v WHERE v.payout_id = s.payout_id AND v.n = s.n);

-- F-6. Owed from the approval, due from each payment (`seq` of its entry); a small grant's is prefilled.
CREATE TABLE explanations (
  grant_id TEXT PRIMARY KEY REFERENCES grants (id),
  prefilled INTEGER NOT NULL CHECK (prefilled IN (0, 1)),
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE explanation_dues (
  payout_id TEXT NOT NULL REFERENCES payouts (id),
  seq INTEGER NOT NULL,
  grant_id TEXT NOT NULL REFERENCES explanations (grant_id),
  paid_on TEXT NOT NULL CHECK (date(paid_on, '+0 day') IS paid_on),
  due_on TEXT NOT NULL CHECK (date(due_on, '+0 day') IS due_on AND due_on > paid_on),
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (payout_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX explanation_dues_by_grant ON explanation_dues (grant_id);
CREATE INDEX explanation_dues_by_day ON explanation_dues (due_on);

CREATE TABLE filings (
  grant_id TEXT NOT NULL REFERENCES explanations (grant_id),
  n INTEGER NOT NULL CHECK (n > 0),
  filed_by TEXT NOT NULL REFERENCES persons (id),
  filed_at TEXT NOT NULL,
  papers_hash TEXT NOT NULL CHECK (length(papers_hash) = 64),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (grant_id, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE filing_items (
  grant_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('EVENT_PROOF', 'NARRATIVE', 'RECEIPT', 'IDENTITY', 'NOTICE', 'OTHER')),
  text_id TEXT REFERENCES texts (id),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (grant_id, n, ordinal),
  FOREIGN KEY (grant_id, n) REFERENCES filings (grant_id, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE filing_photos (
  grant_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (grant_id, n, ordinal, evidence_id),
  FOREIGN KEY (grant_id, n, ordinal) REFERENCES filing_items (grant_id, n, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX filing_photos_by_evidence ON filing_photos (evidence_id);
-- An acceptance clears what is paid by then; a stage paid later is explained in a filing of its own.
CREATE TABLE filing_acceptances (
  grant_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  accepted_by TEXT NOT NULL REFERENCES persons (id),
  accepted_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (grant_id, n),
  FOREIGN KEY (grant_id, n) REFERENCES filings (grant_id, n)
) STRICT, WITHOUT ROWID;
-- Sending back gives the days again (DESIGN 3): `due_on` is the new day.
CREATE TABLE filing_returns (
  grant_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  due_on TEXT NOT NULL CHECK (date(due_on, '+0 day') IS due_on),
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  returned_by TEXT NOT NULL REFERENCES persons (id),
  returned_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (grant_id, n),
  FOREIGN KEY (grant_id, n) REFERENCES filings (grant_id, n)
) STRICT, WITHOUT ROWID;
