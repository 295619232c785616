-- Schema 2. Frozen: a released migration is never edited, a new one is added beside it.
-- Adds to schema 1; what an append-only table holds is never rewritten.

-- Epochs of the chain: sealed with the key that lies outside the store. A seal covers the epoch, what the
-- ledger was when it began, and the epochs before it. Those of schema 1 are sealed at the next opening.

ALTER TABLE chain_epoch ADD COLUMN seal BLOB CHECK (seal IS NULL OR length(seal) = 32);
-- How many entries an epoch of schema 1 had when it was sealed: those know nothing of what schema 2 keeps.
ALTER TABLE chain_epoch ADD COLUMN found_entries INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER epoch_no_update BEFORE UPDATE OF id, till_id, number, key_mark, reason, at ON chain_epoch
BEGIN SELECT RAISE(ABORT, 'an epoch is never rewritten'); END;
CREATE TRIGGER epoch_sealed_once BEFORE UPDATE OF seal, found_entries ON chain_epoch WHEN OLD.seal IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an epoch is never rewritten'); END;
CREATE TRIGGER epoch_no_delete BEFORE DELETE ON chain_epoch
BEGIN SELECT RAISE(ABORT, 'an epoch is never rewritten'); END;

-- Programmes. What a programme promises is kept in versions that are never rewritten, as JSON in which every
-- rule is written out: storage/promises.py reads it. Products are named in it by their uid, because it travels
-- to other tills.
ALTER TABLE programme ADD COLUMN kind TEXT NOT NULL DEFAULT 'STAMPS'
    CHECK (kind IN ('STAMPS', 'PASS', 'MEMBERSHIP'));
ALTER TABLE programme ADD COLUMN names TEXT NOT NULL DEFAULT '{}';
ALTER TABLE programme ADD COLUMN colour TEXT NOT NULL DEFAULT '';
ALTER TABLE programme ADD COLUMN starts_at INTEGER;
ALTER TABLE programme ADD COLUMN ends_at INTEGER;
ALTER TABLE programme ADD COLUMN redeem_until INTEGER;
ALTER TABLE product ADD COLUMN category TEXT NOT NULL DEFAULT '' CHECK (length(category) <= 200);

