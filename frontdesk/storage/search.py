"""The two search indexes, and the rows that a list of results or the wall needs.

Each customer has one slot, the key in both indexes; a visit moves them to a higher one. So "the latest
first" is the order of the index, and a search for one letter among a million stops after fifty.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from frontdesk.domain.folding import fold, joined, words
from frontdesk.storage.database import Db, Row

CANDIDATES: Final = 50
SHORTEST_PART: Final = 3

# One row a customer, in the order of HitRow: everything a tile shows, counted over merged records.
_HIT: Final = """
SELECT c.id, c.name, c.called, c.spoken, substr(c.phone_digits, -4), c.birth_month, c.birth_day,
    EXISTS (SELECT 1 FROM customer AS m JOIN photo ON photo.customer_id = m.id WHERE m.root_id = c.id),
    coalesce(s.visits, 0), s.last_at, coalesce(s.habit, 0.0),
    coalesce((SELECT sum(k.balance) FROM customer AS m JOIN card AS k ON k.customer_id = m.id
        WHERE m.root_id = c.id AND k.programme_id = ?), 0),
    EXISTS (SELECT 1 FROM customer AS m JOIN fact AS f ON f.customer_id = m.id
        WHERE m.root_id = c.id AND f.kind = 'ALLERGY' AND f.gone_at IS NULL),
    EXISTS (SELECT 1 FROM customer AS m JOIN request AS r ON r.customer_id = m.id
        WHERE m.root_id = c.id AND r.state IN ('OPEN', 'IN_PROGRESS', 'READY'))
"""
_JOINS: Final = """
JOIN customer AS c ON c.id = search_slot.customer_id
LEFT JOIN visit_summary AS s ON s.customer_id = c.id
"""
BY_WORDS: Final = f"""
WITH found AS (
    SELECT rowid AS slot FROM search_word WHERE search_word MATCH ? ORDER BY rowid DESC LIMIT {CANDIDATES}
)
{_HIT} FROM found JOIN search_slot USING (slot) {_JOINS}"""
BY_PARTS: Final = f"""
WITH found AS (
    SELECT rowid AS slot FROM search_part WHERE search_part MATCH ? ORDER BY rowid DESC LIMIT {CANDIDATES}
)
{_HIT} FROM found JOIN search_slot USING (slot) {_JOINS}"""
BY_LATEST: Final = f"""
WITH found AS (SELECT slot FROM search_slot ORDER BY slot DESC LIMIT ?)
{_HIT} FROM found JOIN search_slot USING (slot) {_JOINS}"""
BY_IDS: Final = (
    f"{_HIT} FROM json_each(?) AS wanted JOIN search_slot ON search_slot.customer_id = wanted.value {_JOINS}"
)


def match_whole(tokens: Sequence[str]) -> str:
    """An FTS5 query for customers who have each token as a whole word."""
    return " AND ".join(f'"{token}"' for token in tokens)


def match_words(tokens: Sequence[str]) -> str:
    """An FTS5 query for customers with a word that begins with each token."""
    return " AND ".join(f'"{token}"*' for token in tokens)


def match_parts(tokens: Sequence[str]) -> str:
    """An FTS5 query for customers with each token anywhere in a word; tokens of three characters and more."""
    return " AND ".join(f'"{token}"' for token in tokens)


def by_whole_words(db: Db, tokens: Sequence[str], programme_id: int) -> Iterator[Row]:
    return db.run(BY_WORDS, (match_whole(tokens), programme_id))


def by_words(db: Db, tokens: Sequence[str], programme_id: int) -> Iterator[Row]:
    return db.run(BY_WORDS, (match_words(tokens), programme_id))


def by_parts(db: Db, tokens: Sequence[str], programme_id: int) -> Iterator[Row]:
    return db.run(BY_PARTS, (match_parts(tokens), programme_id))


def latest(db: Db, limit: int, programme_id: int) -> Iterator[Row]:
    return db.run(BY_LATEST, (limit, programme_id))


def by_ids(db: Db, ids: Iterable[int], programme_id: int) -> Iterator[Row]:
    """The rows of these customers, in the order of `ids`; records that no longer answer are left out."""
    return db.run(BY_IDS, (programme_id, f"[{','.join(str(int(id_)) for id_ in ids)}]"))


def touch(db: Db, root_id: int) -> None:
    """Move a customer to the top of the order."""
    index(db, root_id)


def index(db: Db, root_id: int) -> None:
    """Write a person's entry anew, at the top: names, nicknames, phones, and those of merged records."""
    forget(db, root_id)
    rows = list(
        db.run(
            "SELECT name, called, spoken, phone_digits FROM customer"
            " WHERE root_id = ? AND archived_at IS NULL ORDER BY id = root_id DESC, id",
            (root_id,),
        )
    )
    if not rows:
        return
    texts = [text for row in rows for text in row[:3] if text]
    phones = [row[3] for row in rows if row[3]]
    slot = db.insert("INSERT INTO search_slot (customer_id) VALUES (?)", (root_id,))
    entry = dict.fromkeys(word for text in texts for word in [*words(text), *words(joined(text))])
    endings = [phone[-4:] for phone in phones]
    db.run(
        "INSERT INTO search_word (rowid, words) VALUES (?, ?)", (slot, " ".join([*entry, *phones, *endings]))
    )
    parts = dict.fromkeys([*(fold(text) for text in texts), *phones])
    db.run("INSERT INTO search_part (rowid, text) VALUES (?, ?)", (slot, "\n".join(parts)))


def forget(db: Db, customer_id: int) -> None:
    """Take a record out of both indexes."""
    slot = db.value("SELECT slot FROM search_slot WHERE customer_id = ?", (customer_id,))
    if slot is not None:
        db.run("DELETE FROM search_word WHERE rowid = ?", (slot,))
        db.run("DELETE FROM search_part WHERE rowid = ?", (slot,))
        db.run("DELETE FROM search_slot WHERE slot = ?", (slot,))
