"""Messages to a customer: written in their language, for a person to send. The app itself sends nothing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from frontdesk.domain.people.customers import Customer, Purpose


class MessageKind(StrEnum):
    """What a message is for. Each is a whole text in every language that customers are addressed in."""

    BIRTHDAY = "BIRTHDAY"
    ANNIVERSARY = "ANNIVERSARY"
    THANKS = "THANKS"
    REASSURE = "REASSURE"
    MISSED = "MISSED"
    RENEW = "RENEW"
    READY = "READY"
    SORRY = "SORRY"
    ASK_HOW = "ASK_HOW"


class Keepsake(StrEnum):
    """What else is printed for one customer to take along."""

    YEAR_CARD = "YEAR_CARD"
    TAKE_HOME = "TAKE_HOME"
    LEAVING_SLIP = "LEAVING_SLIP"


class Way(StrEnum):
    """How a message gets to somebody: by a program of this computer, or in their hand."""

    WHATSAPP = "WHATSAPP"
    SMS = "SMS"
    MAIL = "MAIL"
    LINE = "LINE"
    TELEGRAM = "TELEGRAM"
    COPY = "COPY"
    PAPER = "PAPER"


BY_NETWORK: Final = frozenset({Way.WHATSAPP, Way.MAIL, Way.LINE, Way.TELEGRAM})
"""What is handed over at once, and leaves only when there is a network."""


class Hindrance(StrEnum):
    """Why a message may only be handed over on paper."""

    NO_CONSENT = "NO_CONSENT"
    NO_BIRTHDAY_CONSENT = "NO_BIRTHDAY_CONSENT"


ABOUT: Final = frozenset(
    {
        MessageKind.THANKS,
        MessageKind.REASSURE,
        MessageKind.RENEW,
        MessageKind.READY,
        MessageKind.SORRY,
        MessageKind.ASK_HOW,
    }
)
"""The messages that say what they are about, where somebody typed it."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Where a message can go: a phone number with its country (+856…), an e-mail address; each or both may
    be empty.
    """

    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """One time somebody got in touch with a customer; `staff` is who did."""

    kind: MessageKind | Keepsake
    way: Way
    at: int
    staff: str


@dataclass(frozen=True, slots=True)
class MessageOffer:
    """A message that is ready to be sent or printed, and the ways that there are.

    `heading` is what a card says large. `ways` are those that are allowed, and PAPER always is; `hindrance`
    says why there is no other. `last` is when somebody got in touch before.
    """

    customer: Customer
    kind: MessageKind
    language: str
    heading: str
    text: str
    recipient: Recipient
    ways: tuple[Way, ...]
    hindrance: Hindrance | None = None
    last: Contact | None = None


def hindrance_to(kind: MessageKind | Keepsake, granted: frozenset[Purpose]) -> Hindrance | None:
    """Why a message of this kind may not be sent to somebody who agreed to so much; None where it may."""
    if Purpose.MESSAGES not in granted:
        return Hindrance.NO_CONSENT
    if kind is MessageKind.BIRTHDAY and Purpose.BIRTHDAY not in granted:
        return Hindrance.NO_BIRTHDAY_CONSENT
    return None


def ways_to(recipient: Recipient, hindrance: Hindrance | None) -> tuple[Way, ...]:
    """The ways to somebody, those that need the least first. LINE asks there whom to send it to."""
    if hindrance is not None:
        return (Way.PAPER,)
    by_phone = (Way.WHATSAPP, Way.SMS, Way.TELEGRAM) if recipient.phone else ()
    by_mail = (Way.MAIL,) if recipient.email else ()
    return (*by_phone, Way.LINE, *by_mail, Way.COPY, Way.PAPER)
