"""The ways back beside paper: in order, within what each format can print, and one from a bare telephone."""

import pytest

from frontdesk.domain.feedback.feedback_cards import CardFormat, LinkWay
from frontdesk.domain.feedback.links import URL_LIMIT, LinkKind
from frontdesk.domain.feedback.ways_back import MESSAGE_ROOM, ways_back

CODE = "F0081086171D13DQF"
PAGE = "http://192.168.1.10:8320"
LONG, SHORT = "ມັກຫຍັງ? " * 12 + CODE, f"{CODE} 1."


def test_the_shops_own_page_comes_before_the_message() -> None:
    links = ways_back(PAGE, "020 5555 1234", "", "856").links(CODE, CardFormat.TENT)
    assert [link.way for link in links] == [LinkWay.PAGE, LinkWay.MESSAGE]
    assert links[0].url == f"{PAGE}/{CODE}"
    assert links[1].url == f"sms:+8562055551234?body={CODE}"


def test_a_form_is_told_from_a_message() -> None:
    (link,) = ways_back("", "https://forms.example/{code}", "020 5555 1234", "856").links(
        CODE, CardFormat.CARD
    )
    assert (link.way, link.url) == (LinkWay.FORM, f"https://forms.example/{CODE}")


def test_a_telephone_alone_is_a_way_back() -> None:
    ways = ways_back("", "", "020 5555 1234", "856")
    assert ways.link is not None
    assert (ways.link.kind, ways.link.target) == (LinkKind.SMS, "+8562055551234")


@pytest.mark.parametrize("phone", ["", "ask us", "12"])
def test_what_nobody_can_dial_is_none(phone: str) -> None:
    ways = ways_back("", "", phone, "856")
    assert not ways
    assert ways.links(CODE, CardFormat.CARD) == ()
    assert ways_back(PAGE, "", phone, "856")


@pytest.mark.parametrize("format", CardFormat)
def test_the_fullest_message_that_the_format_can_print_is_taken(format: CardFormat) -> None:
    ways, room = ways_back("", "020 5555 1234", "", "856"), MESSAGE_ROOM.get(format, URL_LIMIT)
    (link,) = ways.links(CODE, format, (LONG, SHORT))
    assert link.url == f"sms:+8562055551234?body={CODE}%201."
    fits = CODE + "x" * (room - len(f"sms:+8562055551234?body={CODE}"))
    assert ways.links(CODE, format, (fits, SHORT))[0].url.endswith("xxx")
    assert ways.links(CODE, format, (fits + "x", SHORT))[0] == link
