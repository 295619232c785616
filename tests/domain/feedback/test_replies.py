"""What a reply says by what was answered, and where it may go."""

import pytest

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.messages import Hindrance, Recipient, Way
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.replies import ReplyKind, left_recipient, reply_kind, ways_of_reply
from frontdesk.domain.feedback.responses import Answer, Response, ResponseState, WayBack

LIKED = Answer(Topic.LIKED, ContactPoint.PRODUCT)
DISLIKED = Answer(Topic.DISLIKED, words="slow")
WISH = Answer(Topic.BETTER, words="more shade")
OWN = Recipient("+8562055514867", "noy@example.com")


def answered(
    mood: Mood | None, *answers: Answer, contact: str = "", customer_id: int | None = None
) -> Response:
    return Response(
        *(1, 1, 1, False, WayBack.PAGE, "lo", 0, 0, mood, answers, ResponseState.NEW),
        customer_id=customer_id,
        contact=contact,
    )


@pytest.mark.parametrize(
    ("mood", "answers", "kind"),
    [
        (Mood.BAD, (LIKED,), ReplyKind.SORRY),
        (Mood.POOR, (), ReplyKind.SORRY),
        (Mood.FAIR, (), ReplyKind.IDEA),
        (Mood.FAIR, (LIKED,), ReplyKind.GLAD),
        (Mood.GOOD, (LIKED,), ReplyKind.GLAD),
        (Mood.VERY_GOOD, (WISH,), ReplyKind.IDEA),
        (None, (DISLIKED,), ReplyKind.IDEA),
        (None, (LIKED,), ReplyKind.GLAD),
    ],
)
def test_a_reply_is_what_the_answer_asks_for(
    mood: Mood | None, answers: tuple[Answer, ...], kind: ReplyKind
) -> None:
    assert reply_kind(answered(mood, *answers)) is kind


@pytest.mark.parametrize(
    ("contact", "to"),
    [
        ("020 7777 1234", Recipient("+8562077771234")),
        ("bee@example.com", Recipient("", "bee@example.com")),
        ("bee@example.com, 020 7777 1234", Recipient("+8562077771234", "bee@example.com")),
        ("LINE: bee88", Recipient()),
        ("bee@x.example?bcc=evil@example.com", Recipient()),
        ("", Recipient()),
    ],
)
def test_what_they_left_is_read_for_where_a_reply_can_go(contact: str, to: Recipient) -> None:
    assert left_recipient(contact, "856") == to


def test_a_contact_on_the_card_is_a_wish_for_a_reply_whatever_they_agreed_to() -> None:
    left = answered(Mood.BAD, contact="020 7777 1234", customer_id=1)
    recipient, ways, hindrance = ways_of_reply(left, OWN, Hindrance.NO_CONSENT, "856")
    assert (recipient, hindrance) == (Recipient("+8562077771234"), None)
    assert Way.WHATSAPP in ways
    assert Way.MAIL not in ways


def test_who_left_nothing_is_written_to_only_where_they_agreed() -> None:
    known = answered(Mood.BAD, customer_id=1)
    agreed = ways_of_reply(known, OWN, None, "856")
    assert agreed[0] == OWN
    assert Way.MAIL in agreed[1]
    assert ways_of_reply(known, OWN, Hindrance.NO_CONSENT, "856") == (
        *(Recipient(), (Way.PAPER,), Hindrance.NO_CONSENT),
    )


def test_who_is_unknown_and_left_nothing_is_reached_by_paper_alone() -> None:
    assert ways_of_reply(answered(Mood.BAD), Recipient(), None, "856") == (Recipient(), (Way.PAPER,), None)


def test_a_name_in_a_messenger_can_be_written_to_by_hand() -> None:
    _, ways, _ = ways_of_reply(answered(Mood.BAD, contact="LINE: bee88"), Recipient(), None, "856")
    assert ways == (Way.LINE, Way.COPY, Way.PAPER)
