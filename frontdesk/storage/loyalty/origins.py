"""Where the stamps of the ledger came from, where that was not the till itself."""

from dataclasses import replace
from typing import Final

from frontdesk.domain.loyalty.origins import FromPaperCard, FromPowerSheet, FromTicket, Origin
from frontdesk.domain.loyalty.stamping import EntryKind, LedgerEntry
from frontdesk.storage.database import Db

_NOT_AT_THE_TILL: Final = frozenset({"CLAIM", "KEY_IN", "KEY_FREE", "ADOPT"})


def with_origins(db: Db, entries: tuple[LedgerEntry, ...]) -> tuple[LedgerEntry, ...]:
    """The same entries, each with its origin; also those that were taken back since."""
    asked = {
        each.gesture
        for each in entries
        if each.done_as in _NOT_AT_THE_TILL and each.kind is not EntryKind.REVERSED
    }
    known = _origins(db, tuple(asked)) if asked else {}
    return tuple(
        replace(each, origin=known[each.gesture]) if each.gesture in known else each for each in entries
    )


def _origins(db: Db, gestures: tuple[bytes, ...]) -> dict[bytes, Origin]:
    """By the acts. What an act did to a ticket, or keyed in of a sheet, stays noted when it is undone."""
    rows = db.run(
        "SELECT g.uid, g.kind, s.name, m.name, t.at, p.number, coalesce(k.line, f.line)"
        " FROM gesture AS g JOIN staff AS s ON s.id = g.staff_id"
        " LEFT JOIN ticket_step AS c ON c.gesture_id = g.id"
        " LEFT JOIN ticket AS t ON t.id = c.ticket_id LEFT JOIN staff AS m ON m.id = t.staff_id"
        " LEFT JOIN power_sheet_tick AS k ON k.gesture_id = g.id"
        " LEFT JOIN power_sheet_free AS f ON f.gesture_id = g.id"
        " LEFT JOIN power_sheet AS p ON p.id = coalesce(k.sheet_id, f.sheet_id)"
        f" WHERE g.uid IN ({', '.join('?' * len(gestures))})",
        gestures,
    )
    return {gesture: _origin(kind, by, *facts) for gesture, kind, by, *facts in rows}


def _origin(kind: str, by: str, made_by: str, made_at: int, sheet: int, line: int) -> Origin:
    match kind:
        case "CLAIM":
            return FromTicket(made_by, made_at, by)
        case "ADOPT":
            return FromPaperCard(by)
        case _:
            return FromPowerSheet(sheet, line, by)
