-- 一般程序: authorisation, check of means, survey, public notice, objection (RULEBOOK 1.4, track C). Each step is a row with who and when.

-- A request that is accepted and not decided: what a step of the standard way may still touch.
CREATE VIEW undecided_requests AS
SELECT r.id FROM requests r JOIN acceptances a ON a.request_id = r.id
WHERE NOT EXISTS (SELECT 1 FROM refusals WHERE request_id = r.id) AND NOT EXISTS (SELECT 1 FROM withdrawals WHERE request_id = r.id)
  AND NOT EXISTS (SELECT 1 FROM open_escalations WHERE request_id = r.id)
  AND NOT EXISTS (SELECT 1 FROM grants g WHERE g.request_id = r.id AND NOT EXISTS (SELECT 1 FROM cancellations WHERE grant_id = g.id));

-- F-2: the paper that each adult has signed. Names are words (`texts`), the signatures a photo.
CREATE TABLE authorisations (
  request_id TEXT NOT NULL REFERENCES requests (id),
  n INTEGER NOT NULL CHECK (n > 0),
  consent_version TEXT NOT NULL CHECK (length(consent_version) BETWEEN 1 AND 20),
  adults INTEGER NOT NULL CHECK (adults BETWEEN 1 AND 20),
  signers_text_id TEXT NOT NULL REFERENCES texts (id),
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  authorised_by TEXT NOT NULL REFERENCES persons (id),
  authorised_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (request_id, n)
) STRICT, WITHOUT ROWID;

CREATE INDEX authorisations_by_evidence ON authorisations (evidence_id);

-- 核对: the report's answer, or 免核 because the household is recognised already (N-05). `paper` is the number of either.
CREATE TABLE means_checks (
  request_id TEXT NOT NULL REFERENCES requests (id),
  n INTEGER NOT NULL CHECK (n > 0),
  basis TEXT NOT NULL CHECK (basis IN ('report', 'recognised')),
  recognised TEXT CHECK (recognised IN ('dibao', 'tekun', 'edge', 'rigid')),
  income_within INTEGER CHECK (income_within IN (0, 1)),
  property_within INTEGER CHECK (property_within IN (0, 1)),
  paper_text_id TEXT NOT NULL REFERENCES texts (id),
  until_on TEXT NOT NULL CHECK (date(until_on, '+0 day') IS until_on),
  checked_by TEXT NOT NULL REFERENCES persons (id),
  checked_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (request_id, n),
  CHECK ((basis = 'recognised') = (recognised IS NOT NULL)),
  CHECK ((basis = 'report') = (income_within IS NOT NULL) AND (income_within IS NULL) = (property_within IS NULL))
) STRICT, WITHOUT ROWID;

