-- Schema 5: answers to feedback cards, and what comes of them. Frozen once released, as those before it.
-- Every row of an act carries staff, till, time and gesture. What a person typed may be erased with the person;
-- everything else here is never rewritten, but for the columns that say how a thing stands.

-- Cards: printed in batches, numbered over the shop. ----------------------------------------------------------

-- What one act printed. A `shared` batch is one code that takes many answers (a tent, a poster, the customer's
-- screen); any other has cards that take one answer a day each. `host_id` is whose face and name are on them, or
-- who handed a single one over; nobody where the shop asks for itself.
CREATE TABLE feedback_batch (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    format TEXT NOT NULL CHECK (format IN ('CARD', 'FORM', 'TENT', 'POSTER', 'RECEIPT', 'SCREEN')),
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    host_id INTEGER REFERENCES staff (id),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX feedback_batch_gesture ON feedback_batch (gesture_id);

INSERT INTO feedback_batch (uid, format, shared, host_id, at, staff_id, till_id, gesture_id)
SELECT min(uid), 'CARD', 0, NULL, min(at), min(staff_id), min(till_id), gesture_id
FROM feedback_card GROUP BY gesture_id;

-- `number` is printed beside the code, for a person to key in; it counts up over the shop.
ALTER TABLE feedback_card ADD COLUMN batch_id INTEGER REFERENCES feedback_batch (id);
ALTER TABLE feedback_card ADD COLUMN number INTEGER NOT NULL DEFAULT 0 CHECK (number >= 0);
UPDATE feedback_card SET number = id,
    batch_id = (SELECT b.id FROM feedback_batch AS b WHERE b.gesture_id = feedback_card.gesture_id);
CREATE INDEX feedback_card_batch ON feedback_card (batch_id);
CREATE INDEX feedback_card_number ON feedback_card (number);

-- What is asked, in the shop's own words. ---------------------------------------------------------------------

-- The latest row of a topic and language holds; an empty `text` is the wording that comes with the program.
CREATE TABLE feedback_question (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    topic TEXT NOT NULL CHECK (topic IN ('VISIT', 'LIKED', 'DISLIKED', 'CHANGE', 'BETTER')),
    language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 20),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 120),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX feedback_question_topic ON feedback_question (topic, language);
CREATE TRIGGER feedback_question_no_update BEFORE UPDATE ON feedback_question
BEGIN SELECT RAISE(ABORT, 'what was asked is never rewritten'); END;
CREATE TRIGGER feedback_question_no_delete BEFORE DELETE ON feedback_question
BEGIN SELECT RAISE(ABORT, 'what was asked is never rewritten'); END;