CREATE TABLE terms (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    programme_id INTEGER NOT NULL REFERENCES programme (id),
    starts_at INTEGER NOT NULL,
    promise TEXT NOT NULL CHECK (json_valid(promise)),
    seal BLOB CHECK (seal IS NULL OR length(seal) = 32),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX terms_programme ON terms (programme_id, starts_at, id);
INSERT INTO terms (uid, programme_id, starts_at, promise, at, staff_id, till_id, gesture_id)
    SELECT uid, id, 0, json_object(
        'format', 1,
        'rewards', json_array(json_object(
            'number', 1, 'price', goal, 'what', json_object('', reward), 'kind', 'FREE_ITEM',
            'products', json_array(), 'categories', json_array(), 'up_to', NULL, 'value', 0)),
        'accrual', json_object(
            'basis', 'ITEM', 'stamps', 1, 'products', json_array(), 'categories', json_array(), 'step', 0,
            'most_per_visit', NULL, 'most_per_day', NULL, 'boosts', json_array()),
        'expiry', NULL,
        'gifts', json_object('welcome', 0, 'birthday', 0, 'birthday_days', 7, 'friend', 0, 'referrer', 0),
        'passes', NULL), at, staff_id, till_id, gesture_id
    FROM programme;
ALTER TABLE programme DROP COLUMN goal;
ALTER TABLE programme DROP COLUMN reward;

CREATE TRIGGER terms_no_update
BEFORE UPDATE OF id, uid, programme_id, starts_at, promise, at, staff_id, till_id, gesture_id ON terms
BEGIN SELECT RAISE(ABORT, 'what was promised is never rewritten'); END;
CREATE TRIGGER terms_no_delete BEFORE DELETE ON terms
BEGIN SELECT RAISE(ABORT, 'what was promised is never rewritten'); END;

-- Which reward a REDEEMED entry was for, and what it was worth to the customer.
CREATE TABLE redemption (
    entry_id INTEGER PRIMARY KEY REFERENCES ledger_entry (id),
    terms_id INTEGER NOT NULL REFERENCES terms (id),
    reward_number INTEGER NOT NULL CHECK (reward_number >= 1),
    product_id INTEGER REFERENCES product (id),
    worth INTEGER NOT NULL DEFAULT 0 CHECK (worth >= 0)
) STRICT;
CREATE TRIGGER redemption_no_update BEFORE UPDATE ON redemption
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER redemption_no_delete BEFORE DELETE ON redemption
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- Which earned stamps an EXPIRED entry ended: taking the one back takes back the other.
CREATE TABLE expiry (
    entry_id INTEGER PRIMARY KEY REFERENCES ledger_entry (id),
    ended_id INTEGER NOT NULL REFERENCES ledger_entry (id)
) STRICT;
CREATE INDEX expiry_ended ON expiry (ended_id);
CREATE TRIGGER expiry_no_update BEFORE UPDATE ON expiry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER expiry_no_delete BEFORE DELETE ON expiry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- Since when a person is warned that stamps will end; taken away when there is nothing to warn of any more.
CREATE TABLE expiry_warning (
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    programme_id INTEGER NOT NULL REFERENCES programme (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (customer_id, programme_id)
) STRICT, WITHOUT ROWID;

-- What was paid in a visit, for stamps by the amount.
CREATE TABLE purchase (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    visit_id INTEGER NOT NULL REFERENCES visit (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX purchase_visit ON purchase (visit_id);
CREATE INDEX purchase_gesture ON purchase (gesture_id);

-- When stamps were earned that were written later: moved to the right person, or reckoned by an undo.
CREATE TABLE earned_before (
    card_id INTEGER NOT NULL REFERENCES card (id),
    entry_id INTEGER NOT NULL REFERENCES ledger_entry (id),
    at INTEGER NOT NULL,
    PRIMARY KEY (card_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER earned_before_no_update BEFORE UPDATE ON earned_before
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER earned_before_no_delete BEFORE DELETE ON earned_before
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

-- What a cap held back of an act, for so many people on one card: an undo that makes room gives it back.
CREATE TABLE held_back (
    gesture_id INTEGER NOT NULL REFERENCES gesture (id),
    programme_id INTEGER NOT NULL REFERENCES programme (id),
    visit_id INTEGER NOT NULL REFERENCES visit (id),
    stamps INTEGER NOT NULL CHECK (stamps > 0),
    people INTEGER NOT NULL CHECK (people > 0),
    PRIMARY KEY (gesture_id, programme_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX held_back_visit ON held_back (visit_id);

-- Who brought whom along. A friend was brought by one person, once.
CREATE TABLE referral (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    friend_id INTEGER NOT NULL REFERENCES customer (id),
    referrer_id INTEGER NOT NULL REFERENCES customer (id),
    seal BLOB CHECK (seal IS NULL OR length(seal) = 32),
    undone_gesture_id INTEGER REFERENCES gesture (id),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id),
    CHECK (friend_id <> referrer_id)
) STRICT;
CREATE INDEX referral_referrer ON referral (referrer_id);
CREATE INDEX referral_gesture ON referral (gesture_id);
CREATE UNIQUE INDEX referral_friend ON referral (friend_id) WHERE undone_gesture_id IS NULL;

-- Limits ask what a card had today and what somebody at the till has given.
CREATE INDEX ledger_card_at ON ledger_entry (card_id, at);
CREATE INDEX ledger_staff ON ledger_entry (staff_id, at);

-- The use of a membership. It costs nothing, so the ledger does not know of it; the visit would not either.
CREATE TABLE check_in (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    visit_id INTEGER NOT NULL REFERENCES visit (id),
    programme_id INTEGER NOT NULL REFERENCES programme (id),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX check_in_visit ON check_in (visit_id);
CREATE INDEX check_in_gesture ON check_in (gesture_id);

-- Cards, terms and referrals are sealed with the key of the ledger, all anew when another key comes in; a seal
-- that was made stays one.
ALTER TABLE card ADD COLUMN seal BLOB CHECK (seal IS NULL OR length(seal) = 32);

CREATE TRIGGER card_stays_sealed BEFORE UPDATE OF seal ON card WHEN NEW.seal IS NULL
BEGIN SELECT RAISE(ABORT, 'a card stays whose it is'); END;
CREATE TRIGGER terms_stay_sealed BEFORE UPDATE OF seal ON terms WHEN NEW.seal IS NULL
BEGIN SELECT RAISE(ABORT, 'what was promised is never rewritten'); END;
CREATE TRIGGER referral_stays_sealed BEFORE UPDATE OF seal ON referral WHEN NEW.seal IS NULL
BEGIN SELECT RAISE(ABORT, 'who brought whom is never rewritten'); END;
