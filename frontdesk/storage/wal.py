"""Writes the WAL back into the store once somebody has had their answer.

SQLite itself would do it within the COMMIT that makes the WAL long: two more syncs, and all the pages of the
last hundred acts, while a cashier waits for the hundredth.
"""

import logging
from typing import Final

import apsw

log = logging.getLogger(__name__)

MOST_PAGES: Final = 1000
"""As SQLite has it: from so many pages on the WAL is written back."""


class Wal:
    """The WAL of one connection that writes; from now on SQLite leaves it alone."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection, self._pages = connection, 0
        connection.set_wal_hook(self._on_commit)

    def shorten(self) -> None:
        """Write it back when it is long; no reader is held up. What cannot be written now can be later."""
        if self._pages < MOST_PAGES:
            return
        self._pages = 0
        try:
            self._connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_PASSIVE)
        except apsw.BusyError:
            return  # another program is at it
        except apsw.Error as error:  # all is saved; the next commit tells what ails the disk
            log.warning("the WAL could not be written back: %s", type(error).__name__)

    def _on_commit(self, connection: apsw.Connection, name: str, pages: int) -> int:
        self._pages = pages
        return int(apsw.SQLITE_OK)
