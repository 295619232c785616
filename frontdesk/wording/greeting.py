"""The greeting's lines as sentences: what the cashier reads at a glance, and says.

Why a line is there is said by greeting_reasons.py.
"""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.domain.regulars.absences import Absence, AwayReason
from frontdesk.domain.regulars.greeting import GreetingLine, LineKind
from frontdesk.texts import Texts
from frontdesk.wording.dates import last_day, overdue, promise
from frontdesk.wording.facts import question, why_sentence
from frontdesk.wording.follow_ups import follow_up_here
from frontdesk.wording.loyalty import offer_words
from frontdesk.wording.passes import pass_line
from frontdesk.wording.playbooks import situation_name
from frontdesk.wording.requests import declined_line
from frontdesk.wording.response_news import ask_sentence, tell_sentence
from frontdesk.wording.slipping import away_reason_name
from frontdesk.wording.value import value_sentence

DAYS_IN_WEEK = 7
_OCCASIONS = {
    LineKind.BIRTHDAY,
    LineKind.ANNIVERSARY,
    LineKind.BACK_AFTER_LONG,
    LineKind.FIRST_VISIT,
    LineKind.SECOND_VISIT,
}


def welcome(texts: Texts, name: str) -> str:
    """The heading over a customer who has been here before."""
    return texts.gettext("Welcome back, {name}").format(name=name)


def line_sentence(
    texts: Texts,
    line: GreetingLine,
    *,
    name: str,
    zone: ZoneInfo,
    now: int,
    price: Callable[[int], str] = str,
) -> str:
    """One line of the greeting. `name` is how they like to be called; what people typed stays as typed;
    `price` writes an amount with its currency.
    """
    match line.kind:
        case LineKind.REQUEST_READY | LineKind.REQUEST_DUE | LineKind.REQUEST_OPEN:
            return _request(texts, line, zone, now)
        case LineKind.REQUEST_DECLINED:
            return declined_line(texts, line)
        case LineKind.REWARD_READY | LineKind.STAMPS_OWED | LineKind.STAMPS_ENDING:
            return _stamps(texts, line, name, zone, now)
        case LineKind.PASS_ENDING | LineKind.PASS_USED_UP | LineKind.PASS_OVER | LineKind.PASS_VALID:
            return pass_line(texts, line, zone, now)
        case kind if kind in _OCCASIONS:
            return _occasion(texts, line, name)
        case LineKind.PRICE_SINCE | LineKind.NEW_SINCE:
            return _news(texts, line, price)
        case LineKind.YOU_TOLD_US:
            return tell_sentence(texts, line, name)
        case LineKind.ASK_HOW:
            return ask_sentence(texts, line.number)
        case LineKind.FOLLOW_UP:
            return _follow_up(texts, line, name)
        case LineKind.VALUE:
            return value_sentence(texts, line.value, zone, price) if line.value is not None else ""
        case LineKind.PREFERENCE_TO_CHECK | LineKind.WHY_THEY_COME if line.fact is not None:
            asks = line.kind is LineKind.PREFERENCE_TO_CHECK
            return question(texts, line.fact) if asks else why_sentence(texts, line.fact)
        case _:
            return _typed(texts, line)


def _occasion(texts: Texts, line: GreetingLine, name: str) -> str:
    """What this day is to them: a day of the year, or a visit unlike the others."""
    match line.kind:
        case LineKind.BIRTHDAY:
            return _birthday(texts, line.number, name)
        case LineKind.ANNIVERSARY:
            return _anniversary(texts, line.number, name)
        case LineKind.BACK_AFTER_LONG:
            return _back_after_long(texts, line.number, line.absence)
        case LineKind.FIRST_VISIT:
            return texts.gettext("First visit. Make {name} feel at home.").format(name=name)
        case LineKind.SECOND_VISIT:
            return texts.gettext("Their second time: is all well?")
    raise ValueError(line.kind)


def _follow_up(texts: Texts, line: GreetingLine, name: str) -> str:
    return follow_up_here(texts, FollowUpKind(line.about) if line.about else None, line.text, name)


def _typed(texts: Texts, line: GreetingLine) -> str:
    """What somebody typed about them, under a word of what it is; of a complaint at least what kind it is."""
    text = line.text
    match line.kind:
        case LineKind.ALLERGY:
            said = texts.gettext("Allergy: {text}")
        case LineKind.RECOVERY:
            text = text or situation_name(texts, line.about)
            said = texts.gettext("To be put right: {text}. Say that you know, and how far it is.")
        case LineKind.RECOVERY_TO_CONFIRM:
            text = text or situation_name(texts, line.about)
            said = texts.gettext("We put this right: {text}. Ask: is it right for them now?")
        case LineKind.PREFERENCE:
            said = texts.gettext("Likes: {text}")
        case _:
            said = texts.gettext("Good to know: {text}")
    return said.format(text=text)


