-- Who and when of a row are who and when of the journal row it names: nobody writes in another's name, or for yesterday.
-- A step is refused by the schema, in the words of `contract/problems.ts`: where the request stands, who may, who may not.

CREATE TRIGGER acceptances_are_judged BEFORE INSERT ON acceptances BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.accepted_by AND at = NEW.accepted_at);
  SELECT RAISE(ABORT, 'already_accepted') WHERE EXISTS (SELECT 1 FROM acceptances WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'request_not_open') WHERE EXISTS (SELECT 1 FROM refusals WHERE request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM withdrawals WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.accepted_by AND kind IN ('caseworker')
      AND township_code = (SELECT township_code FROM requests WHERE id = NEW.request_id) AND from_at <= NEW.accepted_at AND (until_at IS NULL OR until_at > NEW.accepted_at));
  SELECT RAISE(ABORT, 'beneficiary') FROM gainers WHERE request_id = NEW.request_id AND person_id = NEW.accepted_by;
  SELECT RAISE(ABORT, 'household_elsewhere') FROM requests WHERE id = NEW.request_id AND NOT EXISTS (
    SELECT 1 FROM household_members WHERE person_id = requests.person_id AND household_id = NEW.household_id);
  SELECT RAISE(ABORT, 'household_elsewhere') WHERE NEW.same_as IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM household_members WHERE person_id = NEW.same_as AND household_id = NEW.household_id);
  -- somebody of the same telephone, or the same name and village, lives in another household: a number, a reason or his own household tells them apart
  SELECT RAISE(ABORT, 'household_unclear') FROM requests r JOIN persons p ON p.id = r.person_id
    WHERE r.id = NEW.request_id AND NEW.apart_text_id IS NULL AND p.id_number_index IS NULL
      AND NOT EXISTS (SELECT 1 FROM household_members WHERE person_id = p.id AND journal_id <> NEW.journal_id)
      AND EXISTS (SELECT 1 FROM persons q JOIN household_members m ON m.person_id = q.id
        WHERE q.id <> p.id AND (q.phone_index = p.phone_index OR q.name_index = p.name_index))
      AND NOT EXISTS (SELECT 1 FROM persons q JOIN household_members m ON m.person_id = q.id AND m.household_id = NEW.household_id
        WHERE q.id <> p.id AND (q.phone_index = p.phone_index OR q.name_index = p.name_index));
END;

CREATE TRIGGER refusals_are_judged BEFORE INSERT ON refusals BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.refused_by AND at = NEW.refused_at);
  -- what is the county's turn the county refuses
  SELECT RAISE(ABORT, 'county_turn') WHERE EXISTS (SELECT 1 FROM open_escalations WHERE request_id = NEW.request_id) AND NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.refused_by AND kind IN ('county_assistance', 'county_leader')
      AND from_at <= NEW.refused_at AND (until_at IS NULL OR until_at > NEW.refused_at));
  SELECT RAISE(ABORT, 'request_not_open') WHERE EXISTS (SELECT 1 FROM refusals WHERE request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM withdrawals WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'already_granted') WHERE EXISTS (SELECT 1 FROM grants WHERE request_id = NEW.request_id
    AND NOT EXISTS (SELECT 1 FROM cancellations WHERE grant_id = grants.id));
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.refused_by AND iif(EXISTS (SELECT 1 FROM open_escalations WHERE request_id = NEW.request_id),
        kind IN ('county_assistance', 'county_leader'), kind IN ('caseworker', 'deputy_leader', 'leader')
        AND township_code = (SELECT township_code FROM requests WHERE id = NEW.request_id)) AND from_at <= NEW.refused_at AND (until_at IS NULL OR until_at > NEW.refused_at));
  SELECT RAISE(ABORT, 'beneficiary') FROM gainers WHERE request_id = NEW.request_id AND person_id = NEW.refused_by;
  -- for a reason that the policy in force knows
  SELECT RAISE(ABORT, 'refusal_code_unused') FROM policies p
    WHERE p.version = (SELECT version FROM policies WHERE from_on <= date(NEW.refused_at, '+8 hours') ORDER BY from_on DESC LIMIT 1)
      AND EXISTS (SELECT 1 FROM policy_refusal_codes WHERE version = p.version)
      AND NOT EXISTS (SELECT 1 FROM policy_refusal_codes WHERE version = p.version AND code = NEW.code);
