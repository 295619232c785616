-- Schema 4: what it takes to care for people. Frozen once released, as those before it.
-- Each feature has a block of its own. Every row of an act carries staff, till, time and gesture.

-- Follow-ups: something to do for a customer by a day, and what was ticked in Today's list. --------------------

-- `due` is a day of the shop, as YYYY-MM-DD. `every_days` is a cadence: done, it makes the next one, which says
-- so in `after_id`. Nobody's (`owner_id`) is everybody's.
CREATE TABLE follow_up (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 200),
    due TEXT NOT NULL CHECK (length(due) = 10),
    every_days INTEGER NOT NULL DEFAULT 0 CHECK (every_days BETWEEN 0 AND 3660),
    owner_id INTEGER REFERENCES staff (id),
    after_id INTEGER REFERENCES follow_up (id),
    state TEXT NOT NULL CHECK (state IN ('OPEN', 'DONE', 'DROPPED')),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX follow_up_due ON follow_up (due) WHERE state = 'OPEN';
CREATE INDEX follow_up_customer ON follow_up (customer_id);
CREATE INDEX follow_up_after ON follow_up (after_id) WHERE after_id IS NOT NULL;

CREATE TABLE follow_up_step (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    follow_up_id INTEGER NOT NULL REFERENCES follow_up (id),
    from_state TEXT,
    to_state TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX follow_up_step_of ON follow_up_step (follow_up_id);
CREATE INDEX follow_up_step_gesture ON follow_up_step (gesture_id);
CREATE TRIGGER follow_up_step_no_update BEFORE UPDATE ON follow_up_step
BEGIN SELECT RAISE(ABORT, 'a follow-up''s history is never rewritten'); END;
CREATE TRIGGER follow_up_step_no_delete BEFORE DELETE ON follow_up_step
BEGIN SELECT RAISE(ABORT, 'a follow-up''s history is never rewritten'); END;

-- An item of Today that has no state of its own (a birthday, a first day, a surprise) was seen to. `kind` is a
-- number of the list's order; `subject` is the customer's key or that of what the item is about. A tick whose
-- act was undone counts no more.
CREATE TABLE today_tick (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    kind INTEGER NOT NULL,
    subject INTEGER NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    customer_id INTEGER REFERENCES customer (id),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX today_tick_day ON today_tick (day);
CREATE INDEX today_tick_customer ON today_tick (customer_id, kind, day) WHERE customer_id IS NOT NULL;
CREATE TRIGGER today_tick_no_update BEFORE UPDATE ON today_tick
BEGIN SELECT RAISE(ABORT, 'a tick is never rewritten'); END;
CREATE TRIGGER today_tick_no_delete BEFORE DELETE ON today_tick
BEGIN SELECT RAISE(ABORT, 'a tick is never rewritten'); END;

-- The quiz of names and faces: one row for each answer. `staff_id` is who answered; whose face it was is told of
-- nowhere else, and no visit and no act of the customer comes of it. When a face comes again follows from these rows.

CREATE TABLE quiz_review (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    known INTEGER NOT NULL CHECK (known IN (0, 1)),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL UNIQUE REFERENCES gesture (id)
) STRICT;
CREATE INDEX quiz_review_of ON quiz_review (staff_id, customer_id);
CREATE TRIGGER quiz_review_no_update BEFORE UPDATE ON quiz_review
BEGIN SELECT RAISE(ABORT, 'an answer is never rewritten'); END;
CREATE TRIGGER quiz_review_no_delete BEFORE DELETE ON quiz_review
BEGIN SELECT RAISE(ABORT, 'an answer is never deleted'); END;
