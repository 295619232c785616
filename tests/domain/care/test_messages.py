"""Which ways a message may go, and the links that hand it over: nothing smuggled in, everything encoded."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from frontdesk.domain.care.message_links import message_link, recipient_of
from frontdesk.domain.care.messages import (
    Hindrance,
    Keepsake,
    MessageKind,
    Recipient,
    Way,
    hindrance_to,
    ways_to,
)
from frontdesk.domain.people.customers import Purpose
from frontdesk.domain.text import BadInput

TEXT = "ສະບາຍດີ & welcome?\n\n100 % #1 +1 <b> 1/2"
TO = Recipient("+8562055514867", "som.sak+shop@example.com")


@pytest.mark.parametrize(
    ("granted", "kind", "why"),
    [
        ((), MessageKind.THANKS, Hindrance.NO_CONSENT),
        ((Purpose.BIRTHDAY,), MessageKind.BIRTHDAY, Hindrance.NO_CONSENT),
        ((Purpose.MESSAGES,), MessageKind.BIRTHDAY, Hindrance.NO_BIRTHDAY_CONSENT),
        ((Purpose.MESSAGES,), MessageKind.THANKS, None),
        ((Purpose.MESSAGES,), Keepsake.YEAR_CARD, None),
        ((Purpose.MESSAGES, Purpose.BIRTHDAY), MessageKind.BIRTHDAY, None),
    ],
)
def test_what_stands_in_the_way(
    granted: tuple[Purpose, ...], kind: MessageKind | Keepsake, why: Hindrance | None
) -> None:
    assert hindrance_to(kind, frozenset(granted)) is why


def test_the_ways_follow_what_is_known_and_paper_is_always_one() -> None:
    assert ways_to(TO, Hindrance.NO_CONSENT) == (Way.PAPER,)
    assert ways_to(Recipient(), None) == (Way.LINE, Way.COPY, Way.PAPER)
    assert Way.MAIL not in ways_to(Recipient(phone=TO.phone), None)
    assert set(ways_to(TO, None)) == set(Way)


@pytest.mark.parametrize(
    ("way", "begins"),
    [
        (Way.WHATSAPP, "https://wa.me/8562055514867?text="),
        (Way.SMS, "sms:+8562055514867?body="),
        (Way.TELEGRAM, "https://t.me/+8562055514867?text="),
        (Way.LINE, "https://line.me/R/share?text="),
    ],
)
def test_a_link_holds_the_whole_text_encoded(way: Way, begins: str) -> None:
    link = message_link(way, TO, TEXT)
    assert link.startswith(begins)
    assert link.isascii()
    said = link.removeprefix(begins)
    assert not set(said) & set("&?#+ <>/")
    assert unquote(said) == TEXT


def test_what_parts_words_on_our_own_paper_is_not_sent() -> None:
    assert message_link(Way.SMS, TO, "ຂອບໃຈ\u200bຫຼາຍໆ") == message_link(Way.SMS, TO, "ຂອບໃຈຫຼາຍໆ")


def test_a_mail_has_its_subject_and_the_lines_of_a_mail() -> None:
    link = urlsplit(message_link(Way.MAIL, TO, "One\nTwo", "Thank you & more"))
    assert (link.scheme, link.path) == ("mailto", "som.sak%2Bshop@example.com")
    assert parse_qs(link.query) == {"subject": ["Thank you & more"], "body": ["One\r\nTwo"]}


@pytest.mark.parametrize(
    "email",
    ["shop@x.com?bcc=evil@x.com", "a@x.com,b@x.com", "a@x.com\r\nBcc: b@x.com", "a@x", "@x.com", "a b@x.com"],
)
def test_a_recipient_with_something_smuggled_in_is_refused(email: str) -> None:
    with pytest.raises(BadInput):
        message_link(Way.MAIL, Recipient(email=email), TEXT)
    assert recipient_of("", email, "856") == Recipient()


@pytest.mark.parametrize("phone", ["+856205551?text=evil", "+856 20", "tel:123456", "", "١٢٣٤٥٦٧"])
def test_a_number_with_something_smuggled_in_is_refused(phone: str) -> None:
    for way in (Way.WHATSAPP, Way.SMS, Way.TELEGRAM):
        with pytest.raises(BadInput):
            message_link(way, Recipient(phone=phone), TEXT)


def test_a_number_as_people_write_it_becomes_one_with_its_country() -> None:
    assert recipient_of("020 5551 4867", "", "856").phone == "+8562055514867"
    assert recipient_of("nobody knows", "", "856").phone == ""


def test_copied_and_printed_text_needs_no_link() -> None:
    assert message_link(Way.COPY, TO, TEXT) == message_link(Way.PAPER, TO, TEXT) == ""
