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
-- What was noted may be erased with the person; nothing else is ever rewritten.
CREATE TRIGGER follow_up_step_no_update
BEFORE UPDATE OF id, uid, follow_up_id, from_state, to_state, at, staff_id, till_id, gesture_id ON follow_up_step
BEGIN SELECT RAISE(ABORT, 'a follow-up''s history is never rewritten'); END;
CREATE TRIGGER follow_up_step_no_delete BEFORE DELETE ON follow_up_step
BEGIN SELECT RAISE(ABORT, 'a follow-up''s history is never rewritten'); END;

-- An item of Today that has no state of its own (a birthday, a first day, a surprise) was seen to. `kind` is a
-- number of the list's order; `subject` is the key of what the item is about, and `customer_id` the same key where
-- that is a customer. A tick whose act was undone counts no more.
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

-- The door: somebody came in, and how soon somebody greeted them. ---------------------------------------------

CREATE TABLE arrival (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL UNIQUE REFERENCES gesture (id)
) STRICT;
CREATE INDEX arrival_at ON arrival (at);

-- What became of an arrival; the last step stands, without one they wait. `by_id` is who greeted them. DROPPED is
-- for who went again, or a key pressed by mistake; WAITING is an undo.
CREATE TABLE arrival_step (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    arrival_id INTEGER NOT NULL REFERENCES arrival (id),
    state TEXT NOT NULL CHECK (state IN ('WAITING', 'GREETED', 'DROPPED')),
    by_id INTEGER REFERENCES staff (id),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id),
    CHECK ((state = 'GREETED') = (by_id IS NOT NULL))
) STRICT;
CREATE INDEX arrival_step_of ON arrival_step (arrival_id);
CREATE INDEX arrival_step_gesture ON arrival_step (gesture_id);
CREATE TRIGGER arrival_step_no_update BEFORE UPDATE ON arrival_step
BEGIN SELECT RAISE(ABORT, 'what became of an arrival is never rewritten'); END;
CREATE TRIGGER arrival_step_no_delete BEFORE DELETE ON arrival_step
BEGIN SELECT RAISE(ABORT, 'what became of an arrival is never rewritten'); END;

-- The team: who works when, who is here, their requests, and thanks for them. ---------------------------------

