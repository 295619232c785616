"""The rules of a programme, each as whole sentences: how stamps are earned, given, ended, and paid for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from frontdesk.domain.loyalty.programmes import (
    Accrual,
    Basis,
    Boost,
    Expiry,
    ExpiryBasis,
    Gifts,
    PassTerms,
    Reward,
    RewardKind,
)
from frontdesk.texts import Texts
from frontdesk.wording.dates import full_date, weekday

_A_DAY: Final = 24 * 60
_MONDAY: Final = date(2024, 1, 1)
_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Told:
    """What the sentences need besides the rules: how money is written, and what the products are called.

    A form that is being filled in also tells where only some things were asked for and none is chosen yet:
    whether that is so of what earns, and the numbers of the rewards of which it is so.
    """

    price: Callable[[int], str]
    product: Callable[[int], str]
    nothing_earns: bool = False
    nothing_free: frozenset[int] = frozenset()


def earning_sentences(texts: Texts, accrual: Accrual, told: Told) -> list[str]:
    """How a stamp is earned, and how many at most."""
    said = _basis_sentences(texts, accrual, told)
    if accrual.most_per_visit is not None:
        said.append(
            texts.ngettext(
                "At most {n} stamp per visit, not counting gifts and double hours.",
                "At most {n} stamps per visit, not counting gifts and double hours.",
                accrual.most_per_visit,
            ).format(n=accrual.most_per_visit)
        )
    if accrual.most_per_day is not None:
        said.append(
            texts.ngettext(
                "At most {n} stamp a day, not counting gifts and double hours.",
                "At most {n} stamps a day, not counting gifts and double hours.",
                accrual.most_per_day,
            ).format(n=accrual.most_per_day)
        )
    return said


def hours_sentences(texts: Texts, boosts: Sequence[Boost]) -> list[str]:
    """When stamps count more."""
    return [sentence for boost in boosts for sentence in _boost_sentences(texts, boost)]


def reward_sentence(texts: Texts, reward: Reward, told: Told) -> str:
    """What so many stamps are given for; empty while a form has no word for it."""
    what = reward.what.speak(texts.language)
    if not what:
        return ""
    match reward.kind:
        case RewardKind.PERCENT_OFF:
            sentence = texts.ngettext(
                "{n} stamp: {percent} % off {what}.", "{n} stamps: {percent} % off {what}.", reward.price
            )
            return sentence.format(n=reward.price, percent=reward.value, what=what)
        case RewardKind.AMOUNT_OFF:
            sentence = texts.ngettext(
                "{n} stamp: {amount} off {what}.", "{n} stamps: {amount} off {what}.", reward.price
            )
            return sentence.format(n=reward.price, amount=told.price(reward.value), what=what)
    if reward.up_to is not None:
        sentence = texts.ngettext(
            "{n} stamp: free {what}, worth up to {amount}.",
            "{n} stamps: free {what}, worth up to {amount}.",
            reward.price,
        )
        return sentence.format(n=reward.price, what=what, amount=told.price(reward.up_to))
    sentence = texts.ngettext("{n} stamp: free {what}.", "{n} stamps: free {what}.", reward.price)
    return sentence.format(n=reward.price, what=what)


def reward_choice(texts: Texts, reward: Reward, told: Told) -> str:
    """Which things a free reward may be; empty where it may be any."""
    if reward.kind is not RewardKind.FREE_ITEM:
        return ""
    if reward.number in told.nothing_free:
        return texts.gettext("Choose at least one thing that the reward can be.")
    if not (reward.products or reward.categories):
        return ""
    things = things_words(texts, reward.products, reward.categories, told)
    what = reward.what.speak(texts.language)
    if not what:
        return texts.gettext("It can be: {things}.").format(things=things)
    return texts.gettext("The free {what} can be: {things}.").format(what=what, things=things)


def gift_sentences(texts: Texts, gifts: Gifts) -> list[str]:
    """Stamps for something else than buying."""
    said = []
    if gifts.welcome:
        said.append(
            texts.ngettext(
                "{n} stamp as a welcome, with the first one.",
                "{n} stamps as a welcome, with the first one.",
                gifts.welcome,
            ).format(n=gifts.welcome)
        )
    if gifts.birthday:
        said.append(
            texts.ngettext(
                "{n} stamp for a birthday, with a visit within {days} days of it.",
                "{n} stamps for a birthday, with a visit within {days} days of it.",
                gifts.birthday,
            ).format(n=gifts.birthday, days=gifts.birthday_days)
        )
    if gifts.friend:
        said.append(
            texts.ngettext(
                "A friend who was brought along gets {n} stamp on the second visit.",
                "A friend who was brought along gets {n} stamps on the second visit.",
                gifts.friend,
            ).format(n=gifts.friend)
        )
    if gifts.referrer:
        said.append(
            texts.ngettext(
                "Whoever brought a friend gets {n} stamp when the friend has come twice.",
                "Whoever brought a friend gets {n} stamps when the friend has come twice.",
                gifts.referrer,
            ).format(n=gifts.referrer)
        )
    return said


def ending_sentences(texts: Texts, expiry: Expiry | None) -> list[str]:
    """When stamps end, and who is spared."""
    if expiry is None:
        return [texts.gettext("Stamps never end.")]
    if expiry.basis is ExpiryBasis.IDLE:
        ends = texts.ngettext(
            "Stamps end after {n} month without a visit.",
            "Stamps end after {n} months without a visit.",
            expiry.months,
        )
    else:
        ends = texts.ngettext(
            "Each stamp ends {n} month after it was earned.",
            "Each stamp ends {n} months after it was earned.",
            expiry.months,
        )
    warns = texts.ngettext(
        "The counter warns {n} day before.", "The counter warns {n} days before.", expiry.warn_days
    )
    said = [ends.format(n=expiry.months), warns.format(n=expiry.warn_days)]
    if expiry.spares_full:
        said.append(texts.gettext("A reward that is ready stays."))
    return said


def pass_sentences(texts: Texts, passes: PassTerms, told: Told) -> list[str]:
    """What one sale gives, for how long, and for how much."""
    if passes.visits:
        said = [
            texts.ngettext("One sale gives {n} visit.", "One sale gives {n} visits.", passes.visits).format(
                n=passes.visits
            )
        ]
    else:
        said = [texts.gettext("Any number of visits.")]
    said.append(_period_sentence(texts, passes))
    if passes.price:
        said.append(texts.gettext("It costs {price}.").format(price=told.price(passes.price)))
    if passes.warn_days:
        said.append(
            texts.ngettext(
                "The counter says so {n} day before it ends.",
                "The counter says so {n} days before it ends.",
                passes.warn_days,
            ).format(n=passes.warn_days)
        )
    return said


def things_words(texts: Texts, products: Sequence[int], categories: Sequence[str], told: Told) -> str:
    """Products and categories in a row, as the language joins them."""
    return _listed(texts, [*categories, *(told.product(each) for each in products)])


def _basis_sentences(texts: Texts, accrual: Accrual, told: Told) -> list[str]:
    n = accrual.stamps
    if accrual.basis is Basis.VISIT:
        return [texts.ngettext("{n} stamp for each visit.", "{n} stamps for each visit.", n).format(n=n)]
    if accrual.basis is Basis.AMOUNT:
        sentence = texts.ngettext(
            "{n} stamp for every {amount} spent in a visit.",
            "{n} stamps for every {amount} spent in a visit.",
            n,
        )
        return [sentence.format(n=n, amount=told.price(accrual.step))]
    if told.nothing_earns:
        return [texts.gettext("Choose at least one thing that earns stamps.")]
    if not (accrual.products or accrual.categories):
        return [texts.gettext("Each thing bought earns what is set at the product.")]
    things = things_words(texts, accrual.products, accrual.categories, told)
    sentence = texts.ngettext("{n} stamp for each of: {things}.", "{n} stamps for each of: {things}.", n)
    button = texts.gettext("The stamp button itself counts as one of them.")
    return [sentence.format(n=n, things=things), button]


def _boost_sentences(texts: Texts, boost: Boost) -> list[str]:
    days, factor = _days_words(texts, boost.weekdays), boost.factor
    start, end = _clock(boost.from_minute), _clock(boost.to_minute)
    all_day = boost.from_minute == 0 and boost.to_minute == _A_DAY
    if factor == 2 and all_day:
        said = [texts.gettext("Double stamps: {days}.").format(days=days)]
    elif factor == 2:
        sentence = texts.gettext("Double stamps: {days}, {start}–{end}.")
        said = [sentence.format(days=days, start=start, end=end)]
    elif all_day:
        said = [texts.gettext("{factor} times the stamps: {days}.").format(factor=factor, days=days)]
    else:
        sentence = texts.gettext("{factor} times the stamps: {days}, {start}–{end}.")
        said = [sentence.format(factor=factor, days=days, start=start, end=end)]
    first, last = boost.first_day, boost.last_day
    if first is not None and last is not None:
        sentence = texts.gettext("That holds from {first} to {last}.")
        said.append(sentence.format(first=full_date(texts, first), last=full_date(texts, last)))
    elif first is not None:
        said.append(texts.gettext("That holds from {day} on.").format(day=full_date(texts, first)))
    elif last is not None:
        said.append(texts.gettext("That holds until {day}.").format(day=full_date(texts, last)))
    return said


def _period_sentence(texts: Texts, passes: PassTerms) -> str:
    if not passes.days:
        sentence = texts.ngettext("It holds for {n} month.", "It holds for {n} months.", passes.months)
        return sentence.format(n=passes.months)
    if not passes.months:
        sentence = texts.ngettext("It holds for {n} day.", "It holds for {n} days.", passes.days)
        return sentence.format(n=passes.days)
    months = texts.ngettext("{n} month", "{n} months", passes.months).format(n=passes.months)
    days = texts.ngettext("{n} day", "{n} days", passes.days).format(n=passes.days)
    return texts.gettext("It holds for {months} and {days}.").format(months=months, days=days)


def weekday_name(texts: Texts, number: int) -> str:
    """The name of a day of the week; 0 is Monday."""
    return weekday(texts, date.fromordinal(_MONDAY.toordinal() + number))


def _days_words(texts: Texts, days: Sequence[int]) -> str:
    if len(set(days)) == _WEEK:
        return texts.gettext("every day")
    return _listed(texts, [weekday_name(texts, each) for each in sorted(set(days))])


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"


def _listed(texts: Texts, words: Sequence[str]) -> str:
    from babel.lists import format_list  # the first frame has nothing to list, so it does not wait for Babel

    return format_list(list(words), locale=texts.language)
