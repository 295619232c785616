"""The team in words: when somebody works, what whoever takes over is told, requests and thanks."""

from collections.abc import Sequence
from datetime import date

from frontdesk.domain.day_parts import DayPart
from frontdesk.domain.team.shifts import AtWork, Hours, PlannedShift, ShiftGreeting
from frontdesk.domain.team.staff_requests import StaffRequest, StaffRequestState
from frontdesk.domain.team.staff_thanks import StaffThanks
from frontdesk.texts import Texts
from frontdesk.wording.dates import time_of_day, weekday


def hours_words(texts: Texts, hours: Hours | None) -> str:
    """When somebody is to work on a day: the whole of it, a part, or not."""
    if hours is None:
        return texts.gettext("not planned")
    if hours.from_minute is None and hours.to_minute is None:
        return texts.gettext("the whole day")
    if hours.from_minute is None and hours.to_minute is not None:
        return texts.gettext("till {time}").format(time=time_of_day(texts, hours.to_minute))
    if hours.from_minute is not None and hours.to_minute is None:
        return texts.gettext("from {time}").format(time=time_of_day(texts, hours.from_minute))
    begin, end = hours.from_minute or 0, hours.to_minute or 0
    return f"{time_of_day(texts, begin)}–{time_of_day(texts, end)}"


def at_work_line(texts: Texts, at_work: AtWork) -> str:
    """Whether somebody is here, and when they are to be."""
    if at_work.here and at_work.planned is None:
        return texts.gettext("Here")
    if at_work.here:
        return texts.gettext("Here · {hours}").format(hours=hours_words(texts, at_work.planned))
    if at_work.planned is None:
        return texts.gettext("Not here")
    return texts.gettext("Not here yet · {hours}").format(hours=hours_words(texts, at_work.planned))


def planned_words(texts: Texts, shift: PlannedShift | None, member: str, day: date) -> str:
    """One field of the plan, for whoever cannot see it."""
    hours = hours_words(texts, shift.hours if shift is not None else None)
    return texts.gettext("{name}, {day}: {hours}").format(name=member, day=weekday(texts, day), hours=hours)


def shift_sentence(texts: Texts, greeting: ShiftGreeting, part: DayPart, things: int) -> str:
    """What whoever takes the till over is told, once a day: a greeting, and only what there is to say. Words
    of a request stay out of it: others read them, too.
    """
    said = [
        texts.gettext("{name} is at the till now.").format(name=greeting.member.name),
        _good_day(texts, part),
    ]
    if things:
        said.append(
            texts.ngettext(
                "{n} thing is to be done today.", "{n} things are to be done today.", things
            ).format(n=things)
        )
    if greeting.thanks:
        said.append(
            texts.ngettext("A customer thanked you.", "{n} customers thanked you.", greeting.thanks).format(
                n=greeting.thanks
            )
        )
    if greeting.answers:
        said.append(
            texts.ngettext(
                "Your request has an answer.", "{n} of your requests have an answer.", greeting.answers
            ).format(n=greeting.answers)
        )
    if greeting.asked:
        said.append(
            texts.ngettext(
                "{n} request of the staff waits for you.",
                "{n} requests of the staff wait for you.",
                greeting.asked,
            ).format(n=greeting.asked)
        )
    return " ".join(said)


def answer_name(texts: Texts, state: StaffRequestState) -> str:
    """An answer, as a button and as a word before the manager's own."""
    return {
        StaffRequestState.OPEN: texts.gettext("Waits for an answer"),
        StaffRequestState.YES: texts.gettext("Yes"),
        StaffRequestState.NO: texts.gettext("No"),
        StaffRequestState.LATER: texts.gettext("Later"),
        StaffRequestState.WITHDRAWN: texts.gettext("Taken back"),
    }[state]


def answer_line(texts: Texts, request: StaffRequest) -> str:
    """What became of a request, with the manager's words where there are any."""
    name = answer_name(texts, request.state)
    if not request.answered:
        return name
    if request.words:
        return texts.gettext("{answer}, says {manager}: “{words}”").format(
            answer=name, manager=request.answered_by, words=request.words
        )
    return texts.gettext("{answer}, says {manager}").format(answer=name, manager=request.answered_by)


def thanks_line(texts: Texts, thanks: StaffThanks) -> str:
    """Who was thanked, by whom where that was noted."""
    if thanks.customer:
        return texts.gettext("For {name}, from {customer}").format(
            name=thanks.member, customer=thanks.customer
        )
    return texts.gettext("For {name}, from a customer").format(name=thanks.member)


def thanks_count(texts: Texts, thanks: Sequence[StaffThanks], staff_id: int) -> str:
    """How often somebody was thanked; empty where nobody did."""
    count = sum(each.for_id == staff_id for each in thanks)
    return texts.ngettext("thanked once", "thanked {n} times", count).format(n=count) if count else ""


def _good_day(texts: Texts, part: DayPart) -> str:
    return {
        DayPart.MORNING: texts.gettext("Good morning!"),
        DayPart.AFTERNOON: texts.gettext("Good afternoon!"),
        DayPart.EVENING: texts.gettext("Good evening!"),
    }[part]
