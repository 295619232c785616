"""Rewards as they are given: what each would be, what the cashier hands out, what to take off."""

from __future__ import annotations

from frontdesk.domain.loyalty.cards import Offer
from frontdesk.domain.loyalty.programmes import Reward, RewardKind
from frontdesk.texts import Texts
from frontdesk.wording.loyalty import reward_words
from frontdesk.wording.programme_rules import Told, things_words


def choice_words(texts: Texts, offer: Offer, told: Told) -> str:
    """One of several rewards that are ready, and what it costs."""
    reward = offer.reward
    words = reward_words(texts, reward)
    if reward.kind is RewardKind.AMOUNT_OFF:
        what = reward.what.speak(texts.language)
        words = texts.gettext("{amount} off {what}").format(amount=told.price(reward.value), what=what)
    if offer.kept:
        sentence = texts.ngettext(
            "{reward} from the card before ({n} stamp)",
            "{reward} from the card before ({n} stamps)",
            reward.price,
        )
    else:
        sentence = texts.ngettext("{reward} ({n} stamp)", "{reward} ({n} stamps)", reward.price)
    return sentence.format(reward=words, n=reward.price)


def taken_sentence(texts: Texts, reward: Reward | None, name: str, told: Told) -> str:
    """What is to be done now that a reward was taken: what it may be, or what is paid less.

    `reward` is None for one of a time before rewards were noted.
    """
    if reward is None:
        return texts.gettext("{name} has the reward. Enjoy it!").format(name=name)
    what = reward.what.speak(texts.language)
    match reward.kind:
        case RewardKind.PERCENT_OFF:
            sentence = texts.gettext("Take {percent} % off {what} for {name}.")
            return sentence.format(percent=reward.value, what=what, name=name)
        case RewardKind.AMOUNT_OFF:
            sentence = texts.gettext("Take {amount} off {what} for {name}.")
            return sentence.format(amount=told.price(reward.value), what=what, name=name)
    return _free_sentence(texts, reward, name, told)


def _free_sentence(texts: Texts, reward: Reward, name: str, told: Told) -> str:
    what = reward.what.speak(texts.language)
    limited = bool(reward.products or reward.categories)
    things = things_words(texts, reward.products, reward.categories, told) if limited else ""
    amount = told.price(reward.up_to) if reward.up_to is not None else ""
    if things and amount:
        sentence = texts.gettext("{name} has the free {reward}: one of {things}, up to {amount}.")
    elif things:
        sentence = texts.gettext("{name} has the free {reward}: one of {things}.")
    elif amount:
        sentence = texts.gettext("{name} has the free {reward}, up to {amount}.")
    else:
        sentence = texts.gettext("{name} has the free {reward}. Enjoy it!")
    return sentence.format(name=name, reward=what, things=things, amount=amount)