END;

CREATE TRIGGER withdrawals_are_judged BEFORE INSERT ON withdrawals BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.withdrawn_by AND at = NEW.withdrawn_at);
  SELECT RAISE(ABORT, 'request_not_open') WHERE EXISTS (SELECT 1 FROM refusals WHERE request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM withdrawals WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'already_granted') WHERE EXISTS (SELECT 1 FROM grants WHERE request_id = NEW.request_id
    AND NOT EXISTS (SELECT 1 FROM cancellations WHERE grant_id = grants.id));
  SELECT RAISE(ABORT, 'out_of_scope') WHERE NOT EXISTS (
    SELECT 1 FROM requests WHERE id = NEW.request_id AND NEW.withdrawn_by IN (person_id, submitted_by));
END;

-- N-20: what the township may not decide becomes the county's turn.
CREATE TRIGGER escalations_are_judged BEFORE INSERT ON escalations BEGIN
  SELECT RAISE(ABORT, 'handed_back') WHERE EXISTS (SELECT 1 FROM hand_backs WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.escalated_by AND at = NEW.escalated_at);
  SELECT RAISE(ABORT, 'request_not_open') WHERE EXISTS (SELECT 1 FROM refusals WHERE request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM withdrawals WHERE request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM escalations WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'already_granted') WHERE EXISTS (SELECT 1 FROM grants WHERE request_id = NEW.request_id
    AND NOT EXISTS (SELECT 1 FROM cancellations WHERE grant_id = grants.id));
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.escalated_by AND kind IN ('caseworker', 'deputy_leader', 'leader')
      AND township_code = (SELECT township_code FROM requests WHERE id = NEW.request_id) AND from_at <= NEW.escalated_at AND (until_at IS NULL OR until_at > NEW.escalated_at));
  SELECT RAISE(ABORT, 'beneficiary') FROM gainers WHERE request_id = NEW.request_id AND person_id = NEW.escalated_by;
END;

-- Once accepted the account is the caseworker's to change, once a transfer is decided nobody's: no money is redirected (X1, X4).
CREATE TRIGGER payees_are_judged BEFORE INSERT ON payees BEGIN
  SELECT RAISE(ABORT, 'append_only')
    WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = NEW.journal_id AND person_id = NEW.set_by AND at = NEW.set_at);
  SELECT RAISE(ABORT, 'append_only') WHERE EXISTS (SELECT 1 FROM payees WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'chain_stale') WHERE NEW.n <> 1 + (SELECT count(*) FROM payees WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'request_not_open') WHERE EXISTS (SELECT 1 FROM refusals WHERE request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM withdrawals WHERE request_id = NEW.request_id);
  SELECT RAISE(ABORT, 'already_granted') WHERE EXISTS (SELECT 1 FROM grants WHERE request_id = NEW.request_id
    AND channel = 'transfer' AND NOT EXISTS (SELECT 1 FROM cancellations WHERE grant_id = grants.id));
  SELECT RAISE(ABORT, 'payee_authority') WHERE NEW.relation <> 'self' AND NEW.authority IS NULL;
  SELECT RAISE(ABORT, 'post_required') WHERE NOT EXISTS (
    SELECT 1 FROM requests WHERE id = NEW.request_id AND NEW.set_by IN (person_id, submitted_by)
      AND NOT EXISTS (SELECT 1 FROM acceptances WHERE request_id = NEW.request_id))
    AND NOT EXISTS (
    SELECT 1 FROM posts WHERE person_id = NEW.set_by AND kind IN ('caseworker')
      AND township_code = (SELECT township_code FROM requests WHERE id = NEW.request_id) AND from_at <= NEW.set_at AND (until_at IS NULL OR until_at > NEW.set_at));
END;

