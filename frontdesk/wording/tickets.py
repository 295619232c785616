"""Tickets and paper cards in words: what waits, how long, and what came of it."""

from __future__ import annotations

from frontdesk.domain.days import DAY, HOUR, MINUTE
from frontdesk.domain.loyalty.stamping import StampOutcome
from frontdesk.domain.loyalty.tickets import DropReason, Ticket
from frontdesk.texts import Texts
from frontdesk.wording.loyalty import stamp_sentence, stands_words


def things_words(texts: Texts, ticket: Ticket, paid: str = "") -> str:
    """What was sold, within a line: "2 × Latte, 1 stamp"; `paid` is its amount with the currency."""
    said = [
        texts.gettext("{n} × {product}").format(n=item.count, product=item.product.name)
        for item in ticket.items
    ]
    if ticket.stamps:
        said.append(stamps_words(texts, ticket.stamps))
    if paid:
        said.append(paid)
    return ", ".join(said)


def stamps_words(texts: Texts, count: int) -> str:
    """So many stamps, as on a chip."""
    return texts.ngettext("{n} stamp", "{n} stamps", count).format(n=count)


def ticket_words(texts: Texts, ticket: Ticket, paid: str = "") -> str:
    """A ticket in one line: how they look, where that was noted, and what they had."""
    things = things_words(texts, ticket, paid)
    if not ticket.label:
        return things
    return texts.gettext("{label}: {things}").format(label=ticket.label, things=things)


def ago_words(texts: Texts, since: int, now: int) -> str:
    """How long something has waited, in the largest fitting unit; after a clock was set back it is new."""
    waited = now - since
    if waited < MINUTE:
        return texts.gettext("just now")
    if waited < HOUR:
        return texts.gettext("{n} min").format(n=waited // MINUTE)
    if waited < DAY:
        return texts.gettext("{n} h").format(n=waited // HOUR)
    return texts.ngettext("{n} day", "{n} days", waited // DAY).format(n=waited // DAY)


def reason_words(texts: Texts, reason: DropReason) -> str:
    """Why a ticket is put away, as on a button."""
    return {
        DropReason.NOBODY: texts.gettext("Nobody came back"),
        DropReason.SLIP: texts.gettext("It was a slip"),
        DropReason.HAS_IT: texts.gettext("They have it already"),
    }[reason]


def claimed_sentence(
    texts: Texts, ticket: Ticket, outcome: StampOutcome, name: str, *, named: bool = False
) -> str:
    """Whose a ticket was, and what it did to the card."""
    said = stamp_sentence(texts, outcome, name, named=named)
    if not ticket.label:
        return said
    return texts.gettext("{label}: it is {name}. {said}").format(label=ticket.label, name=name, said=said)


def adopted_sentence(texts: Texts, outcome: StampOutcome, name: str, *, named: bool = False) -> str:
    """What came from a paper card."""
    sentence = texts.ngettext(
        "{n} stamp taken over from {name}'s paper card: {stands}.",
        "{n} stamps taken over from {name}'s paper card: {stands}.",
        outcome.stamps,
    )
    stands = stands_words(texts, outcome.card, named=named)
    return sentence.format(n=outcome.stamps, name=name, stands=stands)
