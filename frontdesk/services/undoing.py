"""How every undo begins: a repeat of it is seen first, then what it takes back, then whether that is last."""

from collections.abc import Collection

from frontdesk.domain.acts import Act
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.gestures import Recorded


def to_undo(db: Db, act: Act, gesture: bytes, kinds: Collection[str]) -> Recorded | None:
    """What `act` is to take back: an act of one of these kinds. None where `act` was recorded before, and
    nothing is to be done.

    Raises `Refused` NOTHING_TO_UNDO, ALREADY_UNDONE.
    """
    if gestures.find(db, act.gesture) is not None:
        return None
    undone_id = gestures.find(db, gesture)
    undone = gestures.get(db, undone_id) if undone_id is not None else None
    if undone is None or undone.kind not in kinds:
        raise Refused(RefusalCode.NOTHING_TO_UNDO)
    if gestures.is_undone(db, undone.id):
        raise Refused(RefusalCode.ALREADY_UNDONE)
    return undone


def check_last(undone: Recorded, last_id: int | None, code: RefusalCode = RefusalCode.MOVED_ON) -> None:
    """Only the last step of a history is taken back: `last_id` is the act that made it, None where nothing
    came after the beginning. Compared by act, not by value: there and back again is not where it was.

    Raises `Refused` with `code`.
    """
    if last_id is not None and last_id != undone.id:
        raise Refused(code)