-- An account may be erased when its time is over (PIPL 47) and sealed anew while the keys change, never said otherwise.
CREATE TRIGGER payees_are_only_emptied BEFORE UPDATE ON payees
  WHEN NEW.id IS NOT OLD.id OR NEW.request_id IS NOT OLD.request_id OR NEW.n IS NOT OLD.n OR NEW.kind IS NOT OLD.kind
    OR NEW.relation IS NOT OLD.relation OR NEW.authority IS NOT OLD.authority OR NEW.set_by IS NOT OLD.set_by OR NEW.set_at IS NOT OLD.set_at
    OR NEW.said_hash IS NOT OLD.said_hash OR NEW.journal_id IS NOT OLD.journal_id
    OR (NEW.holder_cipher NOT IN (OLD.holder_cipher, '') OR NEW.bank_cipher NOT IN (OLD.bank_cipher, '')
      OR NEW.account_cipher NOT IN (OLD.account_cipher, '') OR NEW.salt_cipher NOT IN (OLD.salt_cipher, '')
      OR NEW.account_index NOT IN (OLD.account_index, '') OR NEW.holder_index NOT IN (OLD.holder_index, ''))
      AND NOT EXISTS (SELECT 1 FROM rekeyings r WHERE NOT EXISTS (SELECT 1 FROM rekeying_ends e WHERE e.rekeying_id = r.id))
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER payees_are_never_deleted BEFORE DELETE ON payees BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- Photos join an open request: of who asked, who filed, or who helps with the case; each one's own (the journal says whose act it is).
CREATE TRIGGER request_photos_are_judged BEFORE INSERT ON request_photos BEGIN
  SELECT RAISE(ABORT, 'request_not_open') WHERE EXISTS (SELECT 1 FROM refusals WHERE request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM withdrawals WHERE request_id = NEW.request_id)
    OR EXISTS (SELECT 1 FROM grants WHERE request_id = NEW.request_id AND NOT EXISTS (SELECT 1 FROM cancellations WHERE grant_id = grants.id));
  SELECT RAISE(ABORT, 'evidence_unknown') WHERE NOT EXISTS (
    SELECT 1 FROM evidence JOIN journal ON journal.id = NEW.journal_id WHERE evidence.id = NEW.evidence_id AND uploaded_by = journal.person_id);
  SELECT RAISE(ABORT, 'out_of_scope') WHERE NOT EXISTS (
    SELECT 1 FROM requests JOIN journal ON journal.id = NEW.journal_id WHERE requests.id = NEW.request_id AND (
      journal.person_id IN (requests.person_id, submitted_by) OR EXISTS (
        SELECT 1 FROM posts WHERE person_id = journal.person_id AND kind IN ('caseworker', 'cashier', 'deputy_leader', 'leader')
          AND posts.township_code = requests.township_code AND from_at <= journal.at AND (until_at IS NULL OR until_at > journal.at))));
END;

CREATE TRIGGER acceptances_are_never_changed BEFORE UPDATE ON acceptances BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER acceptances_are_never_deleted BEFORE DELETE ON acceptances BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER refusals_are_never_changed BEFORE UPDATE ON refusals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER refusals_are_never_deleted BEFORE DELETE ON refusals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER withdrawals_are_never_changed BEFORE UPDATE ON withdrawals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER withdrawals_are_never_deleted BEFORE DELETE ON withdrawals BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER escalations_are_never_changed BEFORE UPDATE ON escalations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER escalations_are_never_deleted BEFORE DELETE ON escalations BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER households_are_never_replaced BEFORE INSERT ON households
  WHEN EXISTS (SELECT 1 FROM households WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER households_are_never_changed BEFORE UPDATE ON households BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER households_are_never_deleted BEFORE DELETE ON households BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER request_photos_are_never_replaced BEFORE INSERT ON request_photos
  WHEN EXISTS (SELECT 1 FROM request_photos WHERE request_id = NEW.request_id AND evidence_id = NEW.evidence_id)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER request_photos_are_never_changed BEFORE UPDATE ON request_photos BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER request_photos_are_never_deleted BEFORE DELETE ON request_photos BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER funds_are_never_replaced BEFORE INSERT ON funds
  WHEN EXISTS (SELECT 1 FROM funds WHERE code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER funds_are_never_changed BEFORE UPDATE ON funds BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER funds_are_never_deleted BEFORE DELETE ON funds BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER places_are_never_changed BEFORE UPDATE ON places BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER places_are_never_deleted BEFORE DELETE ON places BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER moves_are_never_changed BEFORE UPDATE ON moves BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER moves_are_never_deleted BEFORE DELETE ON moves BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- The chart of places and moves changes only by migration.
CREATE TRIGGER places_are_complete BEFORE INSERT ON places BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER moves_are_complete BEFORE INSERT ON moves BEGIN SELECT RAISE(ABORT, 'append_only'); END;
