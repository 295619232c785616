"""What is known about a customer in words: why they come, whether it still holds, who noted it when."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from frontdesk.domain.people.facts import Answer, Fact, FactKind, FactOutcome, Reason
from frontdesk.texts import Texts
from frontdesk.wording.dates import day

SHORT = 40
"""What is so short goes into a question; what is longer follows it."""


def reason_name(texts: Texts, reason: Reason) -> str:
    """Why somebody comes, in a word or two, as it stands on a button."""
    match reason:
        case Reason.VALUED:
            return texts.gettext("Feels valued")
        case Reason.SAFE:
            return texts.gettext("Feels safe")
        case Reason.INFORMED:
            return texts.gettext("Is told what matters")
        case Reason.TASTE:
            return texts.gettext("Likes the taste")
        case Reason.HABIT:
            return texts.gettext("Habit, on the way")
        case Reason.PEOPLE:
            return texts.gettext("The people here")


def why_sentence(texts: Texts, fact: Fact) -> str:
    """Why they come, as the greeting says it; their own words follow where there are any."""
    said = _why(texts, fact)
    return texts.gettext("{why}: “{words}”").format(why=said, words=fact.text) if fact.text else said


def _why(texts: Texts, fact: Fact) -> str:
    match fact.reason:
        case Reason.VALUED:
            return texts.gettext("Comes because they feel valued here")
        case Reason.SAFE:
            return texts.gettext("Comes because they feel safe here")
        case Reason.INFORMED:
            return texts.gettext("Comes because they are told what matters")
        case Reason.TASTE:
            return texts.gettext("Comes for the taste")
        case Reason.HABIT:
            return texts.gettext("Comes out of habit")
        case Reason.PEOPLE if fact.whom:
            return texts.gettext("Comes for {whom}").format(whom=fact.whom)
        case _:
            return texts.gettext("Comes for the people here")


def question(texts: Texts, fact: Fact) -> str:
    """Does it still hold? What somebody typed stays as typed."""
    text = " ".join(fact.text.split())
    if fact.kind is FactKind.WHY:
        return texts.gettext("Is it still so? {fact}").format(fact=why_sentence(texts, fact))
    if fact.kind is FactKind.ALLERGY:
        return texts.gettext("Still allergic to this? {text}").format(text=text)
    if fact.kind is FactKind.PREFERENCE and len(text) <= SHORT:
        return texts.gettext("Still {text}?").format(text=text)
    return texts.gettext("Is it still so? {fact}").format(fact=text)


def noted_words(texts: Texts, fact: Fact, zone: ZoneInfo, now: int) -> str:
    """Who noted it when, and who last heard when that it still holds."""
    when = day(texts, fact.noted_at, zone, now)
    if fact.checked_at is None:
        if not fact.noted_by:
            return texts.gettext("Noted {when}").format(when=when)
        return texts.gettext("Noted {when} by {name}").format(when=when, name=fact.noted_by)
    return texts.gettext("Noted {when} by {name}, still true {checked} ({asker})").format(
        when=when, name=fact.noted_by, checked=day(texts, fact.checked_at, zone, now), asker=fact.checked_by
    )


def answer_name(texts: Texts, answer: Answer) -> str:
    """An answer as it stands on its button."""
    match answer:
        case Answer.STANDS:
            return texts.gettext("Still true")
        case Answer.CHANGED:
            return texts.gettext("Changed")
        case Answer.GONE:
            return texts.gettext("No longer")


def outcome_sentence(texts: Texts, outcome: FactOutcome, name: str) -> str:
    """What an act did to what is known of somebody."""
    fact = outcome.fact or outcome.before
    what = short_words(texts, fact) if fact is not None else ""
    match outcome.answer:
        case Answer.STANDS:
            return texts.gettext("Still true for {name}: {fact}").format(name=name, fact=what)
        case Answer.CHANGED:
            return texts.gettext("Changed for {name}: {fact}").format(name=name, fact=what)
        case Answer.GONE:
            return texts.gettext("No longer so for {name}: {fact}").format(name=name, fact=what)
    return texts.gettext("Noted for {name}: {what}").format(name=name, what=what)


def undone_sentence(texts: Texts, outcome: FactOutcome, name: str) -> str:
    """An act was taken back: what is known of them now."""
    fact = outcome.fact or outcome.before
    if outcome.fact is None:
        return texts.gettext("Taken back: {what}").format(what=short_words(texts, fact) if fact else "")
    return texts.gettext("Taken back. Known of {name} as before: {fact}").format(
        name=name, fact=short_words(texts, outcome.fact)
    )


def short_words(texts: Texts, fact: Fact) -> str:
    """A fact in one line."""
    return why_sentence(texts, fact) if fact.kind is FactKind.WHY else " ".join(fact.text.split())
