"""Feedback cards that were printed, and the batches in which they were."""

from collections.abc import Sequence

from frontdesk.domain.acts import Act
from frontdesk.domain.feedback.feedback_cards import CardFormat, FeedbackCard
from frontdesk.storage import gestures
from frontdesk.storage.database import Db, Row, SqlValue
from frontdesk.storage.feedback.feedback_tables import FeedbackBatchRow
from frontdesk.storage.store import NewId

_CARD = (
    "SELECT k.id, k.code, k.number, k.language, k.at, c.root_id, b.format, b.host_id"
    " FROM feedback_card AS k JOIN feedback_batch AS b ON b.id = k.batch_id"
    " LEFT JOIN customer AS c ON c.id = k.customer_id"
)


def add_batch(
    db: Db, new_id: NewId, act: Act, gesture_id: int, format: CardFormat, shared: bool, host_id: int | None
) -> int:
    key: int = FeedbackBatchRow.insert(
        uid=new_id(act.at),
        format=format.value,
        shared=int(shared),
        host_id=host_id,
        **gestures.told_by(act, gesture_id),
    ).execute(db)
    return key


def add_cards(
    db: Db,
    new_id: NewId,
    act: Act,
    gesture_id: int,
    batch_id: int,
    codes: Sequence[str],
    language: str,
    customer_id: int | None,
) -> None:
    """Record a card for each code, under the next numbers of the shop."""
    last: int = db.value("SELECT max(number) FROM feedback_card") or 0
    alike = (customer_id, language, batch_id, act.at, act.staff_id, act.till_id, gesture_id)
    rows = ((new_id(act.at), code, number, *alike) for number, code in enumerate(codes, last + 1))
    db.connection().executemany(
        "INSERT INTO feedback_card"
        " (uid, code, number, customer_id, language, batch_id, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )


def cards_of(db: Db, gesture_id: int) -> tuple[FeedbackCard, ...]:
    """Each card that one act issued, without its links."""
    return _select(db, "k.gesture_id = ? ORDER BY k.id", gesture_id)


def card_by_code(db: Db, code: str) -> FeedbackCard | None:
    """The card of a code whose signature holds, without its links."""
    return next(iter(_select(db, "k.code = ?", code)), None)


def card(db: Db, card_id: int) -> FeedbackCard | None:
    return next(iter(_select(db, "k.id = ?", card_id)), None)


def last_card(db: Db, format: CardFormat, language: str, since: int) -> FeedbackCard | None:
    """The last one of a format and language that was issued at `since` or later, without its links."""
    where = "b.format = ? AND b.at >= ? AND k.language = ? ORDER BY k.id DESC LIMIT 1"
    return next(iter(_select(db, where, format.value, since, language)), None)


def cards_numbered(db: Db, number: int) -> tuple[FeedbackCard, ...]:
    """Those with a number: one, but for cards of another till."""
    return _select(db, "k.number = ? ORDER BY k.id", number)


def _select(db: Db, where: str, *values: SqlValue) -> tuple[FeedbackCard, ...]:
    return tuple(_card(row) for row in db.run(f"{_CARD} WHERE {where}", values))


def _card(row: Row) -> FeedbackCard:
    id_, code, number, language, at, customer_id, format_, host_id = row
    return FeedbackCard(id_, code, number, (), language, at, customer_id, CardFormat(format_), host_id)
