-- The county's rules by date (RULEBOOK 9). The newest version whose day has come is in force.
CREATE TABLE policies (
  version INTEGER PRIMARY KEY,
  from_on TEXT NOT NULL CHECK (date(from_on, '+0 day') IS from_on),
  dibao_fen ANY NOT NULL CHECK (typeof(dibao_fen) = 'integer' AND dibao_fen > 0),
  small_cap_fen ANY NOT NULL CHECK (typeof(small_cap_fen) = 'integer' AND small_cap_fen BETWEEN 1 AND dibao_fen),
  urgent_ceiling_fen ANY NOT NULL CHECK (typeof(urgent_ceiling_fen) = 'integer' AND urgent_ceiling_fen > 0),
  cash_cap_fen ANY NOT NULL CHECK (typeof(cash_cap_fen) = 'integer' AND cash_cap_fen >= 0),
  small_hours INTEGER NOT NULL CHECK (small_hours BETWEEN 1 AND 72),
  urgent_hours INTEGER NOT NULL CHECK (urgent_hours BETWEEN 1 AND 72),
  standard_days INTEGER NOT NULL CHECK (standard_days BETWEEN 1 AND 60),
  explanation_days INTEGER NOT NULL CHECK (explanation_days BETWEEN 1 AND 30),
  same_cause_per_year INTEGER NOT NULL CHECK (same_cause_per_year >= 1),
  household_per_year INTEGER NOT NULL CHECK (household_per_year >= 1),
  low_fund_percent INTEGER NOT NULL CHECK (low_fund_percent BETWEEN 0 AND 100),
  year_end TEXT NOT NULL CHECK (year_end IN ('carry_over', 'return')),
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT;
CREATE TRIGGER policies_are_never_replaced BEFORE INSERT ON policies
  WHEN EXISTS (SELECT 1 FROM policies WHERE version = NEW.version) BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER policies_are_never_changed BEFORE UPDATE ON policies BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER policies_are_never_deleted BEFORE DELETE ON policies BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- Every day of the years in use. `official` = 0 until the State Council's list for that year is imported (N-22).
CREATE TABLE calendar_days (
  day TEXT PRIMARY KEY CHECK (date(day, '+0 day') IS day),
  working INTEGER NOT NULL CHECK (working IN (0, 1)),
  official INTEGER NOT NULL CHECK (official IN (0, 1)),
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
-- A day becomes official once, with the list that says so; then nobody moves a deadline.
CREATE TRIGGER calendar_days_become_official BEFORE UPDATE ON calendar_days
  WHEN OLD.official = 1 OR NEW.official = 0 OR NEW.day IS NOT OLD.day BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER calendar_days_are_never_deleted BEFORE DELETE ON calendar_days BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER calendar_days_are_never_replaced BEFORE INSERT ON calendar_days
  WHEN EXISTS (SELECT 1 FROM calendar_days WHERE day = NEW.day) BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE INDEX calendar_working_days ON calendar_days (day) WHERE working = 1;
