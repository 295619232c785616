"""Thanks of customers for somebody of the staff, and the steps that say what became of them."""

from frontdesk.domain.acts import Act
from frontdesk.domain.team.staff_thanks import StaffThanks, ThanksState
from frontdesk.storage import gestures
from frontdesk.storage.care_tables import StaffThanksRow, StaffThanksStepRow
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId

_THANKS = (
    "SELECT t.id, t.for_id, m.name, t.words, t.at, c.id, coalesce(nullif(c.called, ''), c.name, ''),"
    " coalesce(s.state, 'WAITING') FROM staff_thanks AS t JOIN staff AS m ON m.id = t.for_id"
    " LEFT JOIN customer AS asker ON asker.id = t.customer_id"
    " LEFT JOIN customer AS c ON c.id = asker.root_id AND c.archived_at IS NULL"
    " LEFT JOIN staff_thanks_step AS s ON s.id ="
    "  (SELECT max(id) FROM staff_thanks_step AS last WHERE last.thanks_id = t.id)"
)


def waiting(db: Db) -> tuple[StaffThanks, ...]:
    """What was not passed on yet, the first first; not for those who left."""
    return _select(db, "coalesce(s.state, 'WAITING') = 'WAITING' AND m.left_at IS NULL ORDER BY t.id")


def since(db: Db, at: int) -> tuple[StaffThanks, ...]:
    """All since then that stand, passed on or not, the latest first."""
    return _select(db, "t.at >= ? AND coalesce(s.state, '') <> 'TAKEN_BACK' ORDER BY t.id DESC", at)


def count_for(db: Db, staff_id: int, after: int) -> int:
    """How many came for somebody after that."""
    return sum(each.for_id == staff_id and each.at > after for each in since(db, after))


def get(db: Db, thanks_id: int) -> StaffThanks:
    """Raises `LookupError`."""
    found = _select(db, "t.id = ?", thanks_id)
    if not found:
        raise LookupError(thanks_id)
    return found[0]


def last_step(db: Db, thanks_id: int) -> int | None:
    """The act that said what became of them, or None."""
    return gestures.last_step(db, "staff_thanks_step", "thanks_id", thanks_id)


def made_by(db: Db, gesture_id: int) -> int | None:
    """The thanks that an act noted, or of which it said what became."""
    key: int | None = db.value(
        "SELECT id FROM staff_thanks WHERE gesture_id = ?1"
        " UNION ALL SELECT thanks_id FROM staff_thanks_step WHERE gesture_id = ?1",
        (gesture_id,),
    )
    return key


def add(
    db: Db, new_id: NewId, act: Act, gesture_id: int, for_id: int, words: str, customer_id: int | None
) -> None:
    StaffThanksRow.insert(
        uid=new_id(act.at),
        for_id=for_id,
        customer_id=customer_id,
        words=words,
        **gestures.told_by(act, gesture_id),
    ).execute(db)


def say(db: Db, thanks_id: int, words: str) -> None:
    """In whose words they came; those before are not kept."""
    StaffThanksRow.update(words=words).where(StaffThanksRow.id == thanks_id).execute(db)


def add_step(db: Db, new_id: NewId, act: Act, gesture_id: int, thanks_id: int, state: ThanksState) -> None:
    StaffThanksStepRow.insert(
        uid=new_id(act.at),
        thanks_id=thanks_id,
        state=state.value,
        **gestures.told_by(act, gesture_id),
    ).execute(db)


def _select(db: Db, where: str, *values: int) -> tuple[StaffThanks, ...]:
    return tuple(
        StaffThanks(id_, for_id, member, words, at, customer_id, customer, ThanksState(state))
        for id_, for_id, member, words, at, customer_id, customer, state in db.run(
            f"{_THANKS} WHERE {where}", values
        )
    )