-- F-3: what two people saw at the household's door, each by own login. `need_fen`: the expense that must be borne (N-33).
CREATE TABLE surveys (
  request_id TEXT NOT NULL REFERENCES requests (id),
  n INTEGER NOT NULL CHECK (n > 0),
  facts_text_id TEXT NOT NULL REFERENCES texts (id),
  people INTEGER NOT NULL CHECK (people BETWEEN 1 AND 30),
  need_fen ANY NOT NULL CHECK (typeof(need_fen) = 'integer' AND need_fen BETWEEN 1 AND 1000000000),
  surveyed_by TEXT NOT NULL REFERENCES persons (id),
  surveyed_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (request_id, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE survey_photos (
  request_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  evidence_id TEXT NOT NULL REFERENCES evidence (id),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (request_id, n, evidence_id),
  FOREIGN KEY (request_id, n) REFERENCES surveys (request_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX survey_photos_by_evidence ON survey_photos (evidence_id);
CREATE TABLE survey_signatures (
  request_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  signed_by TEXT NOT NULL REFERENCES persons (id),
  signed_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (request_id, n, signed_by),
  FOREIGN KEY (request_id, n) REFERENCES surveys (request_id, n)
) STRICT, WITHOUT ROWID;

-- F-7. `days` are the policy's; they run from the day after `posted_on`. A later notice stands in for the one before.
CREATE TABLE public_notices (
  id TEXT PRIMARY KEY,
  request_id TEXT NOT NULL REFERENCES requests (id),
  n INTEGER NOT NULL CHECK (n > 0),
  fen ANY NOT NULL CHECK (typeof(fen) = 'integer' AND fen BETWEEN 1 AND 1000000000),
  days INTEGER NOT NULL CHECK (days BETWEEN 2 AND 30),
  posted_on TEXT NOT NULL CHECK (date(posted_on, '+0 day') IS posted_on),
  posted_by TEXT NOT NULL REFERENCES persons (id),
  posted_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  UNIQUE (request_id, n)
) STRICT, WITHOUT ROWID;

-- Anybody may object: signed in, or by telephone, which an officer writes down. The clock stops until it has its result.
CREATE TABLE objections (
  id TEXT PRIMARY KEY,
  notice_id TEXT NOT NULL REFERENCES public_notices (id),
  way TEXT NOT NULL CHECK (way IN ('online', 'telephone')),
  words_text_id TEXT NOT NULL REFERENCES texts (id),
  caller_text_id TEXT REFERENCES texts (id) CHECK ((caller_text_id IS NULL) = (way = 'online')),
  raised_by TEXT NOT NULL REFERENCES persons (id),
  raised_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX objections_by_notice ON objections (notice_id);

-- 民主评议: only where there is a dispute (RULEBOOK 1.4).
CREATE TABLE hearings (
  objection_id TEXT PRIMARY KEY REFERENCES objections (id),
  ayes INTEGER NOT NULL CHECK (ayes BETWEEN 0 AND 200),
  noes INTEGER NOT NULL CHECK (noes BETWEEN 0 AND 200),
  minutes_text_id TEXT NOT NULL REFERENCES texts (id),
  held_by TEXT NOT NULL REFERENCES persons (id),
  held_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;

-- 异议不成立 (the days run on), 调整金额 (they run on for less), 异议成立 (the notice has ended).
CREATE TABLE objection_results (
  objection_id TEXT PRIMARY KEY REFERENCES objections (id),
  result TEXT NOT NULL CHECK (result IN ('dismissed', 'amended', 'upheld')),
  amended_fen ANY CHECK (amended_fen IS NULL OR (typeof(amended_fen) = 'integer' AND amended_fen BETWEEN 1 AND 1000000000)),
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  decided_by TEXT NOT NULL REFERENCES persons (id),
  decided_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  CHECK ((result = 'amended') = (amended_fen IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- The notice that counts: its sum as amended, its last day with every day added on which an objection was open, what is still open.
CREATE VIEW standing_notices AS
SELECT n.id, n.request_id, n.n, n.days, n.posted_on, n.posted_at,
  coalesce((SELECT min(r.amended_fen) FROM objections o JOIN objection_results r ON r.objection_id = o.id WHERE o.notice_id = n.id), n.fen) AS fen,
  date(n.posted_on, '+' || (n.days + iif(EXISTS (SELECT 1 FROM objections WHERE notice_id = n.id),
    (SELECT count(*) FROM calendar_days c WHERE c.day > n.posted_on AND EXISTS (
      SELECT 1 FROM objections o JOIN objection_results r ON r.objection_id = o.id
      WHERE o.notice_id = n.id AND c.day > date(o.raised_at, '+8 hours') AND c.day <= date(r.decided_at, '+8 hours'))), 0)) || ' days') AS until_on,
  (SELECT count(*) FROM objections o WHERE o.notice_id = n.id
    AND NOT EXISTS (SELECT 1 FROM objection_results WHERE objection_id = o.id)) AS open_objections
FROM public_notices n
WHERE n.n = (SELECT max(n) FROM public_notices WHERE request_id = n.request_id)
  AND NOT EXISTS (SELECT 1 FROM objections o JOIN objection_results r ON r.objection_id = o.id WHERE o.notice_id = n.id AND r.result = 'upheld');

CREATE TRIGGER authorisations_are_judged BEFORE INSERT ON authorisations BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.authorised_by AND at = NEW.authorised_at);
  SELECT RAISE(ABORT, 'chain_stale') WHERE NEW.n <> 1 + (SELECT count(*) FROM authorisations WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'request_not_accepted') WHERE NOT EXISTS (SELECT 1 FROM acceptances WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'request_not_open') WHERE NOT EXISTS (SELECT 1 FROM undecided_requests WHERE id = NEW.request_id);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts JOIN requests ON requests.id = NEW.request_id WHERE posts.person_id = NEW.authorised_by AND kind IN ('caseworker')
      AND posts.township_code = requests.township_code AND from_at <= NEW.authorised_at AND (until_at IS NULL OR until_at > NEW.authorised_at));
  SELECT RAISE(ABORT, 'beneficiary') WHERE EXISTS (SELECT 1 FROM gainers WHERE request_id = NEW.request_id AND person_id = NEW.authorised_by);
  SELECT RAISE(ABORT, 'evidence_unknown') WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE id = NEW.evidence_id AND uploaded_by = NEW.authorised_by);
END;

-- A report needs the household's own word for it (F-2); 免核 needs none, for nothing is asked of anybody.
CREATE TRIGGER means_checks_are_judged BEFORE INSERT ON means_checks BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.checked_by AND at = NEW.checked_at);
  SELECT RAISE(ABORT, 'chain_stale') WHERE NEW.n <> 1 + (SELECT count(*) FROM means_checks WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'request_not_accepted') WHERE NOT EXISTS (SELECT 1 FROM acceptances WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'request_not_open') WHERE NOT EXISTS (SELECT 1 FROM undecided_requests WHERE id = NEW.request_id);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts JOIN requests ON requests.id = NEW.request_id WHERE posts.person_id = NEW.checked_by AND kind IN ('caseworker')
      AND posts.township_code = requests.township_code AND from_at <= NEW.checked_at AND (until_at IS NULL OR until_at > NEW.checked_at));
  SELECT RAISE(ABORT, 'beneficiary') WHERE EXISTS (SELECT 1 FROM gainers WHERE request_id = NEW.request_id AND person_id = NEW.checked_by);
  SELECT RAISE(ABORT, 'authorisation_missing') WHERE NEW.basis = 'report' AND NOT EXISTS (SELECT 1 FROM authorisations WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'check_expired') WHERE NEW.until_on < date(NEW.checked_at, '+8 hours');
END;

CREATE TRIGGER surveys_are_judged BEFORE INSERT ON surveys BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.surveyed_by AND at = NEW.surveyed_at);
  SELECT RAISE(ABORT, 'chain_stale') WHERE NEW.n <> 1 + (SELECT count(*) FROM surveys WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'request_not_accepted') WHERE NOT EXISTS (SELECT 1 FROM acceptances WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'request_not_open') WHERE NOT EXISTS (SELECT 1 FROM undecided_requests WHERE id = NEW.request_id);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts JOIN requests ON requests.id = NEW.request_id WHERE posts.person_id = NEW.surveyed_by AND kind IN ('caseworker')
      AND posts.township_code = requests.township_code AND from_at <= NEW.surveyed_at AND (until_at IS NULL OR until_at > NEW.surveyed_at));
  SELECT RAISE(ABORT, 'beneficiary') WHERE EXISTS (SELECT 1 FROM gainers WHERE request_id = NEW.request_id AND person_id = NEW.surveyed_by);
END;
CREATE TRIGGER survey_photos_come_with_the_survey BEFORE INSERT ON survey_photos BEGIN
  SELECT RAISE(ABORT, 'append_only') WHERE NOT EXISTS (SELECT 1 FROM surveys WHERE request_id = NEW.request_id AND n = NEW.n AND journal_id = NEW.journal_id)
    OR EXISTS (SELECT 1 FROM survey_photos WHERE request_id = NEW.request_id AND n = NEW.n AND evidence_id = NEW.evidence_id);
  SELECT RAISE(ABORT, 'evidence_unknown') WHERE NOT EXISTS (
    SELECT 1 FROM evidence JOIN journal ON journal.id = NEW.journal_id WHERE evidence.id = NEW.evidence_id AND uploaded_by = journal.person_id);
END;

-- The second surveyor: another person, of the office or of the village.
CREATE TRIGGER survey_signatures_are_judged BEFORE INSERT ON survey_signatures BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.signed_by AND at = NEW.signed_at);
  SELECT RAISE(ABORT, 'survey_missing') WHERE NEW.n IS NOT (SELECT max(n) FROM surveys WHERE request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM survey_signatures WHERE request_id = NEW.request_id AND n = NEW.n AND signed_by = NEW.signed_by);
  SELECT RAISE(ABORT, 'request_not_open') WHERE NOT EXISTS (SELECT 1 FROM undecided_requests WHERE id = NEW.request_id);
  SELECT RAISE(ABORT, 'second_person_required') FROM surveys WHERE request_id = NEW.request_id AND n = NEW.n AND surveyed_by = NEW.signed_by;
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts JOIN requests ON requests.id = NEW.request_id WHERE posts.person_id = NEW.signed_by
      AND kind IN ('caseworker', 'coordinator', 'grid_worker')
      AND posts.township_code = requests.township_code AND from_at <= NEW.signed_at AND (until_at IS NULL OR until_at > NEW.signed_at));
  SELECT RAISE(ABORT, 'beneficiary') WHERE EXISTS (SELECT 1 FROM gainers WHERE request_id = NEW.request_id AND person_id = NEW.signed_by);
