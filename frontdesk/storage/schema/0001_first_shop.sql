-- Schema 1. Frozen: a released migration is never edited, a new one is added beside it.
-- Times are UTC milliseconds. Every row of an act carries staff, till, time and gesture.
-- Integer keys join inside this file; `uid` (UUIDv7, 16 bytes) is the same on every till.

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE secret (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('CASHIER', 'MANAGER', 'OWNER')),
    created_at INTEGER NOT NULL,
    left_at INTEGER
) STRICT;

CREATE TABLE till (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name TEXT NOT NULL,
    is_local INTEGER NOT NULL CHECK (is_local IN (0, 1)),
    created_at INTEGER NOT NULL
) STRICT;

-- One row a deliberate act; its unique id makes a repeat harmless and answers "was it saved?".
CREATE TABLE gesture (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    customer_id INTEGER REFERENCES customer (id),
    undoes_id INTEGER UNIQUE REFERENCES gesture (id),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id)
) STRICT;
CREATE INDEX gesture_customer ON gesture (customer_id, at);

-- `root_id` is the record that answers for this one: itself, or the one it was merged into.
CREATE TABLE customer (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    root_id INTEGER NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
    merged_into_id INTEGER REFERENCES customer (id),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    called TEXT NOT NULL DEFAULT '' CHECK (length(called) <= 200),
    spoken TEXT NOT NULL DEFAULT '' CHECK (length(spoken) <= 200),
    phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 40),
    phone_digits TEXT NOT NULL DEFAULT '' CHECK (length(phone_digits) <= 20),
    email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 254),
    birth_month INTEGER CHECK (birth_month BETWEEN 1 AND 12),
    birth_day INTEGER CHECK (birth_day BETWEEN 1 AND 31),
    birth_year INTEGER CHECK (birth_year BETWEEN 1880 AND 2200),
    language TEXT NOT NULL DEFAULT '',
    greet_by_name INTEGER NOT NULL DEFAULT 1 CHECK (greet_by_name IN (0, 1)),
    reference TEXT NOT NULL DEFAULT '' CHECK (length(reference) <= 200),
    prior_visits INTEGER NOT NULL DEFAULT 0 CHECK (prior_visits >= 0),
    prior_first_at INTEGER,
    prior_last_at INTEGER,
    archived_at INTEGER,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id),
    CHECK ((birth_month IS NULL) = (birth_day IS NULL))
) STRICT;
CREATE INDEX customer_root ON customer (root_id);
CREATE INDEX customer_phone ON customer (phone_digits) WHERE phone_digits <> '';
CREATE INDEX customer_email ON customer (email) WHERE email <> '';
CREATE INDEX customer_gesture ON customer (gesture_id);
CREATE INDEX customer_birthday ON customer (birth_month, birth_day) WHERE birth_month IS NOT NULL;

