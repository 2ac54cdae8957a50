-- The county's rules by date (RULEBOOK 9). The newest version whose day has come is in force. Every line is a column; the
-- defaults are the sample table's. Nothing here turns off who may not sign: that is no matter of policy (A-12).
CREATE TABLE policies (
  version INTEGER PRIMARY KEY,
  from_on TEXT NOT NULL CHECK (date(from_on, '+0 day') IS from_on),
  -- 低保 a month: in town (or for all, where `rural_dibao_fen` is null) and in the country
  dibao_fen ANY NOT NULL CHECK (typeof(dibao_fen) = 'integer' AND dibao_fen > 0),
  rural_dibao_fen ANY DEFAULT 61600 CHECK (rural_dibao_fen IS NULL OR (typeof(rural_dibao_fen) = 'integer' AND rural_dibao_fen > 0)),
  -- sums: the national limit of a small grant is one month (N-03), the township's ceiling lies under the county's cap (N-20)
  small_cap_fen ANY NOT NULL CHECK (typeof(small_cap_fen) = 'integer' AND small_cap_fen BETWEEN 1 AND dibao_fen),
  small_basis TEXT NOT NULL DEFAULT 'per_case' CHECK (small_basis IN ('per_case', 'per_person')),
  urgent_ceiling_fen ANY NOT NULL CHECK (typeof(urgent_ceiling_fen) = 'integer' AND urgent_ceiling_fen > 0),
  county_cap_times INTEGER NOT NULL DEFAULT 10 CHECK (county_cap_times BETWEEN 1 AND 12),
  cash_cap_fen ANY NOT NULL CHECK (typeof(cash_cap_fen) = 'integer' AND cash_cap_fen >= 0),
  -- the formula: 低保 x persons x months, or by days (N-31)
  formula_basis TEXT NOT NULL DEFAULT 'per_person' CHECK (formula_basis IN ('per_person', 'per_household')),
  months_min INTEGER NOT NULL DEFAULT 1 CHECK (months_min BETWEEN 1 AND months_max),
  months_max INTEGER NOT NULL DEFAULT 6 CHECK (months_max BETWEEN 1 AND 6),
  days_max INTEGER NOT NULL DEFAULT 180 CHECK (days_max BETWEEN 1 AND 180),
  light_cap_fen ANY NOT NULL DEFAULT 80000 CHECK (typeof(light_cap_fen) = 'integer' AND light_cap_fen > 0),
  -- clocks: calendar hours, working days (N-22)
  small_hours INTEGER NOT NULL CHECK (small_hours BETWEEN 1 AND 72),
  urgent_hours INTEGER NOT NULL CHECK (urgent_hours BETWEEN 1 AND 72),
  standard_days INTEGER NOT NULL CHECK (standard_days BETWEEN 1 AND 60),
  explanation_days INTEGER NOT NULL CHECK (explanation_days BETWEEN 1 AND 30),
  last_signature_hours INTEGER NOT NULL DEFAULT 24 CHECK (last_signature_hours BETWEEN 0 AND 72),
  -- 公示 before the decision; of urgent and small grants none, or afterwards
  publicity_days INTEGER NOT NULL DEFAULT 7 CHECK (publicity_days BETWEEN 2 AND 30),
  publicity_small_days INTEGER NOT NULL DEFAULT 0 CHECK (publicity_small_days BETWEEN 0 AND 30),
  publicity_urgent_days INTEGER NOT NULL DEFAULT 0 CHECK (publicity_urgent_days BETWEEN 0 AND 30),
  publish_emergency_names INTEGER NOT NULL DEFAULT 0 CHECK (publish_emergency_names = 0),
  -- how often, and to whom (N-32, N-13)
  same_cause_per_year INTEGER NOT NULL CHECK (same_cause_per_year >= 1),
  household_per_year INTEGER NOT NULL CHECK (household_per_year >= 1),
  payee_shared_limit INTEGER NOT NULL DEFAULT 2 CHECK (payee_shared_limit BETWEEN 1 AND 20),
  non_local TEXT NOT NULL DEFAULT 'aid_here' CHECK (non_local IN ('aid_here', 'assist_to_station')),
  -- the fund (R-04 to R-07)
  overdue_block_urgent INTEGER NOT NULL DEFAULT 3 CHECK (overdue_block_urgent BETWEEN 1 AND 99),
  low_fund_percent INTEGER NOT NULL CHECK (low_fund_percent BETWEEN 0 AND 100),
  fund_cycle TEXT NOT NULL DEFAULT 'monthly' CHECK (fund_cycle IN ('on_demand', 'monthly', 'quarterly')),
  fund_cycle_day INTEGER NOT NULL DEFAULT 25 CHECK (fund_cycle_day BETWEEN 1 AND 28),
  year_end TEXT NOT NULL CHECK (year_end IN ('carry_over', 'return')),
  -- how long records stay
  grant_years INTEGER NOT NULL DEFAULT 30 CHECK (grant_years BETWEEN 10 AND 100),
  log_years INTEGER NOT NULL DEFAULT 3 CHECK (log_years BETWEEN 1 AND 100),
  draft_days INTEGER NOT NULL DEFAULT 90 CHECK (draft_days BETWEEN 1 AND 365),
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT;
-- Each refusal names its line. The first version is the county's founding: it may have begun before.
CREATE TRIGGER policies_are_judged BEFORE INSERT ON policies BEGIN
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM policies WHERE version = NEW.version);
  SELECT RAISE(ABORT, 'policy_dates') WHERE EXISTS (SELECT 1 FROM policies WHERE from_on = NEW.from_on);
  SELECT RAISE(ABORT, 'policy_past') FROM journal WHERE id = NEW.journal_id AND NEW.from_on <= date(at, '+8 hours')
    AND EXISTS (SELECT 1 FROM policies);
  SELECT CASE
      WHEN NEW.small_cap_fen > NEW.dibao_fen THEN RAISE(ABORT, 'policy_small_cap')
      WHEN NEW.urgent_ceiling_fen > NEW.county_cap_times * NEW.dibao_fen THEN RAISE(ABORT, 'policy_ceiling')
      WHEN NEW.urgent_ceiling_fen < NEW.small_cap_fen THEN RAISE(ABORT, 'policy_ceiling_low')
      WHEN NEW.months_max > 6 OR NEW.months_min > NEW.months_max THEN RAISE(ABORT, 'policy_months')
      WHEN NEW.publicity_days < 2 THEN RAISE(ABORT, 'policy_publicity')
      WHEN NEW.small_hours > 72 THEN RAISE(ABORT, 'policy_small_hours')
    END;