END;

-- Nothing hangs out before two have been there and the means are known; not for more than must be borne (N-12, N-33).
CREATE TRIGGER public_notices_are_judged BEFORE INSERT ON public_notices BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.posted_by AND at = NEW.posted_at);
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM public_notices WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'chain_stale') WHERE NEW.n <> 1 + (SELECT count(*) FROM public_notices WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'request_not_accepted') WHERE NOT EXISTS (SELECT 1 FROM acceptances WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'request_not_open') WHERE NOT EXISTS (SELECT 1 FROM undecided_requests WHERE id = NEW.request_id);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts JOIN requests ON requests.id = NEW.request_id WHERE posts.person_id = NEW.posted_by
      AND kind IN ('caseworker', 'deputy_leader', 'leader')
      AND posts.township_code = requests.township_code AND from_at <= NEW.posted_at AND (until_at IS NULL OR until_at > NEW.posted_at));
  SELECT RAISE(ABORT, 'beneficiary') WHERE EXISTS (SELECT 1 FROM gainers WHERE request_id = NEW.request_id AND person_id = NEW.posted_by);
  SELECT RAISE(ABORT, 'objection_open') FROM standing_notices WHERE request_id = NEW.request_id AND open_objections > 0;
  SELECT RAISE(ABORT, 'policy_changed') WHERE NEW.posted_on IS NOT date(NEW.posted_at, '+8 hours') OR NEW.days IS NOT (
    SELECT publicity_days FROM policies WHERE from_on <= NEW.posted_on ORDER BY from_on DESC, version DESC LIMIT 1);
  -- after an objection that was right the household is looked at anew
  SELECT RAISE(ABORT, 'survey_missing') WHERE NOT EXISTS (
    SELECT 1 FROM surveys s JOIN survey_signatures g USING (request_id, n)
    WHERE s.request_id = NEW.request_id AND s.n = (SELECT max(n) FROM surveys WHERE request_id = NEW.request_id)
      AND s.surveyed_at > coalesce((SELECT max(r.decided_at) FROM public_notices m JOIN objections o ON o.notice_id = m.id
        JOIN objection_results r ON r.objection_id = o.id AND r.result = 'upheld' WHERE m.request_id = NEW.request_id), ''));
  SELECT CASE
      WHEN c.n IS NULL OR c.until_on < NEW.posted_on THEN RAISE(ABORT, 'check_missing')
      WHEN c.income_within = 0 OR c.property_within = 0 THEN RAISE(ABORT, 'means_over')
    END FROM (SELECT 1) LEFT JOIN means_checks c ON c.request_id = NEW.request_id
      AND c.n = (SELECT max(n) FROM means_checks WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'need_exceeded') FROM surveys s WHERE s.request_id = NEW.request_id
    AND s.n = (SELECT max(n) FROM surveys WHERE request_id = NEW.request_id) AND NEW.fen > s.need_fen;
