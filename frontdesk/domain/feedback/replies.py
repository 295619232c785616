"""Replies: what is written back to whoever answered a feedback card, and how it may get to them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from frontdesk.domain.care.message_links import recipient_of
from frontdesk.domain.care.messages import Hindrance, MessageKind, Recipient, Way, ways_to
from frontdesk.domain.feedback.questions import HAPPY, Topic
from frontdesk.domain.feedback.responses import Response


class ReplyKind(StrEnum):
    """What an answer asks for. Each is a whole text in every language that customers are addressed in."""

    GLAD = "GLAD"
    SORRY = "SORRY"
    IDEA = "IDEA"
    """They said what could be better, or nothing that was good, and were not unhappy."""


CARDS: Final[dict[ReplyKind, MessageKind]] = {
    ReplyKind.GLAD: MessageKind.THANKS,
    ReplyKind.SORRY: MessageKind.SORRY,
    ReplyKind.IDEA: MessageKind.THANKS,
}
"""What a reply on paper looks like."""

_WISHES: Final = (Topic.CHANGE, Topic.BETTER, Topic.DISLIKED)


@dataclass(frozen=True, slots=True)
class ReplyOffer:
    """A reply that is ready to be sent or printed, in the language they wrote in.

    `recipient` is what they left on the card, else the customer's own where they agreed to messages; `ways`
    are those that there are, and PAPER always is. `hindrance` says why a customer who left nothing may not be
    written to; `nowhere` is true where nobody knows who it is and nothing was left.
    """

    response: Response
    kind: ReplyKind
    language: str
    heading: str
    text: str
    recipient: Recipient
    ways: tuple[Way, ...]
    hindrance: Hindrance | None = None
    nowhere: bool = False


def reply_kind(response: Response) -> ReplyKind:
    """What to write: an unhappy face first, then what they would have otherwise, else thanks."""
    if response.unhappy:
        return ReplyKind.SORRY
    wishes = any(response.said_of(topic) is not None for topic in _WISHES)
    liked = response.mood in HAPPY or response.said_of(Topic.LIKED) is not None
    return ReplyKind.GLAD if liked and not wishes else ReplyKind.IDEA


def left_recipient(contact: str, country_prefix: str) -> Recipient:
    """Where a reply can go by what somebody wrote into the line for it: a phone, an address, or both."""
    words = contact.replace(",", " ").replace(";", " ").split()
    addresses = [word for word in words if "@" in word]
    number = " ".join(word for word in words if "@" not in word)
    return recipient_of(number, addresses[0] if addresses else "", country_prefix)


def ways_of_reply(
    response: Response, own: Recipient, hindrance: Hindrance | None, country_prefix: str
) -> tuple[Recipient, tuple[Way, ...], Hindrance | None]:
    """Where a reply may go. A contact on the card is itself a wish for a reply, and needs no other consent;
    what else is known of a customer (`own`) is used where they agreed to messages.
    """
    left = left_recipient(response.contact, country_prefix)
    known = own if hindrance is None else Recipient()
    recipient = Recipient(left.phone or known.phone, left.email or known.email)
    if not response.contact and response.customer_id is None:
        return recipient, (Way.PAPER,), None
    hindered = None if response.contact else hindrance
    return recipient, ways_to(recipient, hindered), hindered