END;
CREATE TRIGGER policies_are_never_changed BEFORE UPDATE ON policies BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER policies_are_never_deleted BEFORE DELETE ON policies BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- The usual sums of a small grant, rising; none passes the cap.
CREATE TABLE policy_tiers (
  version INTEGER NOT NULL REFERENCES policies (version),
  ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 9),
  fen ANY NOT NULL CHECK (typeof(fen) = 'integer' AND fen > 0),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (version, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER policy_tiers_are_judged BEFORE INSERT ON policy_tiers BEGIN
  SELECT RAISE(ABORT, 'append_only') WHERE NOT EXISTS (SELECT 1 FROM policies WHERE version = NEW.version AND journal_id = NEW.journal_id)
    OR EXISTS (SELECT 1 FROM policy_tiers WHERE version = NEW.version AND ordinal = NEW.ordinal);
  SELECT RAISE(ABORT, 'policy_tier') WHERE NEW.fen > (SELECT small_cap_fen FROM policies WHERE version = NEW.version)
    OR NEW.fen <= coalesce((SELECT max(fen) FROM policy_tiers WHERE version = NEW.version), 0);
END;
CREATE TRIGGER policy_tiers_are_never_changed BEFORE UPDATE ON policy_tiers BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER policy_tiers_are_never_deleted BEFORE DELETE ON policy_tiers BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- A fund's quota by class of population (scenario 37): the class that begins last at or under the number.
CREATE TABLE policy_quotas (
  version INTEGER NOT NULL REFERENCES policies (version),
  from_population INTEGER NOT NULL CHECK (from_population >= 0),
  fen ANY NOT NULL CHECK (typeof(fen) = 'integer' AND fen > 0),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (version, from_population)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER policy_quotas_are_judged BEFORE INSERT ON policy_quotas BEGIN
  SELECT RAISE(ABORT, 'append_only') WHERE NOT EXISTS (SELECT 1 FROM policies WHERE version = NEW.version AND journal_id = NEW.journal_id)
    OR EXISTS (SELECT 1 FROM policy_quotas WHERE version = NEW.version AND from_population = NEW.from_population);
  SELECT RAISE(ABORT, 'policy_quota') WHERE EXISTS (SELECT 1 FROM policy_quotas WHERE version = NEW.version
    AND ((from_population < NEW.from_population AND fen > NEW.fen) OR (from_population > NEW.from_population AND fen < NEW.fen)));
END;
CREATE TRIGGER policy_quotas_are_never_changed BEFORE UPDATE ON policy_quotas BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER policy_quotas_are_never_deleted BEFORE DELETE ON policy_quotas BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE VIEW class_quotas AS SELECT t.code AS township_code, q.version, q.fen FROM townships t JOIN policy_quotas q
  ON q.from_population = (SELECT max(from_population) FROM policy_quotas WHERE version = q.version AND from_population <= t.population);

-- The reasons for which a request may be refused in this county; a version without any lets all of them.
CREATE TABLE policy_refusal_codes (
  version INTEGER NOT NULL REFERENCES policies (version),
  code TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (version, code)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER policy_refusal_codes_come_with_the_policy BEFORE INSERT ON policy_refusal_codes BEGIN
  SELECT RAISE(ABORT, 'append_only') WHERE NOT EXISTS (SELECT 1 FROM policies WHERE version = NEW.version AND journal_id = NEW.journal_id)
    OR EXISTS (SELECT 1 FROM policy_refusal_codes WHERE version = NEW.version AND code = NEW.code);
END;
CREATE TRIGGER policy_refusal_codes_are_never_changed BEFORE UPDATE ON policy_refusal_codes BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER policy_refusal_codes_are_never_deleted BEFORE DELETE ON policy_refusal_codes BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- Every day of the years in use. `official` = 0 until the State Council's list for that year is imported (N-22).
CREATE TABLE calendar_days (
  day TEXT PRIMARY KEY CHECK (date(day, '+0 day') IS day),
  working INTEGER NOT NULL CHECK (working IN (0, 1)),
  official INTEGER NOT NULL CHECK (official IN (0, 1)),
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
-- A day becomes official once, with the list that says so; then nobody moves a deadline.
CREATE TRIGGER calendar_days_become_official BEFORE UPDATE ON calendar_days
  WHEN OLD.official = 1 OR NEW.official = 0 OR NEW.day IS NOT OLD.day OR NEW.working IS NOT (
    SELECT coalesce((SELECT working FROM calendar_list_days WHERE list_id = l.id AND day = NEW.day), strftime('%w', NEW.day) NOT IN ('0', '6'))
    FROM calendar_confirmations c JOIN calendar_lists l ON l.id = c.list_id
    WHERE c.journal_id = NEW.journal_id AND l.year = CAST(substr(NEW.day, 1, 4) AS INTEGER)) BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER calendar_days_are_never_deleted BEFORE DELETE ON calendar_days BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER calendar_days_are_never_replaced BEFORE INSERT ON calendar_days
  WHEN EXISTS (SELECT 1 FROM calendar_days WHERE day = NEW.day) BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE INDEX calendar_working_days ON calendar_days (day) WHERE working = 1;

-- 放假安排 of a year, as the State Council has it: holidays and make-up days; every other day is as the week has it (N-22).
-- One person of the county imports it, another confirms it: then the year's days become official.
CREATE TABLE calendar_lists (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL CHECK (year BETWEEN 2020 AND 2099),
  paper_text_id TEXT NOT NULL REFERENCES texts (id),
  imported_by TEXT NOT NULL REFERENCES persons (id),
  imported_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE calendar_list_days (
  list_id TEXT NOT NULL REFERENCES calendar_lists (id),
  day TEXT NOT NULL CHECK (date(day, '+0 day') IS day),
  working INTEGER NOT NULL CHECK (working IN (0, 1)),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (list_id, day)
) STRICT, WITHOUT ROWID;
CREATE TABLE calendar_confirmations (
  list_id TEXT PRIMARY KEY REFERENCES calendar_lists (id),
  confirmed_by TEXT NOT NULL REFERENCES persons (id),
  confirmed_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER calendar_lists_are_judged BEFORE INSERT ON calendar_lists BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.imported_by AND at = NEW.imported_at);
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM calendar_lists WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'calendar_official') WHERE NOT EXISTS (
    SELECT 1 FROM calendar_days WHERE official = 0 AND day BETWEEN NEW.year || '-01-01' AND NEW.year || '-12-31');
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.imported_by AND kind IN ('county_assistance', 'county_finance')
      AND from_at <= NEW.imported_at AND (until_at IS NULL OR until_at > NEW.imported_at));
END;
CREATE TRIGGER calendar_list_days_come_with_the_list BEFORE INSERT ON calendar_list_days BEGIN
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM calendar_list_days WHERE list_id = NEW.list_id AND day = NEW.day)
    OR NOT EXISTS (SELECT 1 FROM calendar_lists WHERE id = NEW.list_id AND journal_id = NEW.journal_id AND NEW.day LIKE year || '-%');
END;
CREATE TRIGGER calendar_confirmations_are_judged BEFORE INSERT ON calendar_confirmations BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.confirmed_by AND at = NEW.confirmed_at);
  SELECT RAISE(ABORT, 'calendar_official') WHERE EXISTS (SELECT 1 FROM calendar_confirmations WHERE list_id = NEW.list_id)
    OR NOT EXISTS (SELECT 1 FROM calendar_lists l JOIN calendar_days d ON d.day LIKE l.year || '-%' AND d.official = 0 WHERE l.id = NEW.list_id);
  SELECT RAISE(ABORT, 'second_person_required') FROM calendar_lists WHERE id = NEW.list_id AND imported_by = NEW.confirmed_by;
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.confirmed_by AND kind IN ('county_assistance', 'county_finance')
      AND from_at <= NEW.confirmed_at AND (until_at IS NULL OR until_at > NEW.confirmed_at));
END;
CREATE TRIGGER calendar_lists_are_never_changed BEFORE UPDATE ON calendar_lists BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER calendar_lists_are_never_deleted BEFORE DELETE ON calendar_lists BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER calendar_list_days_are_never_changed BEFORE UPDATE ON calendar_list_days BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER calendar_list_days_are_never_deleted BEFORE DELETE ON calendar_list_days BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER calendar_confirmations_are_never_changed BEFORE UPDATE ON calendar_confirmations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER calendar_confirmations_are_never_deleted BEFORE DELETE ON calendar_confirmations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
