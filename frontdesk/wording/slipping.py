"""Somebody who is missed, in words: how long, what became of others, what they brought, what was done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from frontdesk.domain.regulars.absences import (
    Absence,
    AbsenceOutcome,
    AbsenceStep,
    AwayReason,
    Fine,
    Missed,
    StepKind,
    Worth,
)
from frontdesk.domain.regulars.slipping import Chance, Missing, too_long_to_say
from frontdesk.texts import Texts
from frontdesk.wording.dates import day, full_date


def silence_sentence(texts: Texts, missed: Missed) -> str:
    """How often they came, and how long they have not."""
    every, silent = missed.silence.every, missed.silent
    if every == 1:
        return texts.ngettext(
            "Comes every day, silent for {n} day.", "Comes every day, silent for {n} days.", silent
        ).format(n=silent)
    return texts.ngettext(
        "Comes every {every} days, silent for {n} day.",
        "Comes every {every} days, silent for {n} days.",
        silent,
    ).format(every=every, n=silent)


def chance_sentence(texts: Texts, chance: Chance) -> str:
    """What such silences came to in this shop; or that there were too few of them to say."""
    if not chance.enough:
        return texts.gettext("The shop has seen too few such silences to say what becomes of them.")
    return texts.ngettext(
        "Of {n} such silence here, {percent} % ended with a visit.",
        "Of {n} such silences here, {percent} % ended with a visit.",
        chance.of,
    ).format(n=chance.of, percent=round(chance.share * 100))


def worth_sentence(texts: Texts, worth: Worth, price: Callable[[int], str]) -> str:
    """What they brought in a month, as roughly as it is known: money where there is any, else how often they
    came.
    """
    if worth.money is not None:
        return texts.gettext("Brought about {amount} a month.").format(amount=price(about(worth.money)))
    visits = max(round(worth.visits), 1)
    return texts.ngettext("Came about {n} time a month.", "Came about {n} times a month.", visits).format(
        n=visits
    )


def about(amount: int) -> int:
    """Two figures of it: more would claim to know it to the coin."""
    return round(amount, 2 - len(str(amount)))


def reached_sentence(texts: Texts, missed: Missed, zone: ZoneInfo, now: int) -> str:
    """When somebody last got in touch with them since they came."""
    if missed.reached_at is None:
        return texts.gettext("Nobody has been in touch with them since.")
    when = day(texts, missed.reached_at, zone, now)
    return texts.gettext("Last in touch with them: {when}.").format(when=when)


def missing_sentence(texts: Texts, missed: Missed) -> str:
    """What quiet and lost mean; or that it is too late for the one, and too early for the other."""
    if too_long_to_say(missed.silence, missed.chance):
        return texts.gettext("Silent for too long to say whether they come again by themselves.")
    if missed.state is Missing.QUIET:
        return texts.gettext("Quiet, not lost: a word may be all it takes.")
    return texts.gettext("Probably lost: few come back by themselves after so long.")


def away_reason_name(texts: Texts, reason: AwayReason) -> str:
    match reason:
        case AwayReason.FORGOT:
            return texts.gettext("No reason, just forgot")
        case AwayReason.HOURS:
            return texts.gettext("Work or hours changed")
        case AwayReason.MOVED:
            return texts.gettext("Moved away")
        case AwayReason.PRICE:
            return texts.gettext("Too expensive")
        case AwayReason.QUALITY:
            return texts.gettext("Quality")
        case AwayReason.UNHAPPY:
            return texts.gettext("Unhappy with something")
        case AwayReason.ANOTHER_SHOP:
            return texts.gettext("Goes to another shop")
        case AwayReason.HEALTH:
            return texts.gettext("Health")
        case AwayReason.UNKNOWN:
            return texts.gettext("They did not say")


def fine_name(texts: Texts, fine: Fine) -> str:
    match fine:
        case Fine.A_WEEK:
            return texts.gettext("For a week")
        case Fine.A_MONTH:
            return texts.gettext("For a month")
        case Fine.THREE_MONTHS:
            return texts.gettext("For three months")
        case Fine.FOR_GOOD:
            return texts.gettext("For good")


def step_sentence(texts: Texts, step: AbsenceStep, zone: ZoneInfo, now: int) -> str:
    """What was done, when and by whom; what was noted with it comes in a line of its own."""
    when = day(texts, step.at, zone, now)
    match step.kind:
        case StepKind.CALLED:
            said = texts.gettext("{who} called them, {when}.").format(who=step.by, when=when)
        case StepKind.FINE:
            said = _fine_sentence(texts, step.until).format(who=step.by, when=when)
        case StepKind.ASKED:
            reason = away_reason_name(texts, step.reason) if step.reason else ""
            said = texts.gettext("{who} noted why, {when}: {reason}.").format(
                who=step.by, when=when, reason=reason
            )
    return f"{said}\n{step.note}" if step.note else said


def _fine_sentence(texts: Texts, until: date | None) -> str:
    """With places for who and when."""
    if until is None:
        return texts.gettext("{who} noted that all is well, for good, {when}.")
    said = texts.gettext("{who} noted that all is well until {date}, {when}.")
    return said.replace("{date}", full_date(texts, until))


def done_sentence(texts: Texts, outcome: AbsenceOutcome, name: str) -> str:
    """What was just noted, for the notice beside which its Undo is."""
    step = outcome.step
    match step.kind:
        case StepKind.CALLED:
            return texts.gettext("Noted that {name} was called.").format(name=name)
        case StepKind.ASKED:
            reason = away_reason_name(texts, step.reason) if step.reason else ""
            return texts.gettext("Noted why {name} stays away: {reason}.").format(name=name, reason=reason)
        case StepKind.FINE:
            if step.until is None:
                return texts.gettext("{name} is not missed any more.").format(name=name)
            first = full_date(texts, step.until)
            return texts.gettext("{name} is not missed before {date}.").format(name=name, date=first)


def undone_sentence(texts: Texts, name: str) -> str:
    return texts.gettext("Taken back. {name} is as before.").format(name=name)


def absence_reason(texts: Texts, absence: Absence, zone: ZoneInfo, now: int) -> str:
    """Why somebody was away who is back, for whoever greets them; or that they were called; or nothing."""
    if absence.reason is not None and absence.reason is not AwayReason.UNKNOWN:
        reason = away_reason_name(texts, absence.reason)
        if absence.note:
            return texts.gettext("Why they were away: {reason} ({note})").format(
                reason=reason, note=absence.note
            )
        return texts.gettext("Why they were away: {reason}").format(reason=reason)
    if absence.reached_at is not None:
        when = day(texts, absence.reached_at, zone, now)
        if absence.note:
            return texts.gettext("We got in touch, {when}: {note}").format(when=when, note=absence.note)
        return texts.gettext("We got in touch: {when}").format(when=when)
    return ""
