"""Stamps, cards and rewards in words: what a gesture did, and where a card stands."""

from __future__ import annotations

from frontdesk.domain.cards import CardView, Offer
from frontdesk.domain.loyalty import StampOutcome
from frontdesk.domain.programmes import Reward, RewardKind
from frontdesk.texts import Texts


def stamp_sentence(texts: Texts, outcome: StampOutcome, name: str) -> str:
    """What a stamp did, in one sentence. What a redemption did is said by rewards.py."""
    card = outcome.card
    if outcome.became_ready and card.offers:
        reward = offer_words(texts, card.offers[-1])
        return texts.gettext("{name}'s card is full: {reward} is ready.").format(name=name, reward=reward)
    if not outcome.stamps:
        return texts.gettext("{item} noted for {name}.").format(item=outcome.item, name=name)
    if outcome.clipped:
        return texts.ngettext(
            "{n} stamp for {name}, and no more for now: {filled} of {goal}.",
            "{n} stamps for {name}, and no more for now: {filled} of {goal}.",
            outcome.stamps,
        ).format(n=outcome.stamps, name=name, filled=card.filled, goal=card.goal)
    if outcome.gifts:
        return texts.ngettext(
            "{n} stamp for {name} with the gift in it: {filled} of {goal}.",
            "{n} stamps for {name} with the gift in it: {filled} of {goal}.",
            outcome.stamps,
        ).format(n=outcome.stamps, name=name, filled=card.filled, goal=card.goal)
    return texts.ngettext(
        "{n} stamp for {name}: {filled} of {goal}.",
        "{n} stamps for {name}: {filled} of {goal}.",
        outcome.stamps,
    ).format(n=outcome.stamps, name=name, filled=card.filled, goal=card.goal)


def amount_sentence(texts: Texts, outcome: StampOutcome, name: str, amount: str) -> str:
    """What an amount that was paid did. `amount` is written with its currency."""
    card = outcome.card
    if outcome.stamps:
        return stamp_sentence(texts, outcome, name)
    sentence = texts.gettext("{amount} noted for {name}, and no stamp yet: {filled} of {goal}.")
    return sentence.format(amount=amount, name=name, filled=card.filled, goal=card.goal)


def reward_words(texts: Texts, reward: Reward) -> str:
    """A reward as it stands in a sentence: "free coffee", "10 % off lunch". Amounts are shown by the ui."""
    what = reward.what.speak(texts.language)
    if reward.kind is RewardKind.PERCENT_OFF:
        return texts.gettext("{percent} % off {what}").format(percent=reward.value, what=what)
    if reward.kind is RewardKind.AMOUNT_OFF:
        return texts.gettext("{what} for less").format(what=what)
    return texts.gettext("free {reward}").format(reward=what)


def offer_words(texts: Texts, offer: Offer) -> str:
    """A reward that can be taken now, and that it is one of before where it is."""
    words = reward_words(texts, offer.reward)
    return texts.gettext("{reward} (from the card before)").format(reward=words) if offer.kept else words


def undone_sentence(texts: Texts, card: CardView, name: str) -> str:
    """Where a card stands after an undo."""
    stands = card_sentence(texts, card)
    return texts.gettext("Taken back. {name}: {card}").format(name=name, card=stands)


def card_sentence(texts: Texts, card: CardView) -> str:
    """The line beside a stamp card: how far it is, and what comes."""
    if card.owed:
        return texts.ngettext("{n} stamp is owed.", "{n} stamps are owed.", card.owed).format(n=card.owed)
    if card.offers:
        return _ready_sentence(texts, card)
    coming = card.next_reward
    if coming is None:
        return texts.ngettext("{n} stamp", "{n} stamps", card.balance).format(n=card.balance)
    if card.short <= 0:
        return _closed_sentence(texts, card)
    goal, reward = coming.price, reward_words(texts, coming)
    if card.short == 1:
        sentence = texts.gettext("{filled} of {goal}. One more to the {reward}.")
        return sentence.format(filled=card.balance, goal=goal, reward=reward)
    return texts.ngettext(
        "{filled} of {goal}. {n} more to the {reward}.",
        "{filled} of {goal}. {n} more to the {reward}.",
        card.short,
    ).format(n=card.short, filled=card.balance, goal=goal, reward=reward)


def _closed_sentence(texts: Texts, card: CardView) -> str:
    """There is enough for a reward, and none is given: not any more, or not yet."""
    if card.programme.span.redeem_until is None:
        return texts.ngettext(
            "{n} stamp. The rewards can be taken when the programme begins.",
            "{n} stamps. The rewards can be taken when the programme begins.",
            card.balance,
        ).format(n=card.balance)
    return texts.ngettext(
        "{n} stamp. The last day for this card's rewards is over.",
        "{n} stamps. The last day for this card's rewards is over.",
        card.balance,
    ).format(n=card.balance)


def _ready_sentence(texts: Texts, card: CardView) -> str:
    count, reward = card.rewards_ready, offer_words(texts, card.offers[0])
    if len(card.offers) > 1:
        dearest = offer_words(texts, card.offers[-1])
        sentence = texts.gettext("{n} stamps: {reward} or {dearest} is ready.")
        return sentence.format(n=card.balance, reward=reward, dearest=dearest)
    over = card.balance - count * card.offers[0].reward.price
    if not over:
        return texts.gettext("Ready: {n} × {reward}.").format(n=count, reward=reward)
    return texts.ngettext(
        "Ready: {rewards} × {reward}, and {n} stamp on the next card.",
        "Ready: {rewards} × {reward}, and {n} stamps on the next card.",
        over,
    ).format(n=over, rewards=count, reward=reward)