END;

CREATE TRIGGER objections_are_judged BEFORE INSERT ON objections BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.raised_by AND at = NEW.raised_at);
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM objections WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'notice_closed') WHERE NOT EXISTS (
    SELECT 1 FROM standing_notices s JOIN undecided_requests u ON u.id = s.request_id
    WHERE s.id = NEW.notice_id AND (s.open_objections > 0 OR s.until_on >= date(NEW.raised_at, '+8 hours')));
  SELECT RAISE(ABORT, 'already_objected') WHERE NEW.way = 'online' AND EXISTS (
    SELECT 1 FROM objections WHERE notice_id = NEW.notice_id AND way = 'online' AND raised_by = NEW.raised_by);
  SELECT RAISE(ABORT, 'post_required') WHERE NEW.way = 'telephone' AND NOT EXISTS (
    SELECT 1 FROM public_notices n JOIN requests r ON r.id = n.request_id JOIN posts p ON p.person_id = NEW.raised_by
      AND p.kind IN ('caseworker', 'deputy_leader', 'leader') AND p.township_code = r.township_code
    WHERE n.id = NEW.notice_id AND p.from_at <= NEW.raised_at AND (p.until_at IS NULL OR p.until_at > NEW.raised_at));
END;

CREATE TRIGGER hearings_are_judged BEFORE INSERT ON hearings BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.held_by AND at = NEW.held_at);
  SELECT RAISE(ABORT, 'objection_settled') WHERE NOT EXISTS (SELECT 1 FROM objections WHERE id = NEW.objection_id)
    OR EXISTS (SELECT 1 FROM objection_results WHERE objection_id = NEW.objection_id)
    OR EXISTS (SELECT 1 FROM hearings WHERE objection_id = NEW.objection_id);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM objections o JOIN public_notices n ON n.id = o.notice_id JOIN requests r ON r.id = n.request_id
    JOIN posts p ON p.person_id = NEW.held_by AND p.kind IN ('caseworker', 'deputy_leader', 'leader') AND p.township_code = r.township_code
    WHERE o.id = NEW.objection_id AND p.from_at <= NEW.held_at AND (p.until_at IS NULL OR p.until_at > NEW.held_at));
