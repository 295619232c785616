"""Programmes in words: what one promises, whether it runs, and why terms cannot be kept as they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from frontdesk.domain.loyalty.programmes import (
    MAX_GOAL,
    MIN_GOAL,
    MOST_REWARDS,
    Programme,
    ProgrammeKind,
    Reward,
    Span,
    Terms,
)
from frontdesk.domain.loyalty.terms_checks import (
    LEAST_FACTOR,
    MOST_BIRTHDAY_DAYS,
    MOST_BOOSTS,
    MOST_DAYS,
    MOST_FACTOR,
    MOST_MONTHS,
    MOST_NAMED,
    MOST_VISITS,
    TermsFault,
)
from frontdesk.texts import Texts
from frontdesk.wording.dates import day_of_year, full_date, last_day, weekday
from frontdesk.wording.programme_rules import (
    Told,
    earning_sentences,
    ending_sentences,
    gift_sentences,
    hours_sentences,
    pass_sentences,
    reward_choice,
    reward_sentence,
)


def promise_sentences(texts: Texts, kind: ProgrammeKind, terms: Terms, told: Told) -> list[str]:
    """All that a programme promises, a sentence for each rule."""
    if kind is not ProgrammeKind.STAMPS:
        return pass_sentences(texts, terms.passes, told) if terms.passes is not None else []
    return [
        *rewards_sentences(texts, terms.rewards, told),
        *earning_sentences(texts, terms.accrual, told),
        *hours_sentences(texts, terms.accrual.boosts),
        *gift_sentences(texts, terms.gifts),
        *ending_sentences(texts, terms.expiry),
    ]


def standing_promise(
    texts: Texts, kind: ProgrammeKind, terms: Terms, span: Span, told: Told, zone: ZoneInfo, now: int
) -> list[str]:
    """What of it holds: all of it, and of a retired one what can still be had, its last day first."""
    if span.retired_at is None:
        return promise_sentences(texts, kind, terms, told)
    retired = retired_sentence(texts, kind, span, zone, now)
    if kind is not ProgrammeKind.STAMPS or (span.redeem_until is not None and span.redeem_until <= now):
        return [retired]
    without_end = terms.expiry is None and span.redeem_until is not None
    ending = [] if without_end else ending_sentences(texts, terms.expiry)
    return [retired, *rewards_sentences(texts, terms.rewards, told), *ending]


def retired_sentence(texts: Texts, kind: ProgrammeKind, span: Span, zone: ZoneInfo, now: int) -> str:
    """That it is retired, and for how long what was earned or paid for can be had."""
    if kind is not ProgrammeKind.STAMPS and span.redeem_until is not None:
        sentence = texts.gettext(
            "Retired. No more are sold, and what is paid for can be used until {day} at the latest."
        )
        return sentence.format(day=last_day(texts, span.redeem_until, zone, now))
    match kind:
        case ProgrammeKind.PASS:
            return texts.gettext(
                "Retired. No more are sold. Visits already paid for can be used until they end."
            )
        case ProgrammeKind.MEMBERSHIP:
            return texts.gettext("Retired. No more are sold. What is already paid for holds until it ends.")
    if span.redeem_until is None:
        return texts.gettext("Retired. Rewards can be taken without an end.")
    day = last_day(texts, span.redeem_until, zone, now)
    if span.redeem_until <= now:
        return texts.gettext("Retired. The last day for rewards was {day}.").format(day=day)
    return texts.gettext("Retired. Rewards can be taken until {day}.").format(day=day)


def coming_sentences(texts: Texts, programme: Programme, told: Told, now: int) -> list[str]:
    """What is promised from the next change on and is not now; all of it, where it only promises less."""
    coming = programme.coming(now)
    if coming is None:
        return []
    standing = promise_sentences(texts, programme.kind, programme.terms_at(now), told)
    promised = promise_sentences(texts, programme.kind, coming, told)
    return [sentence for sentence in promised if sentence not in standing] or promised


def change_sentence(texts: Texts, programme: Programme, told: Told, zone: ZoneInfo, now: int) -> str:
    """From which day what is promised: "From Monday 30 November: …"; empty where no change is set."""
    coming = programme.coming(now)
    if coming is None:
        return ""
    day = datetime.fromtimestamp(coming.starts_at / 1000, zone).date()
    return texts.gettext("From {weekday} {day}: {promise}").format(
        weekday=weekday(texts, day),
        day=_near_day(texts, coming.starts_at, zone, now),
        promise=" ".join(coming_sentences(texts, programme, told, now)),
    )


def short_promise(texts: Texts, kind: ProgrammeKind, terms: Terms, told: Told) -> str:
    """What matters most of it, for one line: the rewards, or what a sale gives."""
    if kind is not ProgrammeKind.STAMPS:
        return " ".join(promise_sentences(texts, kind, terms, told)[:3])
    cheapest_first = sorted(terms.rewards, key=lambda reward: reward.price)
    return " ".join(filter(None, (reward_sentence(texts, reward, told) for reward in cheapest_first)))


def rewards_sentences(texts: Texts, rewards: Sequence[Reward], told: Told) -> list[str]:
    """What the stamps are given for, the cheapest first."""
    said: list[str] = []
    for reward in sorted(rewards, key=lambda reward: reward.price):
        said.extend(filter(None, [reward_sentence(texts, reward, told), reward_choice(texts, reward, told)]))
    return said


def state_words(texts: Texts, programme: Programme, now: int, zone: ZoneInfo) -> str:
    """Whether it runs: "Runs", "Changes on 30 November", "Begins on …", "Ended on …", "Retired on …"."""
    span, coming = programme.span, programme.coming(now)
    if span.retired_at is not None:
        return texts.gettext("Retired on {day}").format(day=_day(texts, span.retired_at, zone))
    if span.starts_at is not None and span.starts_at > now:
        return texts.gettext("Begins on {day}").format(day=_day(texts, span.starts_at, zone))
    if span.ends_at is not None and span.ends_at <= now:
        return texts.gettext("Ended on {day}").format(day=_day(texts, span.ends_at - 1, zone))
    if coming is not None:
        return texts.gettext("Changes on {day}").format(day=_near_day(texts, coming.starts_at, zone, now))
    return texts.gettext("Runs")


def span_sentences(texts: Texts, kind: ProgrammeKind, span: Span, zone: ZoneInfo) -> list[str]:
    """From when until when it runs, and how long rewards can be taken."""
    of_stamps = kind is ProgrammeKind.STAMPS
    said: list[str] = []
    if span.retired_at is not None:
        retired = (
            texts.gettext("It was retired on {day}: nothing is earned any more.")
            if of_stamps
            else texts.gettext("It was retired on {day}: no more are sold.")
        )
        said.append(retired.format(day=_day(texts, span.retired_at, zone)))
    if span.starts_at is not None:
        said.append(texts.gettext("It begins on {day}.").format(day=_day(texts, span.starts_at, zone)))
    if span.ends_at is not None and span.retired_at is None:
        ends = (
            texts.gettext("The last day on which stamps are earned is {day}.")
            if of_stamps
            else texts.gettext("The last day on which it is sold is {day}.")
        )
        said.append(ends.format(day=_day(texts, span.ends_at - 1, zone)))
    if of_stamps and span.redeem_until is not None:
        redeem = texts.gettext("Rewards can be taken until {day}.")
        said.append(redeem.format(day=_day(texts, span.redeem_until - 1, zone)))
    return said or [texts.gettext("It runs without an end.")]


def terms_fault_sentence(texts: Texts, fault: TermsFault) -> str:
    """Why the terms cannot be kept, and what to write instead."""
    return (_of_rewards(texts) | _of_earning(texts) | _of_endings(texts))[fault]


def _of_rewards(texts: Texts) -> dict[TermsFault, str]:
    return {
        TermsFault.NO_REWARD: texts.gettext("Say what the stamps are for: a card needs a reward."),
        TermsFault.PRICE: texts.gettext("A reward costs between {least} and {most} stamps.").format(
            least=MIN_GOAL, most=MAX_GOAL
        ),
        TermsFault.TOO_MANY_REWARDS: texts.gettext("A card has at most {n} rewards.").format(n=MOST_REWARDS),
        TermsFault.PERCENT: texts.gettext("A discount is between 1 and 100 %."),
        TermsFault.MONEY: texts.gettext("This amount of money cannot be. Write another one."),
        TermsFault.TOO_MANY_NAMED: texts.gettext(
            "One rule names at most {n} products. Name a category instead."
        ).format(n=MOST_NAMED),
    }


def _of_earning(texts: Texts) -> dict[TermsFault, str]:
    return {
        TermsFault.NO_STEP: texts.gettext("Write for how much money a stamp is given."),
        TermsFault.NUMBER: texts.gettext("One of these numbers cannot be. Look at them again."),
        TermsFault.HOURS: texts.gettext(
            "Choose at least one day, an end that is not the beginning, and a last day that is not before "
            "the first."
        ),
        TermsFault.FACTOR: texts.gettext("In these hours stamps count {least} to {most} times.").format(
            least=LEAST_FACTOR, most=MOST_FACTOR
        ),
        TermsFault.TOO_MANY_HOURS: texts.gettext(
            "A card has at most {n} of such hours. Take some out."
        ).format(n=MOST_BOOSTS),
        TermsFault.BIRTHDAY: texts.gettext(
            "The birthday's gift can come up to {n} days before and after the day."
        ).format(n=MOST_BIRTHDAY_DAYS),
    }


def _of_endings(texts: Texts) -> dict[TermsFault, str]:
    return {
        TermsFault.MONTHS: texts.gettext(
            "Stamps can end after 1 to 120 months, with at least a day's warning."
        ),
        TermsFault.NO_PERIOD: texts.gettext("Say for how long it holds: some months, some days, or both."),
        TermsFault.PERIOD: texts.gettext("It can hold for up to {months} months and {days} days.").format(
            months=MOST_MONTHS, days=MOST_DAYS
        ),
        TermsFault.VISITS: texts.gettext("One sale can give up to {n} visits.").format(n=MOST_VISITS),
        TermsFault.WARNING: texts.gettext("A warning can come up to {n} days before the end.").format(
            n=MOST_DAYS
        ),
    }


def _day(texts: Texts, at: int, zone: ZoneInfo) -> str:
    return full_date(texts, datetime.fromtimestamp(at / 1000, zone).date())


def _near_day(texts: Texts, at: int, zone: ZoneInfo, now: int) -> str:
    """The day of a moment, with its year where that is not this one."""
    day, today = (datetime.fromtimestamp(each / 1000, zone).date() for each in (at, now))
    return full_date(texts, day) if day.year != today.year else day_of_year(texts, day)
