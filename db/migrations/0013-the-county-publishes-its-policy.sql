-- A policy is drafted by one officer of the county, published by another (A-12), from a day to come (N-30). A draft is never
-- changed: a better one is another draft. `content` is the whole version as JSON; it holds no personal data.
CREATE TABLE policy_drafts (
  id TEXT PRIMARY KEY,
  from_on TEXT NOT NULL CHECK (date(from_on, '+0 day') IS from_on),
  content TEXT NOT NULL CHECK (json_valid(content)),
  drafted_by TEXT NOT NULL REFERENCES persons (id),
  drafted_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE policy_publications (
  draft_id TEXT PRIMARY KEY REFERENCES policy_drafts (id),
  version INTEGER NOT NULL UNIQUE REFERENCES policies (version),
  published_by TEXT NOT NULL REFERENCES persons (id),
  published_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE policy_draft_dismissals (
  draft_id TEXT PRIMARY KEY REFERENCES policy_drafts (id),
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  dismissed_by TEXT NOT NULL REFERENCES persons (id),
  dismissed_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER policy_drafts_are_judged BEFORE INSERT ON policy_drafts BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.drafted_by AND at = NEW.drafted_at);
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM policy_drafts WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.drafted_by AND kind = 'county_assistance'
      AND from_at <= NEW.drafted_at AND (until_at IS NULL OR until_at > NEW.drafted_at));
  SELECT RAISE(ABORT, 'policy_past') WHERE NEW.from_on <= date(NEW.drafted_at, '+8 hours');
  SELECT RAISE(ABORT, 'policy_dates') WHERE EXISTS (SELECT 1 FROM policies WHERE from_on = NEW.from_on);
END;

-- What is published is the draft, line by line; its version was written in the same act (db/migrations/0003 judged it).
CREATE TRIGGER policy_publications_are_judged BEFORE INSERT ON policy_publications BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.published_by AND at = NEW.published_at);
  SELECT RAISE(ABORT, 'proposal_closed') WHERE EXISTS (SELECT 1 FROM policy_publications WHERE draft_id = NEW.draft_id OR version = NEW.version)
    OR EXISTS (SELECT 1 FROM policy_draft_dismissals WHERE draft_id = NEW.draft_id);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.published_by AND kind IN ('county_finance', 'county_leader')
      AND from_at <= NEW.published_at AND (until_at IS NULL OR until_at > NEW.published_at));
  SELECT RAISE(ABORT, 'second_person_required') WHERE EXISTS (
    SELECT 1 FROM policy_drafts WHERE id = NEW.draft_id AND drafted_by = NEW.published_by);
  SELECT RAISE(ABORT, 'policy_changed') WHERE NOT EXISTS (
    SELECT 1 FROM policy_drafts d JOIN policies p ON p.version = NEW.version AND p.journal_id = NEW.journal_id AND p.from_on = d.from_on
    WHERE d.id = NEW.draft_id
      AND json_extract(d.content, '$.dibaoFen') IS p.dibao_fen AND json_extract(d.content, '$.ruralDibaoFen') IS p.rural_dibao_fen
      AND json_extract(d.content, '$.smallCapFen') IS p.small_cap_fen AND json_extract(d.content, '$.smallBasis') IS p.small_basis
      AND json_extract(d.content, '$.urgentCeilingFen') IS p.urgent_ceiling_fen AND json_extract(d.content, '$.countyCapTimes') IS p.county_cap_times
      AND json_extract(d.content, '$.cashCapFen') IS p.cash_cap_fen AND json_extract(d.content, '$.formulaBasis') IS p.formula_basis
      AND json_extract(d.content, '$.monthsMin') IS p.months_min AND json_extract(d.content, '$.monthsMax') IS p.months_max
      AND json_extract(d.content, '$.daysMax') IS p.days_max AND json_extract(d.content, '$.lightCapFen') IS p.light_cap_fen
      AND json_extract(d.content, '$.smallHours') IS p.small_hours AND json_extract(d.content, '$.urgentHours') IS p.urgent_hours
      AND json_extract(d.content, '$.standardDays') IS p.standard_days AND json_extract(d.content, '$.explanationDays') IS p.explanation_days
      AND json_extract(d.content, '$.lastSignatureHours') IS p.last_signature_hours AND json_extract(d.content, '$.publicityDays') IS p.publicity_days
      AND json_extract(d.content, '$.publicitySmallDays') IS p.publicity_small_days AND json_extract(d.content, '$.publicityUrgentDays') IS p.publicity_urgent_days
      AND json_extract(d.content, '$.publishEmergencyNames') IS p.publish_emergency_names AND json_extract(d.content, '$.sameCausePerYear') IS p.same_cause_per_year
      AND json_extract(d.content, '$.householdPerYear') IS p.household_per_year AND json_extract(d.content, '$.payeeSharedLimit') IS p.payee_shared_limit
      AND json_extract(d.content, '$.nonLocal') IS p.non_local AND json_extract(d.content, '$.overdueBlockUrgent') IS p.overdue_block_urgent
      AND json_extract(d.content, '$.lowFundPercent') IS p.low_fund_percent AND json_extract(d.content, '$.fundCycle') IS p.fund_cycle
      AND json_extract(d.content, '$.fundCycleDay') IS p.fund_cycle_day AND json_extract(d.content, '$.yearEnd') IS p.year_end
      AND json_extract(d.content, '$.grantYears') IS p.grant_years AND json_extract(d.content, '$.logYears') IS p.log_years
      AND json_extract(d.content, '$.draftDays') IS p.draft_days
      AND json_extract(d.content, '$.tiersFen') = (
        SELECT json_group_array(fen) FROM (SELECT fen FROM policy_tiers WHERE version = p.version ORDER BY ordinal))
      AND (SELECT json_group_array(json_array(value ->> 'fromPopulation', value ->> 'fen')) FROM (
          SELECT value FROM json_each(d.content, '$.quotas') ORDER BY value ->> 'fromPopulation')) = (
        SELECT json_group_array(json_array(from_population, fen)) FROM (
          SELECT from_population, fen FROM policy_quotas WHERE version = p.version ORDER BY from_population))
      AND (SELECT json_group_array(value) FROM (SELECT value FROM json_each(d.content, '$.refusalCodes') ORDER BY value)) = (
        SELECT json_group_array(code) FROM (SELECT code FROM policy_refusal_codes WHERE version = p.version ORDER BY code)));
