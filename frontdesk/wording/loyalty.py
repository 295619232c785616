"""Stamps, cards and rewards in words: what a gesture did, and where a card stands."""

from __future__ import annotations

from frontdesk.domain.loyalty import CardView, EntryKind, StampOutcome
from frontdesk.texts import Texts


def stamp_sentence(texts: Texts, outcome: StampOutcome, name: str) -> str:
    """What a stamp or a redemption did, in one sentence."""
    card = outcome.card
    reward = card.programme.reward
    if outcome.kind is EntryKind.REDEEMED:
        return texts.gettext("{name} has the free {reward}. Enjoy it!").format(name=name, reward=reward)
    if outcome.became_ready:
        sentence = texts.gettext("{name}'s card is full: a free {reward} is ready.")
        return sentence.format(name=name, reward=reward)
    if not outcome.stamps:
        return texts.gettext("{item} noted for {name}.").format(item=outcome.item, name=name)
    return texts.ngettext(
        "{n} stamp for {name}: {filled} of {goal}.",
        "{n} stamps for {name}: {filled} of {goal}.",
        outcome.stamps,
    ).format(n=outcome.stamps, name=name, filled=card.filled, goal=card.programme.goal)


def undone_sentence(texts: Texts, card: CardView, name: str) -> str:
    """Where a card stands after an undo."""
    stands = card_sentence(texts, card)
    return texts.gettext("Taken back. {name}: {card}").format(name=name, card=stands)


def card_sentence(texts: Texts, card: CardView) -> str:
    """The line beside a stamp card: how far it is, and what comes."""
    if card.owed:
        return texts.ngettext("{n} stamp is owed.", "{n} stamps are owed.", card.owed).format(n=card.owed)
    if card.rewards_ready:
        return _ready_sentence(texts, card)
    goal, reward = card.programme.goal, card.programme.reward
    if card.short == 1:
        sentence = texts.gettext("{filled} of {goal}. One more and the next {reward} is free.")
        return sentence.format(filled=card.balance, goal=goal, reward=reward)
    return texts.ngettext(
        "{filled} of {goal}. {n} more to a free {reward}.",
        "{filled} of {goal}. {n} more to a free {reward}.",
        card.short,
    ).format(n=card.short, filled=card.balance, goal=goal, reward=reward)


def _ready_sentence(texts: Texts, card: CardView) -> str:
    reward = card.programme.reward
    over = card.balance % card.programme.goal
    if not over:
        sentence = texts.gettext("Ready: {n} × free {reward}.")
        return sentence.format(n=card.rewards_ready, reward=reward)
    return texts.ngettext(
        "Ready: {rewards} × free {reward}, and {n} stamp on the next card.",
        "Ready: {rewards} × free {reward}, and {n} stamps on the next card.",
        over,
    ).format(n=over, rewards=card.rewards_ready, reward=reward)
