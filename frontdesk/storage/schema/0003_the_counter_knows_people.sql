-- Schema 3. Frozen: a released migration is never edited, a new one is added beside it.
-- Adds to schema 2; what an append-only table holds is never rewritten.

-- May the customer's screen show their first name? Whoever says "don't show me" is served without it.
ALTER TABLE customer ADD COLUMN on_screen INTEGER NOT NULL DEFAULT 1 CHECK (on_screen IN (0, 1));

-- The customer's screen: the faces of the staff, and who asked for the manager. ------------------------------

-- `of_id` is the one in the picture; the act's own columns say who put it there. Taken away, no row is kept.
CREATE TABLE staff_photo (
    of_id INTEGER PRIMARY KEY REFERENCES staff (id),
    thumb BLOB NOT NULL,
    full BLOB NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;

-- A customer asked for the manager. `customer_id` is who was greeted at that till, where anybody was.
CREATE TABLE manager_call (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    customer_id INTEGER REFERENCES customer (id),
    answered_at INTEGER,
    answered_by INTEGER REFERENCES staff (id),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id),
    CHECK ((answered_at IS NULL) = (answered_by IS NULL))
) STRICT;
CREATE INDEX manager_call_at ON manager_call (at);

-- The greeting: what a product cost before, for a word to whoever takes it usually. ---------------------------

CREATE TABLE price_change (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    product_id INTEGER NOT NULL REFERENCES product (id),
    was INTEGER NOT NULL CHECK (was >= 0),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX price_change_of ON price_change (product_id, at);

-- Stamp now, name later: what was sold to somebody who could not be asked for a name just then. ----------------

-- A ticket carries no stamps: the ledger is written when it gets a face. `closed_by` is the act by which it was
-- given to a customer, put away, or taken back; none while it waits.
CREATE TABLE ticket (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    label TEXT NOT NULL DEFAULT '',
    stamps INTEGER NOT NULL DEFAULT 0 CHECK (stamps >= 0),
    amount INTEGER NOT NULL DEFAULT 0 CHECK (amount >= 0),
    closed_by INTEGER REFERENCES gesture (id),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL UNIQUE REFERENCES gesture (id)
) STRICT;
CREATE INDEX ticket_waiting ON ticket (at) WHERE closed_by IS NULL;
CREATE UNIQUE INDEX ticket_closed ON ticket (closed_by) WHERE closed_by IS NOT NULL;

CREATE TABLE ticket_item (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    product_id INTEGER NOT NULL REFERENCES product (id),
    count INTEGER NOT NULL CHECK (count >= 1),
    PRIMARY KEY (ticket_id, product_id)
) STRICT, WITHOUT ROWID;

-- Each act on a ticket after it was made. `reason` is why it was put away; `label` how it was called before.
CREATE TABLE ticket_step (
    gesture_id INTEGER PRIMARY KEY REFERENCES gesture (id),
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    reason TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id)
) STRICT;
CREATE INDEX ticket_step_of ON ticket_step (ticket_id);

-- Search by sound and with slips of the finger. All of it is derived from the customers and can be rebuilt. ----

