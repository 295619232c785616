"""Where the squares of a feedback card lead: the shop's own page, then a message or a hosted form.

Paper is always one way back; a square is the other. A shop without a page and without a link still has a
telephone: a message to that is enough.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from frontdesk.domain.feedback.feedback_cards import CardFormat, CardLink, LinkWay
from frontdesk.domain.feedback.links import (
    URL_LIMIT,
    FeedbackLink,
    LinkKind,
    feedback_url,
    parse_link_template,
)
from frontdesk.domain.people.phones import normalise_phone
from frontdesk.domain.text import BadInput

MESSAGE_ROOM: Final = {
    CardFormat.CARD: 152,
    CardFormat.FORM: 152,
    CardFormat.SCREEN: 152,
    CardFormat.RECEIPT: 213,
}
"""Bytes that a message may fill on what is small: QR version 8 and 10. Elsewhere it is URL_LIMIT."""


@dataclass(frozen=True, slots=True)
class WaysBack:
    """What a shop offers. `page_base` is where its own page is, or empty; `link` the message or form."""

    page_base: str = ""
    link: FeedbackLink | None = None

    def __bool__(self) -> bool:
        return bool(self.page_base) or self.link is not None

    def links(self, code: str, format: CardFormat, messages: Sequence[str] = ()) -> tuple[CardLink, ...]:
        """The squares of a card, the best first. `messages` is what may be sent, the fullest first."""
        found = []
        if self.page_base:
            found.append(CardLink(LinkWay.PAGE, f"{self.page_base}/{code}"))
        if self.link is not None:
            way = LinkWay.FORM if self.link.kind is LinkKind.FORM else LinkWay.MESSAGE
            room = MESSAGE_ROOM.get(format, URL_LIMIT)
            found.append(CardLink(way, feedback_url(self.link, code, *messages, room=room)))
        return tuple(found)


def ways_back(page_base: str, template: str, phone: str, country_prefix: str) -> WaysBack:
    """What a shop's settings offer: its page, the link it set, or else a message to its telephone.

    A telephone number that nobody can dial is no way back.
    """
    if template:
        return WaysBack(page_base, parse_link_template(template, country_prefix))
    try:
        number = normalise_phone(phone, country_prefix).e164
    except BadInput:
        return WaysBack(page_base)
    return WaysBack(page_base, FeedbackLink(LinkKind.SMS, number))
