"""Stamps, cards and rewards in words: what a gesture did, and where a card stands."""

from __future__ import annotations

from frontdesk.domain.loyalty.cards import CardView, Offer
from frontdesk.domain.loyalty.programmes import Reward, RewardKind
from frontdesk.domain.loyalty.stamping import StampOutcome
from frontdesk.texts import Texts


def stamp_sentence(texts: Texts, outcome: StampOutcome, name: str, *, named: bool = False) -> str:
    """What a stamp did. What a redemption did is said by rewards.py. `named` where the customer has several
    cards: then it says which one it was, and which others got something with it.
    """
    return _and_others(texts, _stamped(texts, outcome, name, named), outcome)


def items_sentence(texts: Texts, outcome: StampOutcome, name: str, *, named: bool = False) -> str:
    """What was noted, and what it did: also where it earned stamps, the order is what was tapped."""
    said = stamp_sentence(texts, outcome, name, named=named)
    if not outcome.item or not (outcome.stamps or outcome.became_ready):
        return said  # it says what was noted
    return texts.gettext("{item} noted. {said}").format(item=outcome.item, said=said)


def amount_sentence(
    texts: Texts, outcome: StampOutcome, name: str, amount: str, *, named: bool = False
) -> str:
    """What an amount that was paid did. `amount` is written with its currency."""
    if outcome.stamps:
        return stamp_sentence(texts, outcome, name, named=named)
    if outcome.others:
        said = texts.gettext("{amount} noted for {name}.").format(amount=amount, name=name)
        return _and_others(texts, said, outcome)
    stands = stands_words(texts, outcome.card, named=named)
    sentence = texts.gettext("{amount} noted for {name}, and no stamp yet: {stands}.")
    return sentence.format(amount=amount, name=name, stands=stands)


def stands_words(texts: Texts, card: CardView, *, named: bool = False) -> str:
    """How far a card is, within a sentence: "3 of 5"; above its goal the balance; `named` with its name."""
    name, over = _name(texts, card), card.balance > card.goal
    if over and named:
        return texts.gettext("{card}, {n} on it").format(card=name, n=card.balance)
    if over:
        return texts.gettext("{n} on the card").format(n=card.balance)
    filled = max(card.balance, 0)
    if named:
        return texts.gettext("{card}, {filled} of {goal}").format(card=name, filled=filled, goal=card.goal)
    return texts.gettext("{filled} of {goal}").format(filled=filled, goal=card.goal)


def _stamped(texts: Texts, outcome: StampOutcome, name: str, named: bool) -> str:
    card, stands = outcome.card, stands_words(texts, outcome.card, named=named)
    if outcome.became_ready and card.offers:
        return _became_ready(texts, card, name, named)
    if not outcome.stamps:
        return texts.gettext("{item} noted for {name}.").format(item=outcome.item, name=name)
    if outcome.clipped:
        sentence = texts.ngettext(
            "{n} stamp for {name}, and no more for now: {stands}.",
            "{n} stamps for {name}, and no more for now: {stands}.",
            outcome.stamps,
        )
    elif outcome.gifts:
        sentence = texts.ngettext(
            "{n} stamp for {name} with the gift in it: {stands}.",
            "{n} stamps for {name} with the gift in it: {stands}.",
            outcome.stamps,
        )
    else:
        sentence = texts.ngettext(
            "{n} stamp for {name}: {stands}.", "{n} stamps for {name}: {stands}.", outcome.stamps
        )
    return sentence.format(n=outcome.stamps, name=name, stands=stands)


def _became_ready(texts: Texts, card: CardView, name: str, named: bool) -> str:
    """A card with several rewards is not full when the first of them is ready."""
    reward = offer_words(texts, card.offers[-1])
    if card.balance < card.goal:
        sentence = texts.gettext("Ready for {name}: {reward} ({stands}).")
        return sentence.format(reward=reward, name=name, stands=stands_words(texts, card, named=named))
    if named:
        sentence = texts.gettext("{name}'s card is full ({card}): {reward} is ready.")
        return sentence.format(name=name, card=_name(texts, card), reward=reward)
    return texts.gettext("{name}'s card is full: {reward} is ready.").format(name=name, reward=reward)


def _and_others(texts: Texts, said: str, outcome: StampOutcome) -> str:
    """A sentence for each other card that got stamps in the same act."""
    also = texts.gettext("Also stamped: {stands}.")
    stands = (stands_words(texts, card, named=True) for card in outcome.others)
    return " ".join([said, *(also.format(stands=each) for each in stands)])


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


def undone_sentence(texts: Texts, card: CardView, name: str, *, named: bool = False) -> str:
    """Where a card stands after an undo; `named` with the card's name."""
    stands = card_sentence(texts, card)
    if named:
        sentence = texts.gettext("Taken back. {name}, {programme}: {card}")
        return sentence.format(name=name, programme=_name(texts, card), card=stands)
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
    goal, reward = card.goal, reward_words(texts, coming)
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
    if card.balance < card.goal:
        return _ready_and_more(texts, card, reward)
    over = card.balance - count * card.offers[0].reward.price
    if not over:
        return texts.gettext("Ready: {n} × {reward}.").format(n=count, reward=reward)
    return texts.ngettext(
        "Ready: {rewards} × {reward}, and {n} stamp on the next card.",
        "Ready: {rewards} × {reward}, and {n} stamps on the next card.",
        over,
    ).format(n=over, rewards=count, reward=reward)


def _ready_and_more(texts: Texts, card: CardView, ready: str) -> str:
    """One of several rewards is ready, and the stamps go on counting for the dearer one."""
    coming = card.next_reward
    reward = reward_words(texts, coming) if coming is not None else ""
    more = coming.price - card.balance if coming is not None else 0
    return texts.ngettext(
        "Ready: {ready}. {n} more to the {reward}.", "Ready: {ready}. {n} more to the {reward}.", more
    ).format(ready=ready, n=more, reward=reward)


def _name(texts: Texts, card: CardView) -> str:
    return card.programme.look.names.speak(texts.language)
