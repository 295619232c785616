"""Special requests in words: how one stands, what moves it on, why it was declined, what is asked often."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from frontdesk.domain.care.requests import Declined, DeclineReason, Detail, RequestState, SpecialRequest
from frontdesk.domain.days import MINUTE, day_at
from frontdesk.texts import Texts
from frontdesk.wording.dates import clock_time, promise

if TYPE_CHECKING:
    from frontdesk.domain.care.asked_again import WishKind
    from frontdesk.domain.regulars.greeting import GreetingLine


def state_name(texts: Texts, state: RequestState) -> str:
    """What a request is."""
    match state:
        case RequestState.OPEN:
            return texts.pgettext("state of a request", "Open")
        case RequestState.IN_PROGRESS:
            return texts.pgettext("state of a request", "In progress")
        case RequestState.READY:
            return texts.pgettext("state of a request", "Ready")
        case RequestState.FULFILLED:
            return texts.pgettext("state of a request", "Handed over")
        case RequestState.DECLINED:
            return texts.pgettext("state of a request", "Declined")
        case RequestState.CANCELLED:
            return texts.pgettext("state of a request", "Cancelled")


def move_name(texts: Texts, to: RequestState) -> str:
    """What the button says that moves a request to this state."""
    match to:
        case RequestState.OPEN:
            return texts.pgettext("button that moves a request", "Open again")
        case RequestState.IN_PROGRESS:
            return texts.pgettext("button that moves a request", "Start")
        case RequestState.READY:
            return texts.pgettext("button that moves a request", "It is ready")
        case RequestState.FULFILLED:
            return texts.pgettext("button that moves a request", "Hand over")
        case RequestState.DECLINED:
            return texts.pgettext("button that moves a request", "Decline")
        case RequestState.CANCELLED:
            return texts.pgettext("button that moves a request", "Cancel request")


def decline_reason_name(texts: Texts, reason: DeclineReason) -> str:
    """The honest reason, as on a chip: it can be said to the customer as it stands."""
    match reason:
        case DeclineReason.CANNOT_MAKE:
            return texts.gettext("We cannot make it")
        case DeclineReason.NOTHING_LEFT:
            return texts.gettext("Ingredients or parts are missing")
        case DeclineReason.NO_TIME:
            return texts.gettext("No time for it")
        case DeclineReason.TOO_COSTLY:
            return texts.gettext("Too costly")
        case DeclineReason.NOT_ALLOWED:
            return texts.gettext("Not safe or not allowed")
        case DeclineReason.OTHER:
            return texts.gettext("Another reason")


def declined_sentence(texts: Texts, declined: Declined) -> str:
    """Why it was declined and what was offered, as in a record; typed words come before the code."""
    why = declined.words or decline_reason_name(texts, declined.reason)
    if not declined.alternative:
        return texts.gettext("Declined: {why}").format(why=why)
    return texts.gettext("Declined: {why}. Offered instead: {alternative}").format(
        why=why, alternative=declined.alternative
    )


def declined_line(texts: Texts, line: GreetingLine) -> str:
    """What could not be done for somebody, when they come again; `number` is 1 where it can be had now."""
    if line.number:
        return texts.gettext("They asked for this, and we have it now: {what}").format(what=line.text)
    declined = line.request.declined if line.request is not None else None
    if declined is None or not declined.alternative:
        return texts.gettext("We could not do this for them: {what}").format(what=line.text)
    return texts.gettext("We could not do this for them: {what}. We offered: {alternative}").format(
        what=line.text, alternative=declined.alternative
    )


def aim_words(texts: Texts, request: SpecialRequest, zone: ZoneInfo, now: int) -> str:
    """What is aimed for ahead of the promise; empty where it is the promise itself, or nothing is to be done
    any more.
    """
    target, promised = request.target_at, request.promised_at
    if (
        target is None
        or promised is None
        or request.state not in (RequestState.OPEN, RequestState.IN_PROGRESS)
    ):
        return ""
    if target // MINUTE == promised // MINUTE:
        return ""
    if day_at(target, zone) == day_at(promised, zone):
        return texts.gettext("aim for {time}").format(time=clock_time(texts, target, zone))
    return texts.gettext("aim for {when}").format(when=promise(texts, target, zone, now))


def asked_again_sentence(texts: Texts, kind: WishKind) -> str:
    """The hint to the manager."""
    times = len(kind.wishes)
    if kind.people == 1:
        return texts.gettext("One person asked {n} times: {what}. Offer it?").format(n=times, what=kind.what)
    return texts.gettext("Asked for {n} times by {people} people: {what}. Offer it?").format(
        n=times, people=kind.people, what=kind.what
    )


def changed_sentence(texts: Texts, request: SpecialRequest, detail: Detail) -> str:
    """That a detail is saved, beside its Undo."""
    match detail:
        case Detail.OWNER:
            said = texts.gettext("{what}: taken on by {owner}")
        case Detail.AXIS:
            said = texts.gettext("{what}: how it is to please is saved")
        case Detail.QUOTED:
            said = texts.gettext("{what}: the quoted price is saved")
        case Detail.FINAL:
            said = texts.gettext("{what}: the final price is saved")
        case Detail.CONTACT_POINT:
            said = texts.gettext("{what}: the point of contact is saved")
    return said.format(what=request.what, owner=request.owner_name)