def _reward(texts: Texts, line: GreetingLine) -> str:
    reward = offer_words(texts, line.offer) if line.offer is not None else ""
    if line.card is not None and len(line.card.offers) > 1:
        dearest = offer_words(texts, line.card.offers[-1])
        return texts.gettext("Reward ready: {reward} or {dearest}").format(reward=reward, dearest=dearest)
    if line.number == 1:
        return texts.gettext("Reward ready: {reward}").format(reward=reward)
    return texts.ngettext("{n} reward ready: {reward}", "{n} rewards ready: {reward}", line.number).format(
        n=line.number, reward=reward
    )


def _stamps(texts: Texts, line: GreetingLine, name: str, zone: ZoneInfo, now: int) -> str:
    if line.kind is LineKind.REWARD_READY:
        return _reward(texts, line)
    if line.kind is LineKind.STAMPS_OWED:
        return _stamps_owed(texts, line.number)
    return _stamps_ending(texts, line, name, zone, now)


def _stamps_owed(texts: Texts, stamps: int) -> str:
    return texts.ngettext(
        "{n} stamp was taken back later. The next one fills the gap.",
        "{n} stamps were taken back later. The next ones fill the gap.",
        stamps,
    ).format(n=stamps)


def _stamps_ending(texts: Texts, line: GreetingLine, name: str, zone: ZoneInfo, now: int) -> str:
    return texts.ngettext(
        "{n} stamp is good until {date}. Tell {name}.",
        "{n} stamps are good until {date}. Tell {name}.",
        line.number,
    ).format(n=line.number, date=last_day(texts, line.at or now, zone, now), name=name)


def _request(texts: Texts, line: GreetingLine, zone: ZoneInfo, now: int) -> str:
    if line.kind is LineKind.REQUEST_READY:
        return texts.gettext("Ready to hand over: {what}").format(what=line.text)
    if line.at is None:
        return texts.gettext("Asked for: {what}").format(what=line.text)
    if line.kind is LineKind.REQUEST_DUE:
        return texts.gettext("Promised for now: {what} ({late})").format(
            what=line.text, late=overdue(texts, line.at, now)
        )
    return texts.gettext("Promised {when}: {what}").format(
        when=promise(texts, line.at, zone, now), what=line.text
    )


def _news(texts: Texts, line: GreetingLine, price: Callable[[int], str]) -> str:
    if line.product is None:
        return ""
    if line.kind is LineKind.NEW_SINCE:
        return texts.gettext("New since last time: {product}").format(product=line.product.name)
    return texts.gettext("{product} costs {price} now, before it was {was}.").format(
        product=line.product.name, price=price(line.product.price), was=price(line.was)
    )


def _anniversary(texts: Texts, years: int, name: str) -> str:
    return texts.ngettext(
        "{name} has been coming for {n} year. Say thank you.",
        "{name} has been coming for {n} years. Say thank you.",
        years,
    ).format(name=name, n=years)


def _back_after_long(texts: Texts, days: int, absence: Absence | None) -> str:
    """How long; and shortly why, where that is known: it may be said quietly beside louder things."""
    weeks = max(days // DAYS_IN_WEEK, 1)
    if absence is not None and absence.reason not in (None, AwayReason.UNKNOWN):
        said = texts.ngettext("Back after {n} week: {reason}", "Back after {n} weeks: {reason}", weeks)
        return said.format(n=weeks, reason=away_reason_name(texts, absence.reason))
    return texts.ngettext(
        "Not seen for {n} week. Say how good it is to see them.",
        "Not seen for {n} weeks. Say how good it is to see them.",
        weeks,
    ).format(n=weeks)


def _birthday(texts: Texts, days: int, name: str) -> str:
    if days == 0:
        return texts.gettext("It is {name}'s birthday today").format(name=name)
    if days == 1:
        return texts.gettext("{name}'s birthday is tomorrow").format(name=name)
    if days == -1:
        return texts.gettext("{name}'s birthday was yesterday").format(name=name)
    if days > 0:
        return texts.ngettext(
            "{name}'s birthday is in {n} day", "{name}'s birthday is in {n} days", days
        ).format(name=name, n=days)
    return texts.ngettext(
        "{name}'s birthday was {n} day ago", "{name}'s birthday was {n} days ago", -days
    ).format(name=name, n=-days)
