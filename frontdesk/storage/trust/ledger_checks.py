"""Whole checks of the ledger that somebody asked for."""

from frontdesk.storage.database import Db, Row


def last(db: Db) -> Row | None:
    """When the latest was, and who asked for it."""
    return db.one(
        "SELECT g.at, s.name FROM gesture AS g JOIN staff AS s ON s.id = g.staff_id"
        " WHERE g.kind = 'CHECK_LEDGER' ORDER BY g.at DESC LIMIT 1"
    )