-- Every reading (a word in merged Latin letters: how it sounds) in the search index, and its consonants.
CREATE TABLE search_reading (
    reading TEXT PRIMARY KEY,
    skeleton TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX search_reading_skeleton ON search_reading (skeleton);

-- A reading, or in capitals its skeleton, less one letter each: two that are one slip apart meet in `less`.
CREATE TABLE search_slip (
    less TEXT NOT NULL,
    reading TEXT NOT NULL,
    PRIMARY KEY (less, reading)
) STRICT, WITHOUT ROWID;

-- In which way the entries are written. While they are written anew, slots from `done_from` on are done.
CREATE TABLE search_index (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    version INTEGER NOT NULL,
    done_from INTEGER
) STRICT;
INSERT INTO search_index (only_one, version, done_from) VALUES (1, 0, NULL);

-- The power-cut sheet: printed ahead, ticked by hand, keyed back with the times. ------------------------------

-- `lines` is how many it has in all; those that no customer is printed on are blank, for whoever comes besides.
CREATE TABLE power_sheet (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    number INTEGER NOT NULL CHECK (number >= 1),
    programme_id INTEGER NOT NULL REFERENCES programme (id),
    lines INTEGER NOT NULL CHECK (lines >= 1),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL UNIQUE REFERENCES gesture (id),
    UNIQUE (till_id, number)
) STRICT;

-- Who is printed on which line, and how many stamps they had when it was.
CREATE TABLE power_sheet_row (
    sheet_id INTEGER NOT NULL REFERENCES power_sheet (id),
    line INTEGER NOT NULL CHECK (line >= 1),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    stamps INTEGER NOT NULL,
    PRIMARY KEY (sheet_id, line)
) STRICT, WITHOUT ROWID;

-- What was written on a line by hand, as it was keyed in: who came when, how many ticks, and whether a free one
-- was given. It stands until its act is undone.
CREATE TABLE power_sheet_tick (
    gesture_id INTEGER PRIMARY KEY REFERENCES gesture (id),
    sheet_id INTEGER NOT NULL REFERENCES power_sheet (id),
    line INTEGER NOT NULL CHECK (line >= 1),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    came_at INTEGER NOT NULL,
    stamps INTEGER NOT NULL CHECK (stamps >= 0),
    free INTEGER NOT NULL CHECK (free IN (0, 1)),
    visit_id INTEGER REFERENCES visit (id),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    CHECK (stamps > 0 OR free = 1),
    CHECK (came_at <= at)
) STRICT;
CREATE INDEX power_sheet_tick_of ON power_sheet_tick (sheet_id, line, came_at);
CREATE INDEX power_sheet_tick_by ON power_sheet_tick (staff_id, came_at);

-- A free one that the card did not bear when it was keyed in, and an act that has settled it since: taken from the
-- card after all, or let be by the manager.
CREATE TABLE power_sheet_free (
    gesture_id INTEGER PRIMARY KEY REFERENCES gesture (id),
    sheet_id INTEGER NOT NULL REFERENCES power_sheet (id),
    line INTEGER NOT NULL,
    came_at INTEGER NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id)
) STRICT;
CREATE INDEX power_sheet_free_of ON power_sheet_free (sheet_id, line, came_at);

-- Group cards: people who collect on one card, such as an office or a family. ----------------------------------

-- `member_id` collects on the card of `holder_id`. `left_by` is the act by which they left.
CREATE TABLE group_member (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    member_id INTEGER NOT NULL REFERENCES customer (id),
    holder_id INTEGER NOT NULL REFERENCES customer (id),
    left_by INTEGER REFERENCES gesture (id),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL UNIQUE REFERENCES gesture (id),
    CHECK (member_id <> holder_id)
) STRICT;
CREATE UNIQUE INDEX group_member_is ON group_member (member_id) WHERE left_by IS NULL;
CREATE INDEX group_member_of ON group_member (holder_id) WHERE left_by IS NULL;

-- Who stood at the counter when a shared card was stamped or used: the card's own visit has the stamps, this one of
-- the member's says that they came (one and the same for the holder). `people` is for how many they bought; nobody
-- buys by taking a reward.
CREATE TABLE group_visit (
    gesture_id INTEGER PRIMARY KEY REFERENCES gesture (id),
    visit_id INTEGER NOT NULL REFERENCES visit (id),
    holder_visit_id INTEGER NOT NULL REFERENCES visit (id),
    people INTEGER NOT NULL CHECK (people >= 0),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id)
) STRICT;
CREATE INDEX group_visit_in ON group_visit (visit_id);
CREATE INDEX group_visit_of ON group_visit (holder_visit_id);

-- The wall: whose visits became others than they were, by an undo or a merge. It learns them anew from here. ----

CREATE TABLE visit_change (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL
) STRICT;
CREATE TRIGGER visit_change_void AFTER UPDATE OF void ON visit WHEN NEW.void <> OLD.void
BEGIN INSERT INTO visit_change (customer_id) VALUES (NEW.customer_id); END;
CREATE TRIGGER visit_change_person AFTER UPDATE OF root_id ON customer WHEN NEW.root_id <> OLD.root_id
BEGIN INSERT INTO visit_change (customer_id) VALUES (NEW.id); END;
