"""What tells people apart, and which pairs were said to be two people."""

from frontdesk.domain.acts import Act
from frontdesk.domain.people.doubles import Told
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId


def told(db: Db) -> list[Told]:
    """Everybody who is on the shop's lists, one row a person."""
    rows = db.run(
        "SELECT id, CASE called WHEN '' THEN name ELSE name || ' ' || called END, phone_digits, lower(email),"
        " birth_month, birth_day FROM customer"
        " WHERE merged_into_id IS NULL AND archived_at IS NULL AND erased_at IS NULL"
    )
    return [
        Told(id_, names, phone, email, (month, day) if month else None)
        for id_, names, phone, email, month, day in rows
    ]


def two_people(db: Db) -> frozenset[tuple[int, int]]:
    """The pairs of which the last word is that they are two, the smaller number first."""
    rows = db.run(
        "SELECT one_id, other_id, stands, max(id) FROM not_the_same GROUP BY one_id, other_id"
    )  # SQLite takes the bare columns from the row of the maximum
    return frozenset((one, other) for one, other, stands, _ in rows if stands)


def say_two(db: Db, new_id: NewId, act: Act, gesture_id: int, pair: tuple[int, int], stands: bool) -> None:
    """Say it, or take it back."""
    one, other = sorted(pair)
    db.run(
        "INSERT INTO not_the_same (uid, one_id, other_id, stands, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), one, other, int(stands), act.at, act.staff_id, act.till_id, gesture_id),
    )