-- What the owner set about asking: both documents are JSON, as in care_rules_change.
CREATE TABLE feedback_rules_change (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX feedback_rules_change_gesture ON feedback_rules_change (gesture_id);
CREATE TRIGGER feedback_rules_change_no_update BEFORE UPDATE ON feedback_rules_change
BEGIN SELECT RAISE(ABORT, 'a change of the rules is never rewritten'); END;
CREATE TRIGGER feedback_rules_change_no_delete BEFORE DELETE ON feedback_rules_change
BEGIN SELECT RAISE(ABORT, 'a change of the rules is never rewritten'); END;

-- The shop's sign, as it is printed; the latest holds, and a row without an image takes it away.
CREATE TABLE shop_logo (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    image BLOB CHECK (image IS NULL OR length(image) <= 400000),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE TRIGGER shop_logo_no_update BEFORE UPDATE ON shop_logo
BEGIN SELECT RAISE(ABORT, 'a sign is never rewritten'); END;
CREATE TRIGGER shop_logo_no_delete BEFORE DELETE ON shop_logo
BEGIN SELECT RAISE(ABORT, 'a sign is never rewritten'); END;

-- Responses. --------------------------------------------------------------------------------------------------

-- One answer that came back. `card_id` is the card it came on; `customer_id` whose it is, where the card was handed
-- to somebody or a person said so later. `day` is the shop's day of it; `shared` is as on its batch. `came_at` is
-- when the customer wrote it, where that is known (a hosted form), else `at`. `mood` is the face of the visit, 1 (bad)
-- to 5 (very good), or nothing. `name` and `contact` are what they left of themselves.
CREATE TABLE feedback_response (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    card_id INTEGER NOT NULL REFERENCES feedback_card (id),
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    customer_id INTEGER REFERENCES customer (id),
    way TEXT NOT NULL CHECK (way IN ('PAGE', 'MESSAGE', 'FORM', 'PAPER')),
    language TEXT NOT NULL DEFAULT '',
    day TEXT NOT NULL CHECK (length(day) = 10),
    came_at INTEGER NOT NULL,
    mood INTEGER CHECK (mood BETWEEN 1 AND 5),
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),
    contact TEXT NOT NULL DEFAULT '' CHECK (length(contact) <= 200),
    state TEXT NOT NULL CHECK (state IN ('NEW', 'IN_HAND', 'DONE', 'SET_ASIDE')),
    owner_id INTEGER REFERENCES staff (id),
    recovery_id INTEGER REFERENCES recovery (id),
    told TEXT NOT NULL DEFAULT '' CHECK (length(told) <= 500),
    said_at INTEGER,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
-- A card of one's own takes one answer a day; what was set aside by the manager does not count.
CREATE UNIQUE INDEX feedback_response_once ON feedback_response (card_id, day)
WHERE shared = 0 AND state <> 'SET_ASIDE';
CREATE INDEX feedback_response_card ON feedback_response (card_id);
CREATE INDEX feedback_response_customer ON feedback_response (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX feedback_response_open ON feedback_response (state) WHERE state IN ('NEW', 'IN_HAND');
CREATE INDEX feedback_response_to_say ON feedback_response (customer_id) WHERE told <> '' AND said_at IS NULL;
CREATE INDEX feedback_response_came ON feedback_response (came_at);
CREATE INDEX feedback_response_recovery ON feedback_response (recovery_id) WHERE recovery_id IS NOT NULL;
CREATE INDEX feedback_response_gesture ON feedback_response (gesture_id);
CREATE TRIGGER feedback_response_no_update
BEFORE UPDATE OF id, uid, card_id, shared, way, day, came_at, at, staff_id, till_id, gesture_id ON feedback_response
BEGIN SELECT RAISE(ABORT, 'that an answer came is never rewritten'); END;
CREATE TRIGGER feedback_response_no_delete BEFORE DELETE ON feedback_response
BEGIN SELECT RAISE(ABORT, 'that an answer came is never rewritten'); END;

-- What it says to one question. `question_id` is the wording that was asked, or nothing for the program's own;
-- `point` is the box that was ticked, `words` what was written. Edited within the hour, the row says the new.
CREATE TABLE feedback_answer (
    id INTEGER PRIMARY KEY,
    response_id INTEGER NOT NULL REFERENCES feedback_response (id),
    topic TEXT NOT NULL CHECK (topic IN ('VISIT', 'LIKED', 'DISLIKED', 'CHANGE', 'BETTER')),
    question_id INTEGER REFERENCES feedback_question (id),
    point TEXT,
    words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 2000),
    UNIQUE (response_id, topic)
) STRICT;

-- What was done about it, from its coming on. `was` and `now` are codes and keys, `note` what a person typed.
CREATE TABLE feedback_step (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    response_id INTEGER NOT NULL REFERENCES feedback_response (id),
    kind TEXT NOT NULL CHECK (
        kind IN ('CAME', 'CHANGED', 'STATE', 'OWNER', 'CUSTOMER', 'RECOVERY', 'REPLIED', 'TOLD', 'SAID', 'THANKS')),
    was TEXT NOT NULL DEFAULT '',
    now TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX feedback_step_of ON feedback_step (response_id);
CREATE INDEX feedback_step_gesture ON feedback_step (gesture_id);
CREATE TRIGGER feedback_step_no_update
BEFORE UPDATE OF id, uid, response_id, kind, was, now, at, staff_id, till_id, gesture_id ON feedback_step
BEGIN SELECT RAISE(ABORT, 'what was done about an answer is never rewritten'); END;
CREATE TRIGGER feedback_step_no_delete BEFORE DELETE ON feedback_step
BEGIN SELECT RAISE(ABORT, 'what was done about an answer is never rewritten'); END;
