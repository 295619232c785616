"""Write the search index anew, bit by bit, when its entries are made otherwise than they were.

The latest customers come first. Search goes on meanwhile: an entry that waits is found as it was before.
"""

import time
from typing import Final

from frontdesk.storage.database import Db
from frontdesk.storage.finding import search_index

VERSION: Final = 1
"""Raise it when the words of an entry are made otherwise: every store then writes its entries anew."""

_READ_AT_ONCE: Final = 64


def is_current(db: Db) -> bool:
    """Whether all entries are written as this program writes them."""
    return bool(db.value("SELECT version FROM search_index") == VERSION)


def begin_current(db: Db) -> None:
    """A new store has nothing to write anew."""
    db.run("UPDATE search_index SET version = ?, done_from = NULL", (VERSION,))


def renew_some(db: Db, seconds: float) -> bool:
    """Write entries anew for so long; True when the last one is done."""
    until = time.monotonic() + seconds
    done_from = db.value("SELECT done_from FROM search_index")
    if done_from is None:
        done_from = db.value("SELECT coalesce(max(slot), 0) + 1 FROM search_slot")
        db.run("DELETE FROM search_slip")
        db.run("DELETE FROM search_reading")
    while rows := list(
        db.run(
            "SELECT slot, customer_id FROM search_slot WHERE slot < ? ORDER BY slot DESC LIMIT ?",
            (done_from, _READ_AT_ONCE),
        )
    ):
        for slot, root_id in rows:
            search_index.renew(db, slot, root_id)
            done_from = slot
            if time.monotonic() >= until:
                db.run("UPDATE search_index SET done_from = ?", (done_from,))
                return False
    begin_current(db)
    return True
