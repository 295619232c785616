"""How customers reach the shop, as its owner types it: for every print."""

from typing import Final

from frontdesk.domain.feedback.links import LinkKind, checked_recipient
from frontdesk.domain.people.phones import normalise_phone
from frontdesk.domain.text import BadInput, InputFault, clean_line

ADDRESS_LIMIT: Final = 120


def clean_phone(raw: str, country_prefix: str) -> str:
    """The shop's telephone as the owner writes it, or empty. Raises what `normalise_phone` does but EMPTY."""
    return normalise_phone(raw, country_prefix).shown if raw.strip() else ""


def clean_email(raw: str) -> str:
    """The shop's e-mail address, or empty. Raises BadInput NOT_AN_EMAIL."""
    address = raw.strip()
    try:
        return checked_recipient(LinkKind.MAIL, address).target if address else ""
    except BadInput:
        raise BadInput(InputFault.NOT_AN_EMAIL) from None


def clean_address(raw: str) -> str:
    """Where the shop is, in one line, or empty. Raises BadInput TOO_LONG: a card has no room for more."""
    return clean_line(raw, ADDRESS_LIMIT)
