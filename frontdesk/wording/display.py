"""The sentences on the customer's screen, in the language of whoever stands before it.

Nothing here corrects, hurries or grades anybody, and nothing is owed: the screen welcomes, shows and thanks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.loyalty.programmes import Basis, Reward, RewardKind, Terms
from frontdesk.domain.loyalty.value import ValueReceived
from frontdesk.texts import Texts
from frontdesk.wording.hello import hello_at, say_hello

Price = Callable[[int], str]


def hello(texts: Texts, name: str, hour: int) -> str:
    """The welcome, with the name where one may be shown."""
    return say_hello(texts, hello_at(hour), name)


def promise(texts: Texts, terms: Terms) -> str:
    """What the shop's card promises, in one line; empty where it promises nothing yet."""
    reward = terms.cheapest
    if reward is None:
        return ""
    accrual, free = terms.accrual, reward.kind is RewardKind.FREE_ITEM
    if free and accrual.basis is Basis.ITEM and accrual.stamps == 1:
        return texts.gettext("Buy {n}, get 1 free").format(n=reward.price)
    if free:
        sentence = texts.gettext("{n} stamps, and your next {reward} is free")
        return sentence.format(n=reward.price, reward=_what(texts, reward))
    return texts.gettext("{n} stamps, and a reward is yours").format(n=reward.price)


def next_line(texts: Texts, card: CardView) -> str:
    """What the card is filling up for, or what is ready on it."""
    if card.offers:
        reward = card.offers[0].reward
        if reward.kind is not RewardKind.FREE_ITEM:
            return texts.gettext("Your reward is ready.")
        return texts.gettext("Your free {reward} is ready.").format(reward=_what(texts, reward))
    coming = card.next_reward
    if coming is None or card.short <= 0:
        return ""
    if coming.kind is not RewardKind.FREE_ITEM:
        return texts.ngettext(
            "One more, and a reward is yours.", "{n} more, and a reward is yours.", card.short
        ).format(n=card.short)
    return texts.ngettext(
        "One more, and your next {reward} is free.", "{n} more, and your next {reward} is free.", card.short
    ).format(n=card.short, reward=_what(texts, coming))


def gained(texts: Texts, stamps: int) -> str:
    """What they just got."""
    return texts.ngettext("+{n} stamp", "+{n} stamps", stamps).format(n=stamps)


def enjoy(texts: Texts, reward: Reward) -> str:
    """What they just took."""
    if reward.kind is not RewardKind.FREE_ITEM:
        return texts.gettext("Enjoy your reward!")
    return texts.gettext("Enjoy your free {reward}!").format(reward=_what(texts, reward))


def saved_line(texts: Texts, saved: int, received: ValueReceived, price: Price) -> str:
    """What they saved just now, and in all where that is more; empty where nobody knows the price."""
    said = [texts.gettext("You saved {amount}.").format(amount=price(saved))] if saved else []
    if received.worth > saved:
        in_all = texts.gettext("You have saved {amount} with us so far.")
        said.append(in_all.format(amount=price(received.worth)))
    return " ".join(said)


def pass_line(texts: Texts, card: CardView) -> str:
    """What is left of a pass; thanks for anything else that holds."""
    left = card.validity.visits_left if card.validity is not None else None
    if left is None:
        return texts.gettext("Thank you for coming!")
    return texts.ngettext("{n} visit left on your pass", "{n} visits left on your pass", left).format(n=left)


@dataclass(frozen=True, slots=True)
class CallWords:
    """What the button for the manager says: before a tap, after it, and once somebody has answered."""

    ask: str
    calling: str
    coming: str


def call_words(texts: Texts) -> CallWords:
    return CallWords(
        ask=texts.gettext("Speak to the manager now"),
        calling=texts.gettext("We are calling the manager."),
        coming=texts.gettext("The manager is on the way."),
    )


def on_duty_heading(texts: Texts) -> str:
    """Over the faces of those who are here."""
    return texts.gettext("Here for you today")


def free_word(texts: Texts) -> str:
    """The short word in the reward's place on a card."""
    return texts.gettext("FREE")


def _what(texts: Texts, reward: Reward) -> str:
    return reward.what.speak(texts.language)
