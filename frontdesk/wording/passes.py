"""Passes and memberships in words: what one still gives, what an act did, what ends."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.loyalty.passes import PassDeed, PassOutcome
from frontdesk.domain.regulars.greeting import GreetingLine, LineKind
from frontdesk.texts import Texts
from frontdesk.wording.dates import last_day


def pass_sentence(texts: Texts, card: CardView, zone: ZoneInfo, now: int) -> str:
    """Where a pass or membership stands: "Gym pass: 7 of 10 visits left, until 5 March 2027"."""
    name, validity = _name(texts, card), card.validity
    if validity is None:
        return texts.gettext("{card}: not bought yet").format(card=name)
    until = last_day(texts, validity.until, zone, now)
    if validity.until <= now:
        return texts.gettext("{card}: ended on {date}").format(card=name, date=until)
    if validity.visits_left is None:
        return texts.gettext("{card}: good until {date}").format(card=name, date=until)
    visits = validity.visits or 0
    if not validity.visits_left:
        return texts.ngettext(
            "{card}: its {n} visit is used", "{card}: all {n} visits are used", visits
        ).format(card=name, n=visits)
    return texts.ngettext(
        "{card}: {n} of {visits} visits left, until {date}",
        "{card}: {n} of {visits} visits left, until {date}",
        validity.visits_left,
    ).format(card=name, n=validity.visits_left, visits=visits, date=until)


def pass_ends_sentence(texts: Texts, card: CardView, zone: ZoneInfo, now: int) -> str:
    """The same, where what is left does not end on one day: "19 visits left, 9 of them until 22 February"."""
    validity, ending = card.validity, card.ending
    if validity is None or ending is None or not validity.visits_left or ending.at >= validity.until:
        return pass_sentence(texts, card, zone, now)
    first, last = (last_day(texts, at, zone, now) for at in (ending.at, validity.until))
    return texts.ngettext(
        "{card}: {n} visit left, {first} of them until {date}, the last until {last}",
        "{card}: {n} visits left, {first} of them until {date}, the last until {last}",
        validity.visits_left,
    ).format(card=_name(texts, card), n=validity.visits_left, first=ending.stamps, date=first, last=last)


def pass_outcome_sentence(
    texts: Texts, outcome: PassOutcome, name: str, zone: ZoneInfo, now: int, price: str = ""
) -> str:
    """What a sale or a use did, and where the pass stands then. `price` is what a sale costs, where set."""
    stands = pass_ends_sentence(texts, outcome.card, zone, now)
    if outcome.deed is PassDeed.SOLD and price:
        sentence = texts.gettext("Sold to {name} for {price}. {card}.")
        return sentence.format(name=name, price=price, card=stands)
    if outcome.deed is PassDeed.SOLD:
        return texts.gettext("Sold to {name}. {card}.").format(name=name, card=stands)
    if outcome.again:
        return texts.gettext("{name} is in already; nothing is taken. {card}.").format(name=name, card=stands)
    return texts.gettext("{name} is in. {card}.").format(name=name, card=stands)


def pass_undone_sentence(texts: Texts, card: CardView, zone: ZoneInfo, now: int) -> str:
    """Where a pass stands after an undo."""
    stands = pass_ends_sentence(texts, card, zone, now)
    return texts.gettext("Taken back. {card}.").format(card=stands)


def pass_line(texts: Texts, line: GreetingLine, zone: ZoneInfo, now: int) -> str:
    """A line of the greeting about a pass or membership: until when it is valid, or that it ended."""
    name = _name(texts, line.card) if line.card is not None else ""
    if line.kind is LineKind.PASS_VALID:
        return pass_ends_sentence(texts, line.card, zone, now) if line.card is not None else ""
    if line.kind is LineKind.PASS_USED_UP:
        return texts.gettext("{card}: all visits are used. Offer a new one.").format(card=name)
    if line.kind is LineKind.PASS_OVER:
        return _over(texts, name, line.number)
    date = last_day(texts, line.at or now, zone, now)
    if not line.number:
        return texts.gettext("{card}: good until {date}. Offer to renew it.").format(card=name, date=date)
    return texts.ngettext(
        "{card}: {n} visit is good until {date}. Say so.",
        "{card}: {n} visits are good until {date}. Say so.",
        line.number,
    ).format(card=name, n=line.number, date=date)


def _over(texts: Texts, name: str, days: int) -> str:
    if days == 1:
        return texts.gettext("{card}: ended yesterday. Offer to renew it.").format(card=name)
    return texts.ngettext(
        "{card}: ended {n} day ago. Offer to renew it.",
        "{card}: ended {n} days ago. Offer to renew it.",
        days,
    ).format(card=name, n=days)


def _name(texts: Texts, card: CardView) -> str:
    return card.programme.look.names.speak(texts.language)
