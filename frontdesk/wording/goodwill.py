"""Stamps given as a thank-you, in words: why, and what is left to give."""

from __future__ import annotations

from frontdesk.domain.loyalty.stamping import GoodwillReason, StampOutcome
from frontdesk.texts import Texts
from frontdesk.wording.loyalty import stands_words


def reason_name(texts: Texts, reason: GoodwillReason) -> str:
    """What the button says that gives a stamp for this reason."""
    return {
        GoodwillReason.WAITED: texts.gettext("Waited long"),
        GoodwillReason.WENT_WRONG: texts.gettext("Something went wrong"),
        GoodwillReason.FORGOTTEN: texts.gettext("A stamp was forgotten"),
        GoodwillReason.KINDNESS: texts.gettext("For a kindness"),
        GoodwillReason.SURPRISE: texts.gettext("A small surprise"),
    }[reason]


def given_sentence(texts: Texts, outcome: StampOutcome, name: str, *, named: bool = False) -> str:
    """What was just given, and where the card stands; `named` with the card's name."""
    return texts.ngettext(
        "{n} stamp for {name} as a thank-you: {stands}.",
        "{n} stamps for {name} as a thank-you: {stands}.",
        outcome.stamps,
    ).format(n=outcome.stamps, name=name, stands=stands_words(texts, outcome.card, named=named))


def made_good_sentence(texts: Texts, outcome: StampOutcome, name: str, *, named: bool = False) -> str:
    """As `given_sentence`, for a complaint: nobody is thanked for what went wrong."""
    return texts.ngettext(
        "{n} stamp for {name}, to make it good: {stands}.",
        "{n} stamps for {name}, to make it good: {stands}.",
        outcome.stamps,
    ).format(n=outcome.stamps, name=name, stands=stands_words(texts, outcome.card, named=named))


def left_sentence(texts: Texts, left: int) -> str:
    """How many stamps of goodwill a cashier may still give today."""
    if not left:
        return texts.gettext("Today's stamps for thank-yous are given. The manager can give more.")
    return texts.ngettext(
        "{n} stamp left for thank-yous today.", "{n} stamps left for thank-yous today.", left
    ).format(n=left)


def surprises_sentence(texts: Texts, left: int) -> str:
    """How many surprises the shop has left for this week."""
    if not left:
        return texts.gettext("This week's surprises are given. There are new ones as the days go by.")
    return texts.ngettext(
        "{n} surprise left for this week.", "{n} surprises left for this week.", left
    ).format(n=left)
