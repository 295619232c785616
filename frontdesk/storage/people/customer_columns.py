"""What the table of all customers knows of a person, in SQL: the same for one line and for everybody."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from frontdesk.domain.people.customers import Purpose
from frontdesk.storage.database import Db
from frontdesk.storage.people.customers import HOLDING_CONSENTS
from frontdesk.storage.people.leaving import WHO_LEFT
from frontdesk.storage.regulars.absences import as_list

CONSENT_BITS: Final = {Purpose.PHOTO: 1, Purpose.BIRTHDAY: 2, Purpose.MESSAGES: 4}
USUALLY: Final = 3
"""So many visits at least, and half of all of them, are who usually serves somebody."""

_BITS = " ".join(f"WHEN '{purpose.value}' THEN {bit}" for purpose, bit in CONSENT_BITS.items())
_RECORDS = "SELECT m.id FROM customer AS m WHERE m.root_id = c.id"
_HOLDER = (
    "SELECT h.id FROM group_member AS g JOIN customer AS x ON x.id = g.holder_id JOIN customer AS h"
    f" ON h.id = x.root_id AND h.archived_at IS NULL WHERE g.left_by IS NULL AND g.member_id IN ({_RECORDS})"
    " AND h.id <> c.id ORDER BY g.id DESC LIMIT 1"
)
_HOLDS = (
    "SELECT c.id FROM group_member AS g JOIN customer AS x ON x.id = g.member_id JOIN customer AS h"
    f" ON h.id = x.root_id AND h.archived_at IS NULL WHERE g.left_by IS NULL AND g.holder_id IN ({_RECORDS})"
    " AND h.id <> c.id LIMIT 1"
)
_SERVED_BY = (
    "SELECT v.staff_id FROM customer AS m JOIN visit AS v ON v.customer_id = m.id AND v.void = 0"
    f" WHERE m.root_id = c.id AND s.visits >= {USUALLY} GROUP BY v.staff_id"
    f" HAVING count(*) >= {USUALLY} AND count(*) * 2 >= s.visits ORDER BY count(*) DESC, v.staff_id LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Counting:
    """Rewards are counted by `prices`, programme → stamps of its cheapest."""

    prices: Mapping[int, int]


class PersonRow(NamedTuple):
    """What is read of a person. The statement, its names and its rows all follow this order."""

    id: int
    name: str
    called: str
    spoken: str
    phone: str
    phone_digits: str
    language: str
    since: int
    birth_month: int | None
    birth_day: int | None
    birth_year: int | None
    visits: int
    first_at: int | None
    last_at: int | None
    stamps: int
    rewards: int
    consents: int
    """In bits."""
    photo: int
    """Whether there is one."""
    holder: int | None
    """Whose card they share."""
    served_by: int | None
    """Who usually does."""
    has_left: int


def columns(counting: Counting) -> str:
    """A `PersonRow` of customer `c` and their summary `s`, each column by its name."""
    prices = " ".join(f"WHEN {int(id_)} THEN {int(price)}" for id_, price in counting.prices.items() if price)
    ready = f"total(max(k.sum, 0) / CASE k.programme_id {prices} END)" if prices else "0"
    told = {
        "since": "c.at",
        "visits": "coalesce(s.visits, 0)",
        "first_at": "s.first_at",
        "last_at": "s.last_at",
        "stamps": "(SELECT coalesce(sum(k.balance), 0) FROM customer AS m JOIN card AS k"
        " ON k.customer_id = m.id JOIN programme AS g ON g.id = k.programme_id AND g.kind = 'STAMPS'"
        " WHERE m.root_id = c.id)",
        "rewards": f"(SELECT CAST({ready} AS INTEGER) FROM (SELECT k.programme_id, sum(k.balance) AS sum"
        "  FROM customer AS m JOIN card AS k ON k.customer_id = m.id WHERE m.root_id = c.id"
        "  GROUP BY k.programme_id) AS k)",
        "consents": f"(SELECT coalesce(sum(CASE purpose {_BITS} END), 0)"
        f" FROM ({HOLDING_CONSENTS.format(root='c.id')}) WHERE granted)",
        "photo": f"EXISTS (SELECT 1 FROM photo AS p WHERE p.customer_id IN ({_RECORDS}))",
        "holder": f"coalesce(({_HOLDER}), ({_HOLDS}))",
        "served_by": f"({_SERVED_BY})",
        "has_left": "c.archived_at IS NOT NULL",
    }
    return ", ".join(f"{told.get(name, f'c.{name}')} AS {name}" for name in PersonRow._fields)


PEOPLE: Final = (
    " FROM customer AS c LEFT JOIN visit_summary AS s ON s.customer_id = c.id"
    f" WHERE c.id = c.root_id AND c.erased_at IS NULL AND (c.archived_at IS NULL OR c.id IN ({WHO_LEFT}))"
)
"""Everybody whom the table may show: one row a person, those who left too, whoever was erased never."""


def lines(db: Db, counting: Counting, root_ids: Collection[int]) -> dict[int, PersonRow]:
    """What is read of these people, by their key."""
    wanted = "c.id IN (SELECT value FROM json_each(?))"
    rows = db.run(f"SELECT {columns(counting)}{PEOPLE} AND {wanted}", (as_list(root_ids),))
    return {row.id: row for row in map(PersonRow._make, rows)}


def who_came_last(db: Db, most: int) -> tuple[list[int], int]:
    """The first lines of the usual order, and how many people there are in all; of those who are here."""
    rows = db.run(
        "SELECT c.id FROM customer AS c LEFT JOIN visit_summary AS s ON s.customer_id = c.id"
        " WHERE c.id = c.root_id AND c.archived_at IS NULL AND c.erased_at IS NULL"
        " ORDER BY s.last_at DESC NULLS LAST, c.id LIMIT ?",
        (most,),
    )
    ids = [id_ for (id_,) in rows]
    return ids, db.value(
        "SELECT count(*) FROM customer WHERE id = root_id AND archived_at IS NULL AND erased_at IS NULL"
    )


def called(db: Db, ids: Collection[int]) -> dict[int, str]:
    """What these people like to be called, or else their names."""
    rows = db.run(
        "SELECT id, coalesce(nullif(called, ''), name) FROM customer"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (as_list(ids),),
    )
    return dict(rows)


def staff_names(db: Db) -> dict[int, str]:
    """Everybody who ever worked here."""
    return dict(db.run("SELECT id, name FROM staff"))