CREATE TABLE photo (
    customer_id INTEGER PRIMARY KEY REFERENCES customer (id),
    thumb BLOB NOT NULL,
    full BLOB NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;

CREATE TABLE fact (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    kind TEXT NOT NULL CHECK (kind IN ('ALLERGY', 'PREFERENCE', 'NOTE')),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
    gone_at INTEGER,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX fact_customer ON fact (customer_id) WHERE gone_at IS NULL;

-- The latest row per purpose counts; what was agreed to is kept in its own words.
CREATE TABLE consent (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('PHOTO', 'BIRTHDAY', 'MESSAGES')),
    granted INTEGER NOT NULL CHECK (granted IN (0, 1)),
    wording TEXT NOT NULL,
    language TEXT NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX consent_customer ON consent (customer_id, purpose, id);

-- Merging moves no row: it points one record at another, and undoing takes the pointer away.
-- `filled` names the empty fields that the kept record took over, as JSON.
CREATE TABLE merge (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    kept_id INTEGER NOT NULL REFERENCES customer (id),
    absorbed_id INTEGER NOT NULL REFERENCES customer (id),
    filled TEXT NOT NULL DEFAULT '{}',
    undone_gesture_id INTEGER REFERENCES gesture (id),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id),
    CHECK (kept_id <> absorbed_id)
) STRICT;
CREATE UNIQUE INDEX merge_absorbed ON merge (absorbed_id) WHERE undone_gesture_id IS NULL;
CREATE INDEX merge_kept ON merge (kept_id);

CREATE TABLE product (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    price INTEGER NOT NULL DEFAULT 0 CHECK (price >= 0),
    icon TEXT NOT NULL DEFAULT 'coffee',
    stamps INTEGER NOT NULL DEFAULT 1 CHECK (stamps BETWEEN 0 AND 20),
    retired_at INTEGER,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;

-- A visit whose only acts were undone is void; it is kept, and counts for nothing.
CREATE TABLE visit (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    last_act_at INTEGER NOT NULL,
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX visit_customer ON visit (customer_id, at);
CREATE INDEX visit_at ON visit (at);

CREATE TABLE visit_item (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    visit_id INTEGER NOT NULL REFERENCES visit (id),
    product_id INTEGER NOT NULL REFERENCES product (id),
    void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX visit_item_visit ON visit_item (visit_id);
CREATE INDEX visit_item_gesture ON visit_item (gesture_id);

-- What the visits of a record and of those merged into it add up to; derived, can be rebuilt.
-- `habit` counts visits, each halved every 60 days, as of `last_at`.
CREATE TABLE visit_summary (
    customer_id INTEGER PRIMARY KEY REFERENCES customer (id),
    visits INTEGER NOT NULL,
    first_at INTEGER,
    last_at INTEGER,
    habit REAL NOT NULL
) STRICT;

CREATE TABLE programme (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    goal INTEGER NOT NULL CHECK (goal BETWEEN 2 AND 20),
    reward TEXT NOT NULL CHECK (length(reward) BETWEEN 1 AND 200),
    icon TEXT NOT NULL DEFAULT 'coffee',
    retired_at INTEGER,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;

-- `balance` is a cache that the ledger's trigger keeps; the sum of the entries is the truth.
CREATE TABLE card (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    programme_id INTEGER NOT NULL REFERENCES programme (id),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    balance INTEGER NOT NULL DEFAULT 0,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id),
    UNIQUE (customer_id, programme_id)
) STRICT;

-- The signed code on a member card. A new one revokes the old.
CREATE TABLE member_code (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    code TEXT NOT NULL UNIQUE,
    revoked_at INTEGER,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX member_code_customer ON member_code (customer_id);

-- One hash chain a till; an epoch ends when its key is lost. `key_mark` is the key's fingerprint.
CREATE TABLE chain_epoch (
    id INTEGER PRIMARY KEY,
    till_id INTEGER NOT NULL REFERENCES till (id),
    number INTEGER NOT NULL,
    key_mark BLOB NOT NULL CHECK (length(key_mark) = 8),
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (till_id, number)
) STRICT;

-- Ids and reason codes only: never a name, never free text.
CREATE TABLE ledger_entry (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    card_id INTEGER NOT NULL REFERENCES card (id),
    kind TEXT NOT NULL
        CHECK (kind IN ('EARNED', 'REDEEMED', 'GOODWILL', 'EXPIRED', 'REVERSED', 'CARRIED_OVER')),
    stamps INTEGER NOT NULL CHECK (stamps <> 0 AND stamps BETWEEN -1000000 AND 1000000),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 40 AND reason NOT GLOB '*[^A-Z_]*'),
    reverses_id INTEGER UNIQUE REFERENCES ledger_entry (id),
    visit_id INTEGER REFERENCES visit (id),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id),
    part INTEGER NOT NULL DEFAULT 0,
    epoch_id INTEGER NOT NULL REFERENCES chain_epoch (id),
    chain_no INTEGER NOT NULL CHECK (chain_no >= 1),
    chain_hash BLOB NOT NULL CHECK (length(chain_hash) = 32),
    UNIQUE (gesture_id, part),
    UNIQUE (epoch_id, chain_no),
    CHECK ((kind = 'REVERSED') = (reverses_id IS NOT NULL)),
    CHECK (kind NOT IN ('EARNED', 'GOODWILL', 'CARRIED_OVER') OR stamps > 0),
    CHECK (kind NOT IN ('REDEEMED', 'EXPIRED') OR stamps < 0)
) STRICT;
CREATE INDEX ledger_card ON ledger_entry (card_id, id);
CREATE INDEX ledger_visit ON ledger_entry (visit_id) WHERE visit_id IS NOT NULL;

CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger_entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER ledger_exact_reversal BEFORE INSERT ON ledger_entry WHEN NEW.kind = 'REVERSED'
BEGIN
    SELECT RAISE(ABORT, 'a reversal gives back exactly what its entry took')
    WHERE NOT EXISTS (
        SELECT 1 FROM ledger_entry AS undone
        WHERE undone.id = NEW.reverses_id AND undone.card_id = NEW.card_id
            AND undone.stamps = -NEW.stamps AND undone.kind <> 'REVERSED'
    );
END;

-- Below zero: only a local redemption is refused, counted over all records of one person.
CREATE TRIGGER ledger_no_overdraft BEFORE INSERT ON ledger_entry
WHEN NEW.kind = 'REDEEMED' AND EXISTS (SELECT 1 FROM till WHERE id = NEW.till_id AND is_local = 1)
BEGIN
    SELECT RAISE(ABORT, 'a redemption may not take a balance below zero')
    WHERE (
        SELECT sum(sibling.balance)
        FROM card AS mine
        JOIN customer AS holder ON holder.id = mine.customer_id
        JOIN customer AS same ON same.root_id = holder.root_id
        JOIN card AS sibling ON sibling.customer_id = same.id AND sibling.programme_id = mine.programme_id
        WHERE mine.id = NEW.card_id
    ) + NEW.stamps < 0;
END;

CREATE TRIGGER ledger_keeps_balance AFTER INSERT ON ledger_entry
BEGIN UPDATE card SET balance = balance + NEW.stamps WHERE id = NEW.card_id; END;

CREATE TABLE request (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    visit_id INTEGER REFERENCES visit (id),
    what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 200),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
    promised_at INTEGER,
    state TEXT NOT NULL
        CHECK (state IN ('OPEN', 'IN_PROGRESS', 'READY', 'FULFILLED', 'DECLINED', 'CANCELLED')),
    owner_id INTEGER NOT NULL REFERENCES staff (id),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX request_customer ON request (customer_id);
CREATE INDEX request_visit ON request (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX request_open ON request (promised_at) WHERE state IN ('OPEN', 'IN_PROGRESS', 'READY');

CREATE TABLE request_event (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    request_id INTEGER NOT NULL REFERENCES request (id),
    from_state TEXT,
    to_state TEXT NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX request_event_request ON request_event (request_id);
CREATE INDEX request_event_gesture ON request_event (gesture_id);

CREATE TABLE feedback_card (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    code TEXT NOT NULL UNIQUE,
    customer_id INTEGER REFERENCES customer (id),
    language TEXT NOT NULL,
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;
CREATE INDEX feedback_card_customer ON feedback_card (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX feedback_card_gesture ON feedback_card (gesture_id);

CREATE TABLE import_batch (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    source TEXT NOT NULL,
    added INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    finished INTEGER NOT NULL DEFAULT 0 CHECK (finished IN (0, 1)),
    undone_gesture_id INTEGER REFERENCES gesture (id),
    at INTEGER NOT NULL,
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    till_id INTEGER NOT NULL REFERENCES till (id),
    gesture_id INTEGER NOT NULL REFERENCES gesture (id)
) STRICT;

-- What an import did to one customer; `before` holds the fields it changed, as JSON, for the undo.
CREATE TABLE import_item (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL REFERENCES import_batch (id),
    line INTEGER NOT NULL,
    customer_id INTEGER NOT NULL REFERENCES customer (id),
    action TEXT NOT NULL CHECK (action IN ('ADDED', 'UPDATED')),
    before TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX import_item_batch ON import_item (batch_id);
CREATE UNIQUE INDEX import_item_line ON import_item (batch_id, line);

-- Search. A customer's place in both indexes is their slot; a visit moves them to a higher one, so that
-- "the latest first" is the order of the index itself.
CREATE TABLE search_slot (
    slot INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL UNIQUE REFERENCES customer (id)
) STRICT;
CREATE VIRTUAL TABLE search_word USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE search_part USING fts5 (
    text, content = '', contentless_delete = 1, tokenize = "trigram case_sensitive 1"
);

CREATE TRIGGER card_keeps_its_owner BEFORE UPDATE OF id, uid, programme_id, customer_id ON card
BEGIN SELECT RAISE(ABORT, 'a card stays whose it is'); END;
CREATE TRIGGER card_no_delete BEFORE DELETE ON card
BEGIN SELECT RAISE(ABORT, 'a card stays whose it is'); END;
CREATE TRIGGER gesture_no_update BEFORE UPDATE ON gesture
BEGIN SELECT RAISE(ABORT, 'an act is never rewritten'); END;
CREATE TRIGGER gesture_no_delete BEFORE DELETE ON gesture
BEGIN SELECT RAISE(ABORT, 'an act is never rewritten'); END;
CREATE TRIGGER consent_no_update BEFORE UPDATE ON consent
BEGIN SELECT RAISE(ABORT, 'a consent is never rewritten'); END;
CREATE TRIGGER request_event_no_update BEFORE UPDATE ON request_event
BEGIN SELECT RAISE(ABORT, 'a request''s history is never rewritten'); END;
CREATE TRIGGER request_event_no_delete BEFORE DELETE ON request_event
BEGIN SELECT RAISE(ABORT, 'a request''s history is never rewritten'); END;
