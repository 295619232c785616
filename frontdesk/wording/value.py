"""What a customer has had so far, in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from frontdesk.domain.loyalty.value import ValueReceived
from frontdesk.texts import Texts
from frontdesk.wording.dates import full_date


def value_sentence(texts: Texts, value: ValueReceived, zone: ZoneInfo, price: Callable[[int], str]) -> str:
    """Since when, how many rewards, and what they were worth as far as that is known; empty without any."""
    if value.since is None:
        return ""
    if not value.priced:
        said = texts.ngettext(
            "Since {date}: {n} reward taken.", "Since {date}: {n} rewards taken.", value.rewards
        )
    elif value.priced < value.rewards:
        said = texts.ngettext(
            "Since {date}: {n} reward taken, worth {amount} at least.",
            "Since {date}: {n} rewards taken, worth {amount} at least.",
            value.rewards,
        )
    else:
        said = texts.ngettext(
            "Since {date}: {n} reward taken, worth {amount}.",
            "Since {date}: {n} rewards taken, worth {amount}.",
            value.rewards,
        )
    day = full_date(texts, datetime.fromtimestamp(value.since / 1000, zone).date())
    return said.format(date=day, n=value.rewards, amount=price(value.worth))
