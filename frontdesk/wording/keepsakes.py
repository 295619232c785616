"""The words on what a customer takes home: the year on a card, the take-home sheet, the slip of who leaves.

They are the customer's own language throughout, and say only what is true.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from frontdesk.domain.loyalty.value import YearTogether
from frontdesk.domain.people.leaving import Balance, Kept
from frontdesk.texts import Texts
from frontdesk.wording.dates import full_date, last_day

Price = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Told:
    """A number and what it counts."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class YearWords:
    """What a year card says, from its top to its bottom; without a name it greets without one."""

    heading: str
    greeting: str
    told: tuple[Told, ...]
    favourite: str
    thanks: str


def year_words(
    texts: Texts, year: YearTogether, zone: ZoneInfo, price: Price, *, name: str = ""
) -> YearWords:
    """The card of somebody's time with the shop. What is not known is not said."""
    since = ""
    if year.since is not None:
        date = full_date(texts, datetime.fromtimestamp(year.since / 1000, zone).date())
        since = texts.gettext("With us since {date}").format(date=date)
    favourite = texts.gettext("What you like best: {product}").format(product=year.favourite)
    return YearWords(
        heading=texts.gettext("Our time together"),
        greeting=texts.gettext("Dear {name},").format(name=name) if name else "",
        told=tuple(_told(texts, year, price)),
        favourite="\n".join(filter(None, (since, favourite if year.favourite else ""))),
        thanks=texts.gettext("Thank you. It is good to have you with us."),
    )


def _told(texts: Texts, year: YearTogether, price: Price) -> list[Told]:
    told = [Told(str(year.visits), texts.ngettext("visit", "visits", year.visits))]
    if 0 < year.visits_in_year < year.visits:
        said = texts.ngettext("of it in the last year", "of them in the last year", year.visits_in_year)
        told.append(Told(str(year.visits_in_year), said))
    received = year.received
    if received.rewards:
        words = texts.ngettext("reward for you", "rewards for you", received.rewards)
        told.append(Told(str(received.rewards), words))
    if received.worth and received.priced == received.rewards:
        told.append(Told(price(received.worth), texts.gettext("saved")))
    elif received.worth:
        told.append(Told(price(received.worth), texts.gettext("saved, at least")))
    return told


@dataclass(frozen=True, slots=True)
class SlipWords:
    """What the slip says to somebody who leaves."""

    heading: str
    lines: tuple[str, ...]
    kept: str
    thanks: str


def slip_words(texts: Texts, balance: Balance, zone: ZoneInfo, now: int, price: Price) -> SlipWords:
    """What is theirs, card by card, and that it is kept."""
    lines = balance_lines(texts, balance, zone, now, price)
    return SlipWords(
        heading=texts.gettext("What is yours with us"),
        lines=lines or (texts.gettext("Nothing is left on your cards."),),
        kept=texts.gettext(
            "We keep it for you. Come back whenever you like, with your card or this slip, and it counts."
        )
        if lines
        else texts.gettext("You are welcome at any time."),
        thanks=texts.gettext("Thank you for the time with us."),
    )


def balance_lines(texts: Texts, balance: Balance, zone: ZoneInfo, now: int, price: Price) -> tuple[str, ...]:
    """What is left, card by card, a line each; none where nothing is left."""
    return tuple(_kept_line(texts, kept, zone, now, price) for kept in balance.kept)


def _kept_line(texts: Texts, kept: Kept, zone: ZoneInfo, now: int, price: Price) -> str:
    """A reward that is ready is of the stamps, not on top of them: one sentence says both."""
    card = kept.card
    name = card.programme.look.names.speak(texts.language)
    if card.validity is not None:
        return _pass_line(texts, kept, name, last_day(texts, card.validity.until, zone, now), price)
    stamps = texts.ngettext("{card}: {n} stamp", "{card}: {n} stamps", card.balance)
    stands = stamps.format(card=name, n=card.balance)
    if not card.rewards_ready:
        return stands
    # translators: {stands} is a card and its stamps, "Coffee card: 5 stamps".
    enough = texts.ngettext(
        "{stands}, enough for {n} reward", "{stands}, enough for {n} rewards", card.rewards_ready
    )
    return enough.format(stands=stands, n=card.rewards_ready)


def _pass_line(texts: Texts, kept: Kept, name: str, until: str, price: Price) -> str:
    visits = kept.card.validity.visits_left if kept.card.validity is not None else None
    if visits is None:
        return texts.gettext("{card}: good until {date}").format(card=name, date=until)
    if not kept.worth:
        said = texts.ngettext(
            "{card}: {n} visit left, until {date}", "{card}: {n} visits left, until {date}", visits
        )
        return said.format(card=name, n=visits, date=until)
    said = texts.ngettext(
        "{card}: {n} visit left, until {date}, worth {amount}",
        "{card}: {n} visits left, until {date}, worth {amount}",
        visits,
    )
    return said.format(card=name, n=visits, date=until, amount=price(kept.worth))


def take_home_foot(texts: Texts, shop: str) -> str:
    """The last line of a take-home sheet."""
    return texts.gettext("If you have a question, ask us: {shop}").format(shop=shop)
