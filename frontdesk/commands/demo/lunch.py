"""The demo café's cards. The second has all that one can be: a category, two rewards, a double hour."""

from collections.abc import Mapping
from typing import Final

from frontdesk.commands.demo.cafe import CATEGORIES, DemoProgramme, DemoTiers
from frontdesk.domain.loyalty.programmes import (
    Accrual,
    Boost,
    Expiry,
    ExpiryBasis,
    Gifts,
    Look,
    ProgrammeDraft,
    Reward,
    Terms,
)
from frontdesk.domain.said import Said

_HOUR: Final = 60
_MONTHS_AWAY: Final = 12


def said(words: Mapping[str, str], language: str) -> Said:
    """Words in the shop's own language first, and in those besides."""
    others = tuple((code, text) for code, text in sorted(words.items()) if code != language)
    return Said(words[language], others)


def coffee_terms(card: DemoProgramme, language: str) -> ProgrammeDraft:
    """The plain card that the shop opens with."""
    terms = Terms((Reward(1, card.goal, said(card.rewards, language)),))
    return ProgrammeDraft(Look(said(card.names, language), card.icon), terms)


def lunch_terms(card: DemoTiers, language: str) -> ProgrammeDraft:
    """The card as the owner would have set it up, in the shop's own language first."""
    begins, ends = card.double_hours
    double = Boost(2, (card.double_weekday,), begins * _HOUR, ends * _HOUR)
    terms = Terms(
        (
            Reward(1, card.goal, said(card.rewards, language)),
            Reward(2, card.second_goal, said(card.second_rewards, language)),
        ),
        Accrual(categories=(CATEGORIES[card.category][language],), boosts=(double,)),
        Expiry(ExpiryBasis.IDLE, _MONTHS_AWAY),
        Gifts(welcome=1, birthday=1, friend=2, referrer=2),
    )
    return ProgrammeDraft(Look(said(card.names, language), card.icon, card.colour), terms)
