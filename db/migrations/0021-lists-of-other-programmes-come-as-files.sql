-- Lists of other programmes (低保, 特困, 低保边缘, 刚性支出困难, 防返贫监测) come as files, whole each time (C-05, N-05). Of who is on one
-- only the index of the number is kept: it finds who asks for help, and tells nothing of who never does.

-- One import. `township_code` NULL: of the whole county. It counts once its closing row exists.
CREATE TABLE program_lists (
  id TEXT PRIMARY KEY,
  program TEXT NOT NULL CHECK (program IN ('DIBAO', 'TEKUN', 'DIBAO_EDGE', 'RIGID_SPENDING', 'RELAPSE_WATCH')),
  township_code TEXT REFERENCES townships (code),
  from_on TEXT NOT NULL CHECK (date(from_on, '+0 day') IS from_on),
  until_on TEXT NOT NULL CHECK (date(until_on, '+0 day') IS until_on AND until_on BETWEEN from_on AND date(from_on, '+1 year')),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  imported_by TEXT NOT NULL REFERENCES persons (id),
  imported_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX program_lists_by_program ON program_lists (program);

-- Written some hundreds at a time, each time by an act of the same person, in the order of the indexes: so that neither tree is
-- written here and there. `row`: where in the file.
CREATE TABLE listed_people (
  list_id TEXT NOT NULL REFERENCES program_lists (id),
  n INTEGER NOT NULL CHECK (n > 0),
  id_number_index TEXT NOT NULL,
  row INTEGER NOT NULL CHECK (row > 0),
  from_on TEXT NOT NULL CHECK (date(from_on, '+0 day') IS from_on),
  until_on TEXT NOT NULL CHECK (date(until_on, '+0 day') IS until_on AND until_on BETWEEN from_on AND date(from_on, '+1 year')),
  journal_id TEXT NOT NULL REFERENCES journal (id),
  PRIMARY KEY (list_id, n)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX listed_people_by_number ON listed_people (id_number_index, list_id);

CREATE TABLE program_list_closings (
  list_id TEXT PRIMARY KEY REFERENCES program_lists (id),
  people INTEGER NOT NULL CHECK (people > 0),
  closed_by TEXT NOT NULL REFERENCES persons (id),
  closed_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;

-- The import was wrong: the list before it is the one that counts again.
CREATE TABLE program_list_undoings (
  list_id TEXT PRIMARY KEY REFERENCES program_list_closings (list_id),
  reason_text_id TEXT NOT NULL REFERENCES texts (id),
  undone_by TEXT NOT NULL REFERENCES persons (id),
  undone_at TEXT NOT NULL,
  journal_id TEXT NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;

CREATE VIEW standing_lists AS
SELECT l.*, c.people, c.closed_at FROM program_lists l JOIN program_list_closings c ON c.list_id = l.id
WHERE NOT EXISTS (SELECT 1 FROM program_list_undoings WHERE list_id = l.id);
-- Each list takes the place of the one before it, of the same programme and area.
CREATE VIEW current_lists AS
SELECT s.* FROM standing_lists s WHERE NOT EXISTS (SELECT 1 FROM standing_lists o
  WHERE o.program = s.program AND o.township_code IS s.township_code AND (o.closed_at, o.id) > (s.closed_at, s.id));
-- The standing list after this one, and before it.
CREATE VIEW list_order AS
SELECT s.id,
  (SELECT o.id FROM standing_lists o WHERE o.program = s.program AND o.township_code IS s.township_code AND (o.closed_at, o.id) < (s.closed_at, s.id)
    ORDER BY o.closed_at DESC, o.id DESC LIMIT 1) AS before_id,
  (SELECT o.id FROM standing_lists o WHERE o.program = s.program AND o.township_code IS s.township_code AND (o.closed_at, o.id) > (s.closed_at, s.id)
    ORDER BY o.closed_at, o.id LIMIT 1) AS after_id
FROM standing_lists s;

-- Whose household stands on which list: a township's own list tells of its own households only.
CREATE VIEW listed_households AS
SELECT m.household_id, m.person_id, r.list_id, r.from_on, r.until_on FROM household_members m JOIN persons p ON p.id = m.person_id
JOIN households h ON h.id = m.household_id JOIN listed_people r ON r.id_number_index = p.id_number_index
JOIN program_lists l ON l.id = r.list_id AND (l.township_code IS NULL OR l.township_code = h.township_code);

-- 已认定的家庭 (P13, N-05): which standing a household has and until when, by hand or by the list that counts.
CREATE VIEW recognised_households AS
SELECT household_id, program, from_on, until_on, NULL AS list_id FROM live_other_aid WHERE until_on IS NOT NULL
UNION ALL
SELECT x.household_id, c.program, min(x.from_on), max(x.until_on), c.id FROM listed_households x JOIN current_lists c ON c.id = x.list_id GROUP BY x.household_id, c.id;

CREATE TRIGGER program_lists_are_judged BEFORE INSERT ON program_lists BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.imported_by AND at = NEW.imported_at)
      OR EXISTS (SELECT 1 FROM program_lists WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.imported_by AND kind = iif(NEW.township_code IS NULL, 'county_assistance', 'caseworker')
      AND township_code IS NEW.township_code AND from_at <= NEW.imported_at AND (until_at IS NULL OR until_at > NEW.imported_at));
  SELECT RAISE(ABORT, 'aid_later') WHERE NEW.from_on > date(NEW.imported_at, '+8 hours');
  SELECT RAISE(ABORT, 'list_known') FROM current_lists WHERE program = NEW.program AND township_code IS NEW.township_code AND sha256 = NEW.sha256
    AND from_on = NEW.from_on AND until_on = NEW.until_on;
END;
CREATE TRIGGER listed_people_are_judged BEFORE INSERT ON listed_people BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM program_lists l JOIN journal j ON j.id = NEW.journal_id
        WHERE l.id = NEW.list_id AND j.person_id = l.imported_by AND j.chain = coalesce(l.township_code, 'county') AND j.at >= l.imported_at)
      OR EXISTS (SELECT 1 FROM program_list_closings WHERE list_id = NEW.list_id)
      OR NEW.n IS NOT 1 + coalesce((SELECT max(n) FROM listed_people WHERE list_id = NEW.list_id), 0)
      OR EXISTS (SELECT 1 FROM listed_people WHERE id_number_index = NEW.id_number_index AND list_id = NEW.list_id);
END;
-- By who began it, with as many as were written, while what it was compared with still counts.
CREATE TRIGGER program_list_closings_are_judged BEFORE INSERT ON program_list_closings BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.closed_by AND at = NEW.closed_at)
      OR EXISTS (SELECT 1 FROM program_list_closings WHERE list_id = NEW.list_id);
  SELECT RAISE(ABORT, 'list_moved') FROM program_lists l JOIN current_lists c ON c.program = l.program AND c.township_code IS l.township_code
    WHERE l.id = NEW.list_id AND c.closed_at > l.imported_at;
  SELECT RAISE(ABORT, 'list_unfinished') WHERE NEW.people IS NOT (SELECT max(n) FROM listed_people WHERE list_id = NEW.list_id)
    OR NOT EXISTS (SELECT 1 FROM program_lists WHERE id = NEW.list_id AND imported_by = NEW.closed_by);
END;
CREATE TRIGGER program_list_undoings_are_judged BEFORE INSERT ON program_list_undoings BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.undone_by AND at = NEW.undone_at);
  SELECT RAISE(ABORT, 'list_undone') WHERE NOT EXISTS (SELECT 1 FROM standing_lists WHERE id = NEW.list_id);
  SELECT RAISE(ABORT, 'post_required') FROM program_lists l WHERE l.id = NEW.list_id AND NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.undone_by AND kind = iif(l.township_code IS NULL, 'county_assistance', 'caseworker')
      AND township_code IS l.township_code AND from_at <= NEW.undone_at AND (until_at IS NULL OR until_at > NEW.undone_at));
END;
CREATE TRIGGER program_lists_are_never_changed BEFORE UPDATE ON program_lists BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER program_lists_are_never_deleted BEFORE DELETE ON program_lists BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER listed_people_are_never_changed BEFORE UPDATE ON listed_people BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER listed_people_are_never_deleted BEFORE DELETE ON listed_people BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER program_list_closings_are_never_changed BEFORE UPDATE ON program_list_closings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER program_list_closings_are_never_deleted BEFORE DELETE ON program_list_closings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER program_list_undoings_are_never_changed BEFORE UPDATE ON program_list_undoings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER program_list_undoings_are_never_deleted BEFORE DELETE ON program_list_undoings BEGIN SELECT RAISE(ABORT, 'append_only'); END;
