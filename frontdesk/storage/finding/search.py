"""The two search indexes, and the rows that a list of results or the wall needs.

Each customer has one slot, the key in both indexes; a visit moves them to a higher one. So "the latest
first" is the order of the index, and a search for one letter among a million stops after fifty.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from frontdesk.storage.database import Db, Row

CANDIDATES: Final = 50
MOST_USUAL: Final = 3
_LATEST_VISITS: Final = 6

# One row a customer, in the order of HitRow: everything a tile shows, counted over merged records.
_HIT: Final = """
SELECT c.id, c.name, c.called, c.spoken, substr(c.phone_digits, -4), c.birth_month, c.birth_day,
    EXISTS (SELECT 1 FROM customer AS m JOIN photo ON photo.customer_id = m.id WHERE m.root_id = c.id),
    coalesce(s.visits, 0), s.last_at, coalesce(s.habit, 0.0),
    coalesce((SELECT sum(k.balance) FROM customer AS m JOIN card AS k ON k.customer_id = m.id
        WHERE m.root_id = c.id AND k.programme_id = ?), 0),
    EXISTS (SELECT 1 FROM customer AS m JOIN fact AS f ON f.customer_id = m.id
        WHERE m.root_id = c.id AND f.kind = 'ALLERGY' AND f.gone_at IS NULL),
    EXISTS (SELECT 1 FROM customer AS m JOIN recovery AS w ON w.customer_id = m.id
        WHERE m.root_id = c.id AND w.state IN ('OPEN', 'CONTACTED', 'RESOLVED')),
    EXISTS (SELECT 1 FROM customer AS m JOIN request AS r ON r.customer_id = m.id
        WHERE m.root_id = c.id AND r.state IN ('OPEN', 'IN_PROGRESS', 'READY')),
    (SELECT min(n.greet_by_name) FROM customer AS n WHERE n.root_id = c.id)
"""
_JOINS: Final = """
JOIN customer AS c ON c.id = search_slot.customer_id
LEFT JOIN visit_summary AS s ON s.customer_id = c.id
"""
# One row a customer, in the order of `services.search_ways.Candidate`: enough to say who is likelier.
_CANDIDATE: Final = f"""
SELECT c.id, c.name, c.called, c.spoken, c.phone_digits, s.last_at, coalesce(s.habit, 0.0),
    coalesce(s.visits, 0)
FROM found JOIN search_slot USING (slot) {_JOINS}"""
BY_WORDS: Final = f"""
WITH found AS (
    SELECT rowid AS slot FROM search_word WHERE search_word MATCH ? ORDER BY rowid DESC LIMIT {CANDIDATES}
)
{_CANDIDATE}"""
BY_PARTS: Final = f"""
WITH found AS (
    SELECT rowid AS slot FROM search_part WHERE search_part MATCH ? ORDER BY rowid DESC LIMIT {CANDIDATES}
)
{_CANDIDATE}"""
BY_LATEST: Final = f"""
WITH found AS (SELECT slot FROM search_slot ORDER BY slot DESC LIMIT ?)
{_HIT} FROM found JOIN search_slot USING (slot) {_JOINS}"""
BY_IDS: Final = (
    f"{_HIT} FROM json_each(?) AS wanted JOIN search_slot ON search_slot.customer_id = wanted.value {_JOINS}"
)
NOTES_OF: Final = """
SELECT c.root_id, f.text FROM json_each(?) AS wanted JOIN customer AS c ON c.root_id = wanted.value
    JOIN fact AS f ON f.customer_id = c.id AND f.gone_at IS NULL ORDER BY f.id DESC"""
_READY: Final = """
SELECT DISTINCT m.root_id FROM json_each(?) AS wanted JOIN customer AS m ON m.root_id = wanted.value
    JOIN card AS k ON k.customer_id = m.id JOIN json_each(?) AS price ON price.key + 0 = k.programme_id
    GROUP BY m.root_id, k.programme_id HAVING sum(k.balance) >= price.value"""
_USUAL: Final = f"""
SELECT p.name FROM (SELECT id FROM visit WHERE customer_id = ? AND void = 0
        ORDER BY at DESC LIMIT {_LATEST_VISITS}) AS v
    JOIN visit_item AS i ON i.visit_id = v.id AND i.void = 0 JOIN product AS p ON p.id = i.product_id
    GROUP BY p.id ORDER BY count(DISTINCT v.id) DESC, max(i.id) DESC LIMIT {MOST_USUAL}"""


def by_words(db: Db, query: str) -> Iterator[Row]:
    """The candidates of a query for the index of words, the latest first."""
    return db.run(BY_WORDS, (query,))


def by_parts(db: Db, query: str) -> Iterator[Row]:
    """The candidates of a query for the index of parts; each part has three characters or more."""
    return db.run(BY_PARTS, (query,))


def latest(db: Db, limit: int, programme_id: int) -> Iterator[Row]:
    return db.run(BY_LATEST, (limit, programme_id))


def by_ids(db: Db, ids: Iterable[int], programme_id: int) -> Iterator[Row]:
    """The rows of these customers, in the order of `ids`; records that no longer answer are left out."""
    return db.run(BY_IDS, (programme_id, _as_list(ids)))


def notes_of(db: Db, ids: Iterable[int]) -> Iterator[Row]:
    """Customer and text of what is noted about these, the newest first."""
    return db.run(NOTES_OF, (_as_list(ids),))


def ready_of(db: Db, ids: Iterable[int], prices: Mapping[int, int]) -> frozenset[int]:
    """Who of these has the stamps for a reward: `prices` are the cheapest of each programme."""
    return frozenset(id_ for (id_,) in db.run(_READY, (_as_list(ids), json.dumps(prices))))


def usual_of(db: Db, root_id: int) -> tuple[str, ...]:
    """The names of what they took in their latest visits, the most frequent first."""
    return tuple(name for (name,) in db.run(_USUAL, (root_id,)))


def _as_list(ids: Iterable[int]) -> str:
    return f"[{','.join(str(int(id_)) for id_ in ids)}]"
