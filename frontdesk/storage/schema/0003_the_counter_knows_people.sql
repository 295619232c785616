-- Schema 3. What the counter needs to know people. Still being made: frozen when it is released.
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
CREATE INDEX manager_call_open ON manager_call (till_id, at) WHERE answered_at IS NULL;

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
