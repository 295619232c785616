"""The links that hand a message over to a program of this computer; a person sends it there.

Everything is percent-encoded, and a recipient with anything smuggled in is refused: `shop@x?bcc=evil` would
send a customer's message to somebody else.
"""

from urllib.parse import quote

from frontdesk.domain.care.messages import Recipient, Way
from frontdesk.domain.feedback.links import LinkKind, checked_recipient
from frontdesk.domain.people.phones import normalise_phone
from frontdesk.domain.text import ZERO_WIDTH_SPACE, BadInput

_BY_PHONE = {Way.WHATSAPP: LinkKind.WHATSAPP, Way.SMS: LinkKind.SMS, Way.TELEGRAM: LinkKind.SMS}


def recipient_of(phone: str, email: str, country_prefix: str) -> Recipient:
    """Where messages can go, by what is known; what cannot be a number or an address counts for nothing."""
    return Recipient(_number(phone, country_prefix), _address(email))


def message_link(way: Way, to: Recipient, text: str, subject: str = "") -> str:
    """The address that opens `text`, ready to be sent; empty for a way that is none of a program.

    Raises BadInput LINK_RECIPIENT.
    """
    text = sent_text(text)
    said = _encoded(text)
    match way:
        case Way.WHATSAPP | Way.SMS | Way.TELEGRAM:
            number = checked_recipient(_BY_PHONE[way], to.phone).target
            return {
                Way.WHATSAPP: f"https://wa.me/{number.removeprefix('+')}?text={said}",
                Way.SMS: f"sms:{number}?body={said}",
                Way.TELEGRAM: f"https://t.me/+{number.removeprefix('+')}?text={said}",
            }[way]
        case Way.MAIL:
            address = checked_recipient(LinkKind.MAIL, to.email).target
            # A line ends in a mail as RFC 6068 has it.
            body = _encoded(text.replace("\n", "\r\n"))
            return f"mailto:{quote(address, safe='@')}?subject={_encoded(subject)}&body={body}"
        case Way.LINE:
            return f"https://line.me/R/share?text={said}"
        case Way.COPY | Way.PAPER:
            return ""


def sent_text(text: str) -> str:
    """As it leaves the shop: without the marks between words, which only our own lines are broken by."""
    return text.replace(ZERO_WIDTH_SPACE, "")


def _number(phone: str, country_prefix: str) -> str:
    if not phone:
        return ""
    try:
        return checked_recipient(LinkKind.SMS, normalise_phone(phone, country_prefix).e164).target
    except BadInput:
        return ""


def _address(email: str) -> str:
    try:
        return checked_recipient(LinkKind.MAIL, email).target
    except BadInput:
        return ""


def _encoded(text: str) -> str:
    return quote(text, safe="")
