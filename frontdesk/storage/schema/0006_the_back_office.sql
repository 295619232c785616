-- Schema 6: the manager's back office. Frozen once released, as those before it.
-- Every row of an act carries staff, till, time and gesture. `member_id` is whom of the staff a row is about;
-- `staff_id`, as everywhere, who acted.

-- Who somebody of the staff is. ---------------------------------------------------------------------------------

-- What proves it: never a PIN, but what argon2 made of it. The latest row of a member and kind holds; an empty
-- `value` takes it away. A value that holds no longer is emptied.
CREATE TABLE staff_proof (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    member_id INTEGER NOT NULL REFERENCES staff (id),
    kind TEXT NOT NULL CHECK (kind IN ('PIN', 'RECOVERY')),
    value TEXT NOT NULL DEFAULT '' CHECK (length(value) <= 300),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX staff_proof_of ON staff_proof (member_id, kind, id);

-- A try is written before it is looked at, so that a killed program has tried, too; `passed` follows. `ran` counts
-- the milliseconds for which the program was seen to run by then: it is never more than the time that went by, and
-- setting a clock or starting anew adds nothing to it.
CREATE TABLE pin_try (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    member_id INTEGER NOT NULL REFERENCES staff (id),
    kind TEXT NOT NULL CHECK (kind IN ('PIN', 'RECOVERY')),
    passed INTEGER NOT NULL DEFAULT 0 CHECK (passed IN (0, 1)),
    ran INTEGER NOT NULL CHECK (ran >= 0),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX pin_try_of ON pin_try (member_id, id);
CREATE INDEX pin_try_wrong ON pin_try (id) WHERE passed = 0;
CREATE TRIGGER pin_try_no_update
BEFORE UPDATE OF id, uid, member_id, kind, ran, at, staff_id, till_id, gesture_id ON pin_try
BEGIN SELECT RAISE(ABORT, 'that a PIN was tried is never rewritten'); END;
CREATE TRIGGER pin_try_no_delete BEFORE DELETE ON pin_try
BEGIN SELECT RAISE(ABORT, 'that a PIN was tried is never rewritten'); END;

-- The signed code on a card of the staff; a new one revokes the old.
CREATE TABLE staff_code (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    member_id INTEGER NOT NULL REFERENCES staff (id),
    code TEXT NOT NULL UNIQUE,
    revoked_at INTEGER,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX staff_code_of ON staff_code (member_id);

-- Who did what. -------------------------------------------------------------------------------------------------

-- What somebody wanted to do and may not: the act itself was rolled back and has no row of its own.
-- `kind` is as in gesture, or names what was to be read.
CREATE TABLE refused_act (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 40),
    customer_id INTEGER REFERENCES customer (id),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id)
) STRICT;
CREATE INDEX refused_act_at ON refused_act (at);
CREATE TRIGGER refused_act_no_update BEFORE UPDATE ON refused_act
BEGIN SELECT RAISE(ABORT, 'a refusal is never rewritten'); END;
CREATE TRIGGER refused_act_no_delete BEFORE DELETE ON refused_act
BEGIN SELECT RAISE(ABORT, 'a refusal is never rewritten'); END;

CREATE INDEX gesture_at ON gesture (at);
CREATE INDEX gesture_staff ON gesture (staff_id, at);
CREATE INDEX gesture_kind ON gesture (kind, at);
-- Of the first till nearly all acts are, and of a shop's only one all: they need no index, and pay for none.
CREATE INDEX gesture_elsewhere ON gesture (till_id, at) WHERE till_id <> 1;

-- What an act changed where no history of its own tells: whom of the staff or what product it was about, and what
-- stood before and after, as text or as a JSON document of what differs.
CREATE TABLE act_about (
    gesture_id INTEGER PRIMARY KEY REFERENCES gesture (id),
    member_id INTEGER REFERENCES staff (id),
    product_id INTEGER REFERENCES product (id),
    was TEXT NOT NULL DEFAULT '',
    became TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TRIGGER act_about_no_update BEFORE UPDATE ON act_about
BEGIN SELECT RAISE(ABORT, 'an act is never rewritten'); END;
CREATE TRIGGER act_about_no_delete BEFORE DELETE ON act_about
BEGIN SELECT RAISE(ABORT, 'an act is never rewritten'); END;

-- The slip of a till's day was put on paper; a day may have several.
CREATE TABLE day_close (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    day TEXT NOT NULL CHECK (length(day) = 10),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL UNIQUE REFERENCES gesture (id)
) STRICT;
CREATE INDEX day_close_of ON day_close (till_id, day);

-- A backup was brought back beside the shop and looked through; `found` is how many of its rows were read, `fault`
-- a code where it would not do.
CREATE TABLE restore_drill (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    made_at INTEGER NOT NULL,
    customers INTEGER NOT NULL DEFAULT 0,
    entries INTEGER NOT NULL DEFAULT 0,
    fault TEXT NOT NULL DEFAULT '' CHECK (length(fault) <= 40),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;

-- What is known of all customers. -------------------------------------------------------------------------------

-- A question to the table of customers that the shop gave a name. The document is JSON; one that is gone is kept.
CREATE TABLE saved_filter (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    document TEXT NOT NULL,
    gone_at INTEGER,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;

-- Two records that look like one person and are two; the latest row of a pair holds. `one_id` is the smaller.
CREATE TABLE not_the_same (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    one_id INTEGER NOT NULL REFERENCES customer (id),
    other_id INTEGER NOT NULL REFERENCES customer (id),
    stands INTEGER NOT NULL CHECK (stands IN (0, 1)),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id),
    CHECK (one_id < other_id)
) STRICT;
CREATE INDEX not_the_same_pair ON not_the_same (one_id, other_id, id);

CREATE INDEX customer_at ON customer (at);
CREATE INDEX visit_span ON visit (at, customer_id) WHERE void = 0;
DROP INDEX visit_customer;
CREATE INDEX visit_customer ON visit (customer_id, at, void);
CREATE INDEX visit_by ON visit (customer_id, staff_id, at) WHERE void = 0;
CREATE INDEX ledger_at ON ledger_entry (at, kind, stamps, card_id);
CREATE INDEX visit_summary_first ON visit_summary (first_at);
CREATE INDEX customer_prior ON customer (root_id) WHERE prior_visits > 0 OR prior_last_at > 0;

-- Erasure. ------------------------------------------------------------------------------------------------------

-- Whom somebody asked to forget, or who was silent for longer than the shop keeps people. The record, its cards
-- and its entries stay for the sums; everything that tells who it was is gone. `again` is set where the erasure was
-- done once more after an older backup was brought back.
ALTER TABLE customer ADD COLUMN erased_at INTEGER;
CREATE INDEX customer_erased ON customer (erased_at) WHERE erased_at IS NOT NULL;
CREATE TABLE erasure (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    why TEXT NOT NULL CHECK (why IN ('ASKED', 'SILENT')),
    again INTEGER NOT NULL DEFAULT 0 CHECK (again IN (0, 1)),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX erasure_of ON erasure (customer_id);
CREATE TRIGGER erasure_no_update BEFORE UPDATE ON erasure
BEGIN SELECT RAISE(ABORT, 'an erasure is never rewritten'); END;
CREATE TRIGGER erasure_no_delete BEFORE DELETE ON erasure
BEGIN SELECT RAISE(ABORT, 'an erasure is never rewritten'); END;

-- Whom the shop keeps although they were silent for long; until `until` they are not proposed again. The latest row
-- of a customer holds.
CREATE TABLE retention_step (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    until INTEGER NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX retention_step_of ON retention_step (customer_id, id);

-- Who was forgotten stays so: nothing that tells who it was comes back by an undo, an import or an edit.
CREATE TRIGGER customer_stays_erased BEFORE UPDATE ON customer
WHEN OLD.erased_at IS NOT NULL AND (
    NEW.erased_at IS NULL OR NEW.archived_at IS NULL
    OR (NEW.name, NEW.called, NEW.spoken, NEW.phone, NEW.phone_digits, NEW.email, NEW.birth_month, NEW.reference)
        IS NOT (OLD.name, OLD.called, OLD.spoken, OLD.phone, OLD.phone_digits, OLD.email, OLD.birth_month,
                OLD.reference))
BEGIN SELECT RAISE(ABORT, 'who was forgotten stays forgotten'); END;

-- For how long the shop keeps people who no longer come: both documents are JSON, as in care_rules_change.
CREATE TABLE retention_rules_change (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL UNIQUE REFERENCES gesture (id)
) STRICT;
CREATE TRIGGER retention_rules_change_no_update BEFORE UPDATE ON retention_rules_change
BEGIN SELECT RAISE(ABORT, 'what the rules were is never rewritten'); END;
CREATE TRIGGER retention_rules_change_no_delete BEFORE DELETE ON retention_rules_change
BEGIN SELECT RAISE(ABORT, 'what the rules were is never rewritten'); END;

-- All that is known of one person, to tell it or to forget it, without reading what is known of all others.
CREATE INDEX fact_of ON fact (customer_id);
CREATE INDEX import_item_of ON import_item (customer_id);
CREATE INDEX today_tick_of ON today_tick (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX quiz_review_customer ON quiz_review (customer_id);
