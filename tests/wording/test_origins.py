"""Where stamps came from is said with names, and the day only where it was another one."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from frontdesk.domain.loyalty.origins import FromPaperCard, FromPowerSheet, FromTicket, Origin
from frontdesk.texts import texts_for
from frontdesk.wording.origins import origin_sentence

ZONE = ZoneInfo("Asia/Vientiane")


def at(day: int, hour: int) -> int:
    return int(datetime(2026, 11, day, hour - 7, 5, tzinfo=UTC).timestamp() * 1000)


def said(origin: Origin, written: int = at(22, 12)) -> str:
    return origin_sentence(texts_for("en"), origin, written, ZONE)


def test_each_origin_is_said_with_whoever_brought_it_in() -> None:
    assert said(FromTicket("Dao", at(22, 9), "Mali")) == "from a ticket made by Dao at 9:05, given by Mali"
    assert said(FromPowerSheet(3, 12, "Mali")) == "from power-cut sheet 3, line 12, keyed in by Mali"
    assert said(FromPaperCard("Mali")) == "from a paper card, taken over by Mali"


def test_a_ticket_of_another_day_is_said_with_its_day() -> None:
    ticket = FromTicket("Dao", at(20, 9), "Dao")
    assert said(ticket) == "from a ticket made by Dao on 20 November at 9:05, given by Dao"
