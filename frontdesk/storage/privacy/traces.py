"""What SQLite keeps of bytes that were erased, and how it is cleared without holding up a stamp.

`secure_delete`, which every connection that writes has on, overwrites what rows leave behind. Three places
are left: the words of a search entry stay in the index until its parts are merged; a reading (how a name
sounds) is kept once for all who sound so; and the WAL has the pages as they were. Each alone leaves the name
in the files.
"""

import logging
import time
from pathlib import Path
from typing import Final

import apsw

from frontdesk.storage import shop
from frontdesk.storage.database import Db, StoreError
from frontdesk.storage.opening import HeldByAnother, opened

log = logging.getLogger(__name__)

INDEXES: Final = ("search_word", "search_part")
_LEFT: Final = "privacy.traces"
"""A setting: the last erasure; what is left of the bytes was not cleared since."""

_PAGES: Final = 8
"""Of an index, in one step: a millisecond or a few."""
_LEAST_CHANGES: Final = 2
"""By SQLite's own account a merge that changed fewer rows had nothing to do."""
_READ_AT_ONCE: Final = 64
_PATIENCE_SECONDS: Final = 2.0


def note_left(db: Db, at: int) -> None:
    """In the act that erases, after it did: from now on there is something to clear."""
    shop.save_value(db, _LEFT, str(db.value("SELECT max(id) FROM erasure")), at)


def are_left(db: Db) -> bool:
    return db.value("SELECT 1 FROM setting WHERE key = ?", (_LEFT,)) is not None


def note_cleared(db: Db, last: int) -> None:
    """Nothing is left of whoever was erased up to the erasure `last`; who was erased meanwhile waits for the
    next time. Not by a clock, which may be set back.
    """
    db.run("DELETE FROM setting WHERE key = ? AND CAST(value AS INTEGER) <= ?", (_LEFT, last))


def latest(db: Db) -> int:
    """The last erasure whose traces are not cleared."""
    return int(db.value("SELECT value FROM setting WHERE key = ?", (_LEFT,)) or 0)


class IndexMerge:
    """Merges one search index into one part, some at a time; what was taken out of it goes by that."""

    def __init__(self, index: str) -> None:
        self._index, self._begun = index, False

    def some(self, db: Db, seconds: float) -> bool:
        """Go on for so long, on the writer's thread; True when all is merged."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            before = db.connection().total_changes()
            # A negative number begins to merge all there is, whether or not SQLite would by itself.
            pages = _PAGES if self._begun else -_PAGES
            db.run(f"INSERT INTO {self._index} ({self._index}, rank) VALUES ('merge', ?)", (pages,))
            done = self._begun and db.connection().total_changes() - before < _LEAST_CHANGES
            self._begun = True
            if done:
                return True
        return False


class ReadingSweep:
    """Takes out every reading that nobody who can be found sounds like, some at a time."""

    def __init__(self) -> None:
        # How words sound is a matter of many rules. They are read here, and not while a stamp waits.
        from frontdesk.domain.finding.sounds.keys import slips
        from frontdesk.storage.finding.search_keys import SOUND

        self._after, self._slips, self._mark = "", slips, SOUND

    def some(self, db: Db, seconds: float) -> bool:
        """Go on for so long, on the writer's thread; True after the last one."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            rows = list(
                db.run(
                    "SELECT reading FROM search_reading WHERE reading > ? ORDER BY reading LIMIT ?",
                    (self._after, _READ_AT_ONCE),
                )
            )
            if not rows:
                return True
            for (reading,) in rows:
                self._look(db, reading)
                self._after = reading
        return False

    def _look(self, db: Db, reading: str) -> None:
        stands = "SELECT 1 FROM search_word WHERE search_word MATCH ? LIMIT 1"
        if db.value(stands, (f'"{self._mark}{reading}"',)) is not None:
            return
        db.run("DELETE FROM search_reading WHERE reading = ?", (reading,))
        for less in self._slips(reading):
            db.run("DELETE FROM search_slip WHERE less = ? AND reading = ?", (less, reading))


def end_wal(store: Path) -> bool:
    """Write the WAL back and empty it; False while somebody reads what was before, and it has to wait.

    It has a connection of its own: nothing may be under way on it, and on the writer's something always is.
    """
    try:
        with opened(store, read_only=False, busy_seconds=_PATIENCE_SECONDS) as db:
            # Most is written back without holding up anybody; what is left then is the work of a moment.
            db.connection().wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_PASSIVE)
            db.connection().wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    except (HeldByAnother, apsw.BusyError):
        return False
    except StoreError as error:
        log.warning("the journal could not be emptied: %s", type(error).__name__)
        return False
    return True