-- Who is to work on a day (of the shop's calendar, YYYY-MM-DD), from and to in minutes of that day where the plan
-- says so. The last row of a person and a day stands; one with `works` 0 takes them out of the plan.
CREATE TABLE shift (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    of_id INTEGER NOT NULL REFERENCES staff (id),
    day TEXT NOT NULL CHECK (length(day) = 10),
    works INTEGER NOT NULL CHECK (works IN (0, 1)),
    from_minute INTEGER CHECK (from_minute BETWEEN 0 AND 1439),
    to_minute INTEGER CHECK (to_minute BETWEEN 1 AND 1440),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX shift_of ON shift (day, of_id);
CREATE INDEX shift_gesture ON shift (gesture_id);

-- Somebody said that a person came to work (`here` 1) or went home (0); the day's last row of a person stands.
CREATE TABLE duty (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    of_id INTEGER NOT NULL REFERENCES staff (id),
    here INTEGER NOT NULL CHECK (here IN (0, 1)),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL UNIQUE REFERENCES gesture (id)
) STRICT;
CREATE INDEX duty_at ON duty (at);

-- Whoever took the till over was greeted on that day: once, and told what came since they were greeted before.
CREATE TABLE shift_greeting (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    day TEXT NOT NULL CHECK (length(day) = 10),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL UNIQUE REFERENCES gesture (id),
    UNIQUE (staff_id, day)
) STRICT;

-- What somebody of the staff (`staff_id`) asks of the manager; for these two only.
CREATE TABLE staff_request (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    text TEXT NOT NULL CHECK (text <> ''),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL UNIQUE REFERENCES gesture (id)
) STRICT;
CREATE INDEX staff_request_by ON staff_request (staff_id, at);

-- Each answer to it; the last one stands, without one it is open. OPEN is an undo, WITHDRAWN the asker's own.
CREATE TABLE staff_request_step (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    request_id INTEGER NOT NULL REFERENCES staff_request (id),
    state TEXT NOT NULL CHECK (state IN ('OPEN', 'YES', 'NO', 'LATER', 'WITHDRAWN')),
    words TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX staff_request_step_of ON staff_request_step (request_id);
CREATE INDEX staff_request_step_gesture ON staff_request_step (gesture_id);
-- The words may be erased one day; nothing else is ever rewritten.
CREATE TRIGGER staff_request_step_no_update
BEFORE UPDATE OF id, uid, request_id, state, at, staff_id, till_id, gesture_id ON staff_request_step
BEGIN SELECT RAISE(ABORT, 'an answer is never rewritten'); END;
CREATE TRIGGER staff_request_step_no_delete BEFORE DELETE ON staff_request_step
BEGIN SELECT RAISE(ABORT, 'an answer is never rewritten'); END;

-- A customer thanked somebody (`for_id`) by name; `words` are the customer's own, where there were any.
CREATE TABLE staff_thanks (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    for_id INTEGER NOT NULL REFERENCES staff (id),
    customer_id INTEGER REFERENCES customer (id),
    words TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL UNIQUE REFERENCES gesture (id)
) STRICT;
CREATE INDEX staff_thanks_for ON staff_thanks (for_id, at);
CREATE INDEX staff_thanks_at ON staff_thanks (at);
CREATE INDEX staff_thanks_from ON staff_thanks (customer_id) WHERE customer_id IS NOT NULL;

-- What became of it; the last step stands. WAITING is an undo, TAKEN_BACK a thanks noted by mistake.
CREATE TABLE staff_thanks_step (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    thanks_id INTEGER NOT NULL REFERENCES staff_thanks (id),
    state TEXT NOT NULL CHECK (state IN ('WAITING', 'PASSED_ON', 'TAKEN_BACK')),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX staff_thanks_step_of ON staff_thanks_step (thanks_id);
CREATE INDEX staff_thanks_step_gesture ON staff_thanks_step (gesture_id);
CREATE TRIGGER staff_thanks_step_no_update BEFORE UPDATE ON staff_thanks_step
BEGIN SELECT RAISE(ABORT, 'what became of thanks is never rewritten'); END;
CREATE TRIGGER staff_thanks_step_no_delete BEFORE DELETE ON staff_thanks_step
BEGIN SELECT RAISE(ABORT, 'what became of thanks is never rewritten'); END;

-- Complaints: a bad experience, and how it is put right. ------------------------------------------------------

-- `customer_id` is none while it is a stranger's; `who` is then how to know and reach them. `situation` is the code
-- of a playbook, `contact_point` where in a visit it happened. `state` is as the last step left it: one that was
-- WITHDRAWN was recorded by mistake and counts nowhere.
CREATE TABLE recovery (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    customer_id INTEGER REFERENCES customer (id),
    situation TEXT NOT NULL CHECK (situation <> ''),
    contact_point TEXT CHECK (contact_point <> ''),
    state TEXT NOT NULL CHECK (state IN ('OPEN', 'CONTACTED', 'RESOLVED', 'CONFIRMED', 'WITHDRAWN')),
    owner_id INTEGER NOT NULL REFERENCES staff (id),
    what TEXT NOT NULL DEFAULT '',
    who TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL UNIQUE REFERENCES gesture (id)
) STRICT;
CREATE INDEX recovery_at ON recovery (at);
CREATE INDEX recovery_of ON recovery (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX recovery_open ON recovery (state) WHERE state IN ('OPEN', 'CONTACTED', 'RESOLVED');

-- Each act on it. `was` and `now` are codes or keys as the kind means them: states, situations, points of contact,
-- keys of staff or customers, steps of the playbook. What a person typed is not in the history: it can be erased.
CREATE TABLE recovery_step (
    gesture_id INTEGER PRIMARY KEY REFERENCES gesture (id),
    recovery_id INTEGER NOT NULL REFERENCES recovery (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'STATE', 'SITUATION', 'POINT', 'OWNER', 'CUSTOMER', 'WORDS', 'GAVE', 'DONE', 'NOT_DONE'
    )),
    was TEXT NOT NULL DEFAULT '',
    now TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id)
) STRICT;
CREATE INDEX recovery_step_of ON recovery_step (recovery_id);
CREATE TRIGGER recovery_step_no_update BEFORE UPDATE ON recovery_step
BEGIN SELECT RAISE(ABORT, 'a complaint''s history is never rewritten'); END;
CREATE TRIGGER recovery_step_no_delete BEFORE DELETE ON recovery_step
BEGIN SELECT RAISE(ABORT, 'a complaint''s history is never rewritten'); END;

-- What the manager is asked to come for, where it is known.
ALTER TABLE manager_call ADD COLUMN recovery_id INTEGER REFERENCES recovery (id);

-- What a shop says itself about a situation, as a whole document in one language; the last one holds. An empty one
-- goes back to what Front Desk ships, or puts away a situation that is the shop's own.
CREATE TABLE playbook (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    situation TEXT NOT NULL CHECK (situation <> ''),
    language TEXT NOT NULL CHECK (language <> ''),
    document TEXT NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX playbook_of ON playbook (situation, language, id);
CREATE INDEX playbook_gesture ON playbook (gesture_id);
CREATE TRIGGER playbook_no_update BEFORE UPDATE ON playbook
BEGIN SELECT RAISE(ABORT, 'what a playbook said is never rewritten'); END;
CREATE TRIGGER playbook_no_delete BEFORE DELETE ON playbook
BEGIN SELECT RAISE(ABORT, 'what a playbook said is never rewritten'); END;

-- Special requests: what is aimed for ahead of a promise, prices, pictures, and what could not be done. ---------

-- `target_at` is what was aimed for when it was asked: another margin later rewrites nothing. Prices are in the
-- currency's least unit. A request of before has no target, and tells of time.
ALTER TABLE request ADD COLUMN target_at INTEGER;
ALTER TABLE request ADD COLUMN axis TEXT NOT NULL DEFAULT 'TIME' CHECK (axis IN ('TIME', 'COST', 'SERVICE'));
ALTER TABLE request ADD COLUMN quoted INTEGER CHECK (quoted >= 0);
ALTER TABLE request ADD COLUMN final INTEGER CHECK (final >= 0);
ALTER TABLE request ADD COLUMN contact_point TEXT NOT NULL DEFAULT '' CHECK (length(contact_point) <= 40);
CREATE INDEX request_promised ON request (promised_at) WHERE promised_at IS NOT NULL;
CREATE INDEX request_at ON request (at);
CREATE INDEX request_event_at ON request_event (at);

-- What was changed in a request besides its state: whose it is, the axis, the prices, the point of contact.
CREATE TABLE request_change (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    request_id INTEGER NOT NULL REFERENCES request (id),
    detail TEXT NOT NULL CHECK (detail IN ('OWNER', 'AXIS', 'QUOTED', 'FINAL', 'CONTACT_POINT')),
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX request_change_of ON request_change (request_id);
CREATE INDEX request_change_gesture ON request_change (gesture_id);
CREATE TRIGGER request_change_no_update BEFORE UPDATE ON request_change
BEGIN SELECT RAISE(ABORT, 'a request''s history is never rewritten'); END;
CREATE TRIGGER request_change_no_delete BEFORE DELETE ON request_change
BEGIN SELECT RAISE(ABORT, 'a request''s history is never rewritten'); END;

-- Why it could not be done, in words where there are any, and what was offered instead. One that was undone
-- stays; the last one of a request that is declined is the one that holds.
CREATE TABLE request_decline (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    request_id INTEGER NOT NULL REFERENCES request (id),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 40),
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 200),
    alternative TEXT NOT NULL DEFAULT '' CHECK (length(alternative) <= 200),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX request_decline_of ON request_decline (request_id);
-- The words may be erased with the person; nothing else is ever rewritten.
CREATE TRIGGER request_decline_no_update
BEFORE UPDATE OF id, uid, request_id, reason, at, staff_id, till_id, gesture_id ON request_decline
BEGIN SELECT RAISE(ABORT, 'a request''s history is never rewritten'); END;
CREATE TRIGGER request_decline_no_delete BEFORE DELETE ON request_decline
BEGIN SELECT RAISE(ABORT, 'a request''s history is never rewritten'); END;

-- A picture of what is asked for, never of a face. Taken away, no row is kept.
CREATE TABLE request_picture (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    request_id INTEGER NOT NULL REFERENCES request (id),
    kind TEXT NOT NULL CHECK (kind IN ('PHOTO', 'SKETCH')),
    thumb BLOB NOT NULL,
    full BLOB NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id),
    UNIQUE (request_id, kind)
) STRICT;

-- What the manager answered when the same was asked for again and again: that it is offered now, or that it is
-- not for this shop. It holds for all that is of one kind with this request; undone, it counts no more.
CREATE TABLE offer_answer (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    request_id INTEGER NOT NULL REFERENCES request (id),
    answer TEXT NOT NULL CHECK (answer IN ('OFFERED', 'NOT_FOR_US')),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX offer_answer_gesture ON offer_answer (gesture_id);
CREATE TRIGGER offer_answer_no_update BEFORE UPDATE ON offer_answer
BEGIN SELECT RAISE(ABORT, 'an answer is never rewritten'); END;
CREATE TRIGGER offer_answer_no_delete BEFORE DELETE ON offer_answer
BEGIN SELECT RAISE(ABORT, 'an answer is never rewritten'); END;

-- Staying in contact: what a person sent or printed for a customer, and how; never the text itself. ------------

-- `kind` is what it was for (a message, a card, a take-home sheet), `way` how it was handed over. One that was
-- not sent after all is taken back by a gesture that undoes it.
CREATE TABLE contact_log (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    way TEXT NOT NULL CHECK (length(way) BETWEEN 1 AND 20),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX contact_log_customer ON contact_log (customer_id, at);
CREATE INDEX contact_log_gesture ON contact_log (gesture_id);
CREATE TRIGGER contact_log_no_update BEFORE UPDATE ON contact_log
BEGIN SELECT RAISE(ABORT, 'a contact is never rewritten'); END;
CREATE TRIGGER contact_log_no_delete BEFORE DELETE ON contact_log
BEGIN SELECT RAISE(ABORT, 'a contact is never rewritten'); END;

-- The take-home sheet of a product in one language: the newest row holds, and without a text there is none.
CREATE TABLE care_sheet (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    product_id INTEGER NOT NULL REFERENCES product (id),
    language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 8),
    text TEXT NOT NULL CHECK (length(text) <= 2000),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX care_sheet_product ON care_sheet (product_id, language, id);
CREATE TRIGGER care_sheet_no_update BEFORE UPDATE ON care_sheet
BEGIN SELECT RAISE(ABORT, 'what a customer took home is never rewritten'); END;
CREATE TRIGGER care_sheet_no_delete BEFORE DELETE ON care_sheet
BEGIN SELECT RAISE(ABORT, 'what a customer took home is never rewritten'); END;

-- A customer left the shop, said why, or is here again: the newest step but for a reason says which. -----------

CREATE TABLE leaving_step (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    step TEXT NOT NULL CHECK (step IN ('LEFT', 'REASON', 'BACK')),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 40),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX leaving_step_customer ON leaving_step (customer_id, id);
CREATE INDEX leaving_step_at ON leaving_step (at);
CREATE TRIGGER leaving_step_no_update BEFORE UPDATE ON leaving_step
BEGIN SELECT RAISE(ABORT, 'who left and who came back is never rewritten'); END;
CREATE TRIGGER leaving_step_no_delete BEFORE DELETE ON leaving_step
BEGIN SELECT RAISE(ABORT, 'who left and who came back is never rewritten'); END;

-- Passes and memberships that were sold, in the order of time: whose end is near is asked every morning. -------

CREATE INDEX ledger_entry_sold ON ledger_entry (card_id, at, stamps) WHERE reason = 'SOLD';

-- Facts that age: what is known of somebody, when it was asked whether it still holds, and why they come. --------

-- The table of facts is made anew to take in why they come (`reason`, of which somebody may have several; `whom_id`
-- is who serves them usually). All its rows keep their keys. What they said of it in their own words may be empty.
-- `gone_gesture_id` is the act by which it went: clocks are set back, the order of acts is not.
CREATE TABLE fact_with_reason (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    kind TEXT NOT NULL CHECK (kind IN ('ALLERGY', 'PREFERENCE', 'NOTE', 'WHY')),
    text TEXT NOT NULL CHECK (length(text) <= 2000 AND (text <> '' OR kind = 'WHY')),
    reason TEXT CHECK (reason IN ('VALUED', 'SAFE', 'INFORMED', 'TASTE', 'HABIT', 'PEOPLE')),
    whom_id INTEGER REFERENCES staff (id) CHECK (whom_id IS NULL OR reason = 'PEOPLE'),
    gone_at INTEGER,
    gone_gesture_id INTEGER REFERENCES gesture (id),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id),
    CHECK ((kind = 'WHY') = (reason IS NOT NULL))
) STRICT;
INSERT INTO fact_with_reason (id, uid, customer_id, kind, text, gone_at, at, staff_id, till_id, gesture_id)
SELECT id, uid, customer_id, kind, text, gone_at, at, staff_id, till_id, gesture_id FROM fact;
DROP TABLE fact;
ALTER TABLE fact_with_reason RENAME TO fact;
CREATE INDEX fact_customer ON fact (customer_id) WHERE gone_at IS NULL;
CREATE INDEX fact_gone ON fact (customer_id, gone_at) WHERE gone_at IS NOT NULL;
CREATE INDEX fact_reason ON fact (reason, at) WHERE reason IS NOT NULL;
CREATE INDEX fact_gesture ON fact (gesture_id);

-- Each answer to "does it still hold?". A fact that CHANGED is gone, and `new_id` stands in its place. An answer
-- whose act was undone counts no more.
CREATE TABLE fact_check (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    fact_id INTEGER NOT NULL REFERENCES fact (id),
    answer TEXT NOT NULL CHECK (answer IN ('STANDS', 'CHANGED', 'GONE')),
    new_id INTEGER REFERENCES fact (id),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL UNIQUE REFERENCES gesture (id),
    CHECK ((answer = 'CHANGED') = (new_id IS NOT NULL))
) STRICT;
CREATE INDEX fact_check_of ON fact_check (fact_id);
CREATE TRIGGER fact_check_no_update BEFORE UPDATE ON fact_check
BEGIN SELECT RAISE(ABORT, 'an answer is never rewritten'); END;
CREATE TRIGGER fact_check_no_delete BEFORE DELETE ON fact_check
BEGIN SELECT RAISE(ABORT, 'an answer is never deleted'); END;

-- What the owner sets about caring for people holds as one setting; each change of it is a row, whole before and
-- after, so that it can be taken back.
CREATE TABLE care_rules_change (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL UNIQUE REFERENCES gesture (id)
) STRICT;
CREATE TRIGGER care_rules_change_no_update BEFORE UPDATE ON care_rules_change
BEGIN SELECT RAISE(ABORT, 'what the rules were is never rewritten'); END;
CREATE TRIGGER care_rules_change_no_delete BEFORE DELETE ON care_rules_change
BEGIN SELECT RAISE(ABORT, 'what the rules were is never rewritten'); END;

-- Slipping away: what was done about somebody who no longer comes. ----------------------------------------------

-- They were CALLED; ASKED why they stay away (`reason` says it); or all is FINE: a false alarm, until a day of the
-- shop (YYYY-MM-DD, the first on which they may be missed again), without one for good. `note` may be erased with
-- the person, nothing else is ever rewritten. A row whose act was undone counts no more.
CREATE TABLE absence_step (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    kind TEXT NOT NULL CHECK (kind IN ('CALLED', 'ASKED', 'FINE')),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 40),
    until TEXT CHECK (length(until) = 10),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL UNIQUE REFERENCES gesture (id),
    CHECK ((kind = 'ASKED') = (reason <> '')),
    CHECK (until IS NULL OR kind = 'FINE')
) STRICT;
CREATE INDEX absence_step_customer ON absence_step (customer_id, id);
CREATE INDEX absence_step_at ON absence_step (at);
CREATE TRIGGER absence_step_no_update
BEFORE UPDATE OF id, uid, customer_id, kind, reason, until, at, staff_id, till_id, gesture_id ON absence_step
BEGIN SELECT RAISE(ABORT, 'what was done about an absence is never rewritten'); END;
CREATE TRIGGER absence_step_no_delete BEFORE DELETE ON absence_step
BEGIN SELECT RAISE(ABORT, 'what was done about an absence is never rewritten'); END;
