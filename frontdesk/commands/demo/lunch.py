"""The demo café's second card, with all that a stamp card can be: a category, two rewards, a double hour."""

from typing import Final

from frontdesk.commands.demo.cafe import CATEGORIES, DemoTiers
from frontdesk.domain.programmes import (
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


def lunch_terms(card: DemoTiers, language: str) -> ProgrammeDraft:
    """The card as the owner would have set it up, in the shop's own language first."""

    def said(words: dict[str, str]) -> Said:
        others = tuple((code, text) for code, text in sorted(words.items()) if code != language)
        return Said(words[language], others)

    begins, ends = card.double_hours
    double = Boost(2, (card.double_weekday,), begins * _HOUR, ends * _HOUR)
    terms = Terms(
        (
            Reward(1, card.goal, said(dict(card.rewards))),
            Reward(2, card.second_goal, said(dict(card.second_rewards))),
        ),
        Accrual(categories=(CATEGORIES[card.category][language],), boosts=(double,)),
        Expiry(ExpiryBasis.IDLE, _MONTHS_AWAY),
        Gifts(welcome=1, birthday=1, friend=2, referrer=2),
    )
    return ProgrammeDraft(Look(said(dict(card.names)), card.icon, card.colour), terms)
