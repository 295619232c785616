"""The way back beside the shop's own page: a hosted form, or a message link that already holds the code.

A form's address may have a place for the code, so that each answer knows its card; without one the code on
the card is what the customer may tell. The manager sets the link once. It is printed as a QR on hundreds of
cards, so it is checked hard here: a recipient with something smuggled behind it, or a link that is too long
to print with readable squares, is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, urlsplit

from frontdesk.domain.people.phones import normalise_phone
from frontdesk.domain.text import BadInput, InputFault

URL_LIMIT = 300  # bytes; QR version 13 at level M, whose 0.6 mm squares still fit a business card
CODE_PLACE = "{code}"


class LinkKind(StrEnum):
    """Where a scanned feedback card leads."""

    FORM = "FORM"
    SMS = "SMS"
    MAIL = "MAIL"
    WHATSAPP = "WHATSAPP"
    LINE = "LINE"
    TELEGRAM = "TELEGRAM"


@dataclass(frozen=True, slots=True)
class FeedbackLink:
    """`target` is a form's address, {code} in it or not, or the recipient alone: number, address, account."""

    kind: LinkKind
    target: str


_TYPED_NUMBER = re.compile(r"[+\uff0b(]?[\d(][\d\s()./-]*")
_NUMBER = re.compile(r"\+?[0-9]{5,15}")
_MAIL_ADDRESS = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_LINE_ACCOUNT = re.compile(r"@[A-Za-z0-9._-]{2,32}")
_TELEGRAM_ACCOUNT = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")
_HOST = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_ENCODED_CODE_PLACE = re.compile(r"%7Bcode%7D", re.IGNORECASE)
_URL_CHARACTERS = "-._~:/?#[]@!$&'()*+,;=%"


def parse_link_template(raw: str, country_prefix: str) -> FeedbackLink:
    """Read what the manager pasted: an https form, an sms:, mailto:, wa.me, line.me or t.me link, a bare
    e-mail address, or a bare phone number of the shop's country or another, to which an SMS is to go.

    A message link's own text is dropped: the text is made for each card. Raises BadInput: EMPTY, TOO_LONG,
    NOT_A_LINK, LINK_NOT_ALLOWED (another scheme), LINK_RECIPIENT, and what `normalise_phone` raises.
    """
    text = raw.strip(" \t\r\n")
    if not text:
        raise BadInput(InputFault.EMPTY)
    if len(text.encode("utf-8", "replace")) > URL_LIMIT:
        raise BadInput(InputFault.TOO_LONG, URL_LIMIT)
    if _TYPED_NUMBER.fullmatch(text):
        return FeedbackLink(LinkKind.SMS, normalise_phone(text, country_prefix).e164)
    if any(not c.isprintable() or c in ' "<>\\^`|' for c in text):
        raise BadInput(InputFault.NOT_A_LINK)
    scheme, colon, rest = text.partition(":")
    if not colon:
        if "@" in text:
            return checked_recipient(LinkKind.MAIL, text)
        raise BadInput(InputFault.NOT_A_LINK)
    match scheme.lower():
        case "sms":
            return checked_recipient(
                LinkKind.SMS, _before_message(rest, ("?body=", "?&body=", "&body=", ";body="))
            )
        case "mailto":
            return checked_recipient(LinkKind.MAIL, rest)
        case "https":
            return _web_link(text)
    raise BadInput(InputFault.LINK_NOT_ALLOWED)


def feedback_url(link: FeedbackLink, code: str, *texts: str, room: int = URL_LIMIT) -> str:
    """The address to print for one card; `texts` are messages to send, in the customer's language, the one
    that is wished for first.

    One that would make the QR too fine for its `room` (Lao takes nine bytes a letter) gives way to the next,
    and at last to the code alone. Raises BadInput TOO_LONG when even that is over URL_LIMIT.
    """
    for text in texts:
        message = text if code in text else f"{text} {code}".strip()
        url = _address(link, code, message)
        if len(url) <= room:
            return url
    url = _address(link, code, code)
    if len(url) > URL_LIMIT:
        raise BadInput(InputFault.TOO_LONG, URL_LIMIT)
    return url


def _address(link: FeedbackLink, code: str, message: str) -> str:
    said, target = _encoded(message), link.target
    match link.kind:
        case LinkKind.FORM:
            return quote(target.replace(CODE_PLACE, _encoded(code)), safe=_URL_CHARACTERS)
        case LinkKind.SMS:
            return f"sms:{target}?body={said}"
        case LinkKind.MAIL:
            return f"mailto:{quote(target, safe='@')}?subject={_encoded(code)}&body={said}"
        case LinkKind.WHATSAPP:
            return f"https://wa.me/{target.removeprefix('+')}?text={said}"
        case LinkKind.LINE:
            return f"https://line.me/R/oaMessage/{_encoded(target)}/?{said}"
        case LinkKind.TELEGRAM:
            return f"https://t.me/{target}?text={said}"


def _encoded(text: str) -> str:
    return quote(text, safe="")


def _web_link(text: str) -> FeedbackLink:
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        raise BadInput(InputFault.NOT_A_LINK) from None
    if not _HOST.fullmatch(host) or "@" in parts.netloc or port == 0:
        raise BadInput(InputFault.NOT_A_LINK)
    account = parts.path.strip("/").replace("%40", "@")
    match host.removeprefix("www."):
        case "wa.me":
            return checked_recipient(LinkKind.WHATSAPP, account)
        case "t.me":
            return checked_recipient(LinkKind.TELEGRAM, account)
        case "line.me":
            return checked_recipient(
                LinkKind.LINE, account.removeprefix("R/oaMessage/").removeprefix("R/ti/p/")
            )
    return _form(text)


def _form(text: str) -> FeedbackLink:
    """A browser's address bar writes the place of the code in its own way."""
    address = _ENCODED_CODE_PLACE.sub(CODE_PLACE, text)
    if set("{}") & set(address.replace(CODE_PLACE, "")):
        raise BadInput(InputFault.NOT_A_LINK)
    return FeedbackLink(LinkKind.FORM, address)


def checked_recipient(kind: LinkKind, target: str) -> FeedbackLink:
    """A message link to `target`, which is one number, address or account and nothing else.

    Raises BadInput LINK_RECIPIENT.
    """
    shapes = {
        LinkKind.SMS: _NUMBER,
        LinkKind.MAIL: _MAIL_ADDRESS,
        LinkKind.WHATSAPP: _NUMBER,
        LinkKind.LINE: _LINE_ACCOUNT,
        LinkKind.TELEGRAM: _TELEGRAM_ACCOUNT,
    }
    if not shapes[kind].fullmatch(target):
        raise BadInput(InputFault.LINK_RECIPIENT)
    return FeedbackLink(kind, target)


def _before_message(rest: str, marks: tuple[str, ...]) -> str:
    """The recipient of an sms: link that was copied together with a ready message."""
    return next((rest.partition(mark)[0] for mark in marks if mark in rest), rest)
