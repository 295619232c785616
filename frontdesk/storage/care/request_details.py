"""What can be changed in a request besides its state, each change written down; and its pictures."""

from dataclasses import dataclass

from frontdesk.domain.acts import Act
from frontdesk.domain.care.requests import Detail, PictureKind
from frontdesk.domain.people.photos import Photo
from frontdesk.storage import gestures
from frontdesk.storage.care_tables import RequestChangeRow, RequestPictureRow
from frontdesk.storage.database import Db, SqlValue
from frontdesk.storage.store import NewId

_COLUMNS = {
    Detail.OWNER: "owner_id",
    Detail.AXIS: "axis",
    Detail.QUOTED: "quoted",
    Detail.FINAL: "final",
    Detail.CONTACT_POINT: "contact_point",
}
_WHOLE_NUMBERS = frozenset({Detail.OWNER, Detail.QUOTED, Detail.FINAL})


@dataclass(frozen=True, slots=True)
class Change:
    """One detail of one request, from what to what, as text; nothing is empty."""

    request_id: int
    detail: Detail
    was: str
    became: str


def value(db: Db, request_id: int, detail: Detail) -> str:
    """The detail as it stands, as text."""
    kept = db.value(f"SELECT {_COLUMNS[detail]} FROM request WHERE id = ?", (request_id,))
    return "" if kept is None else str(kept)


def change(db: Db, new_id: NewId, act: Act, gesture_id: int, changed: Change) -> None:
    """Set the detail and write the change down."""
    column, became = _COLUMNS[changed.detail], changed.became
    kept: SqlValue = became
    if changed.detail in _WHOLE_NUMBERS:
        kept = int(became) if became else None
    db.run(f"UPDATE request SET {column} = ? WHERE id = ?", (kept, changed.request_id))
    RequestChangeRow.insert(
        uid=new_id(act.at),
        request_id=changed.request_id,
        detail=changed.detail.value,
        was=changed.was,
        became=became,
        **gestures.told_by(act, gesture_id),
    ).execute(db)


def change_of(db: Db, gesture_id: int) -> Change | None:
    """The change that one act made, or None for an act of another sort."""
    row = db.one(
        "SELECT request_id, detail, was, became FROM request_change WHERE gesture_id = ?", (gesture_id,)
    )
    return Change(row[0], Detail(row[1]), row[2], row[3]) if row is not None else None


def last_change(db: Db, request_id: int, detail: Detail) -> int | None:
    """The act of the last change of a detail that stands."""
    return gestures.last_step(db, "request_change", "request_id", request_id, "s.detail = ?2", detail.value)


def picture(db: Db, request_id: int, kind: PictureKind) -> Photo | None:
    row = db.one(
        "SELECT thumb, full FROM request_picture WHERE request_id = ? AND kind = ?", (request_id, kind.value)
    )
    return Photo(*row) if row is not None else None


def put_picture(
    db: Db, new_id: NewId, act: Act, gesture_id: int, request_id: int, kind: PictureKind, taken: Photo | None
) -> None:
    """Keep this picture in place of the one before; None takes it away, and no trace of it stays."""
    present = (RequestPictureRow.request_id == request_id) & (RequestPictureRow.kind == kind.value)
    RequestPictureRow.delete().where(present).execute(db)
    if taken is not None:
        RequestPictureRow.insert(
            uid=new_id(act.at),
            request_id=request_id,
            kind=kind.value,
            thumb=taken.thumb,
            full=taken.full,
            **gestures.told_by(act, gesture_id),
        ).execute(db)