END;

-- Taken back by who drafted it, or turned down by who would publish it, with a reason.
CREATE TRIGGER policy_draft_dismissals_are_judged BEFORE INSERT ON policy_draft_dismissals BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.dismissed_by AND at = NEW.dismissed_at);
  SELECT RAISE(ABORT, 'proposal_closed') WHERE EXISTS (SELECT 1 FROM policy_publications WHERE draft_id = NEW.draft_id)
    OR EXISTS (SELECT 1 FROM policy_draft_dismissals WHERE draft_id = NEW.draft_id);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.dismissed_by AND kind IN ('county_assistance', 'county_finance', 'county_leader')
      AND from_at <= NEW.dismissed_at AND (until_at IS NULL OR until_at > NEW.dismissed_at));
END;

CREATE TRIGGER policy_drafts_are_never_changed BEFORE UPDATE ON policy_drafts BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER policy_drafts_are_never_deleted BEFORE DELETE ON policy_drafts BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER policy_publications_are_never_changed BEFORE UPDATE ON policy_publications BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER policy_publications_are_never_deleted BEFORE DELETE ON policy_publications BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER policy_draft_dismissals_are_never_changed BEFORE UPDATE ON policy_draft_dismissals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER policy_draft_dismissals_are_never_deleted BEFORE DELETE ON policy_draft_dismissals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