END;

-- Who wrote the objection down, or was one of the two at the door, does not judge it.
CREATE TRIGGER objection_results_are_judged BEFORE INSERT ON objection_results BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.decided_by AND at = NEW.decided_at);
  SELECT RAISE(ABORT, 'objection_settled') WHERE NOT EXISTS (SELECT 1 FROM objections WHERE id = NEW.objection_id)
    OR EXISTS (SELECT 1 FROM objection_results WHERE objection_id = NEW.objection_id);
  SELECT RAISE(ABORT, 'request_not_open') FROM objections o JOIN public_notices n ON n.id = o.notice_id
    WHERE o.id = NEW.objection_id AND NOT EXISTS (SELECT 1 FROM undecided_requests WHERE id = n.request_id);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM objections o JOIN public_notices n ON n.id = o.notice_id JOIN requests r ON r.id = n.request_id
    JOIN posts p ON p.person_id = NEW.decided_by AND p.kind IN ('deputy_leader', 'leader') AND p.township_code = r.township_code
    WHERE o.id = NEW.objection_id AND p.from_at <= NEW.decided_at AND (p.until_at IS NULL OR p.until_at > NEW.decided_at));
  SELECT RAISE(ABORT, 'same_person') FROM objections o JOIN public_notices n ON n.id = o.notice_id
    WHERE o.id = NEW.objection_id AND (o.raised_by = NEW.decided_by
      OR EXISTS (SELECT 1 FROM surveys WHERE request_id = n.request_id AND surveyed_by = NEW.decided_by)
      OR EXISTS (SELECT 1 FROM survey_signatures WHERE request_id = n.request_id AND signed_by = NEW.decided_by));
  SELECT RAISE(ABORT, 'beneficiary') FROM objections o JOIN public_notices n ON n.id = o.notice_id JOIN gainers g ON g.request_id = n.request_id
    WHERE o.id = NEW.objection_id AND g.person_id = NEW.decided_by;
  SELECT RAISE(ABORT, 'notice_amount') FROM objections o JOIN standing_notices s ON s.id = o.notice_id
    WHERE o.id = NEW.objection_id AND NEW.amended_fen >= s.fen;
END;

CREATE TRIGGER authorisations_are_never_changed BEFORE UPDATE ON authorisations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER authorisations_are_never_deleted BEFORE DELETE ON authorisations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER means_checks_are_never_changed BEFORE UPDATE ON means_checks BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER means_checks_are_never_deleted BEFORE DELETE ON means_checks BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER surveys_are_never_changed BEFORE UPDATE ON surveys BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER surveys_are_never_deleted BEFORE DELETE ON surveys BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER survey_photos_are_never_changed BEFORE UPDATE ON survey_photos BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER survey_photos_are_never_deleted BEFORE DELETE ON survey_photos BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER survey_signatures_are_never_changed BEFORE UPDATE ON survey_signatures BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER survey_signatures_are_never_deleted BEFORE DELETE ON survey_signatures BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER public_notices_are_never_changed BEFORE UPDATE ON public_notices BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER public_notices_are_never_deleted BEFORE DELETE ON public_notices BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER objections_are_never_changed BEFORE UPDATE ON objections BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER objections_are_never_deleted BEFORE DELETE ON objections BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER hearings_are_never_changed BEFORE UPDATE ON hearings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER hearings_are_never_deleted BEFORE DELETE ON hearings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER objection_results_are_never_changed BEFORE UPDATE ON objection_results BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER objection_results_are_never_deleted BEFORE DELETE ON objection_results BEGIN SELECT RAISE(ABORT, 'append_only'); END;
