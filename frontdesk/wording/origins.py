"""Where stamps came from, in the record of whoever has them."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from frontdesk.domain.days import day_at
from frontdesk.domain.loyalty.origins import FromPaperCard, FromPowerSheet, FromTicket, Origin
from frontdesk.texts import Texts
from frontdesk.wording.dates import clock_time, day_of_year


def origin_sentence(texts: Texts, origin: Origin, at: int, zone: ZoneInfo) -> str:
    """Below a line of the ledger that was written `at`."""
    match origin:
        case FromTicket():
            return _from_ticket(texts, origin, at, zone)
        case FromPowerSheet():
            return texts.gettext("from power-cut sheet {sheet}, line {line}, keyed in by {name}").format(
                sheet=origin.sheet, line=origin.line, name=origin.keyed_by
            )
        case FromPaperCard():
            return texts.gettext("from a paper card, taken over by {name}").format(name=origin.taken_by)


def _from_ticket(texts: Texts, origin: FromTicket, at: int, zone: ZoneInfo) -> str:
    """The day is said where it was not the one on which the ticket was given."""
    time, made = clock_time(texts, origin.made_at, zone), day_at(origin.made_at, zone)
    if made == day_at(at, zone):
        return texts.gettext("from a ticket made by {maker} at {time}, given by {giver}").format(
            maker=origin.made_by, time=time, giver=origin.given_by
        )
    return texts.gettext("from a ticket made by {maker} on {day} at {time}, given by {giver}").format(
        maker=origin.made_by, day=day_of_year(texts, made), time=time, giver=origin.given_by
    )
