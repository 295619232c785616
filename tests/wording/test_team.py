"""The team in words: only what there is to say, and nobody's request aloud."""

from datetime import date

import pytest

from frontdesk.domain.acts import Role, StaffMember
from frontdesk.domain.day_parts import DayPart
from frontdesk.domain.team.shifts import ALL_DAY, EARLY, LATE, AtWork, Hours, PlannedShift, ShiftGreeting
from frontdesk.domain.team.staff_requests import StaffRequest, StaffRequestState
from frontdesk.domain.team.staff_thanks import StaffThanks
from frontdesk.texts import texts_for
from frontdesk.wording.team import (
    answer_line,
    at_work_line,
    hours_words,
    planned_words,
    shift_sentence,
    thanks_count,
    thanks_line,
)

EN = texts_for("en")
LA = StaffMember(2, "La", Role.CASHIER)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (None, "not planned"),
        (ALL_DAY, "the whole day"),
        (EARLY, "till 13:00"),
        (LATE, "from 13:00"),
        (Hours(540, 1020), "9:00–17:00"),
    ],
)
def test_hours(hours: Hours | None, said: str) -> None:
    assert hours_words(EN, hours) == said


def test_who_is_here_and_who_is_to_be() -> None:
    lines = [at_work_line(EN, AtWork(LA, here, hours)) for here in (True, False) for hours in (None, EARLY)]
    assert lines == ["Here", "Here · till 13:00", "Not here", "Not here yet · till 13:00"]


def test_a_field_of_the_plan_for_a_reader() -> None:
    day = date(2026, 11, 19)
    assert planned_words(EN, None, "La", day) == "La, Thursday: not planned"
    assert planned_words(EN, PlannedShift(2, day, LATE), "La", day) == "La, Thursday: from 13:00"


def test_whoever_takes_over_hears_only_what_there_is() -> None:
    assert shift_sentence(EN, ShiftGreeting(LA), DayPart.MORNING, 0) == (
        "La is at the till now. Good morning!"
    )
    said = shift_sentence(EN, ShiftGreeting(LA, 2, 1, 3), DayPart.EVENING, 1)
    assert said == (
        "La is at the till now. Good evening! 1 thing is to be done today. 2 customers thanked you."
        " Your request has an answer. 3 requests of the staff wait for you."
    )


def test_an_answer_with_the_managers_words() -> None:
    asked = StaffRequest(1, 2, "La", "Sunday off?", 0)
    assert answer_line(EN, asked) == "Waits for an answer"
    yes = StaffRequest(1, 2, "La", "Sunday off?", 0, StaffRequestState.YES, "Enjoy it", 1, "Noy")
    assert answer_line(EN, yes) == "Yes, says Noy: “Enjoy it”"
    later = StaffRequest(1, 2, "La", "Sunday off?", 0, StaffRequestState.LATER, "", 1, "Noy")
    assert answer_line(EN, later) == "Later, says Noy"


def test_thanks() -> None:
    known = StaffThanks(1, 2, "La", "So kind", 0, 7, "Somsak")
    stranger = StaffThanks(2, 2, "La", "", 0)
    assert thanks_line(EN, known) == "For La, from Somsak"
    assert thanks_line(EN, stranger) == "For La, from a customer"
    assert thanks_count(EN, (known, stranger), 2) == "thanked 2 times"
    assert thanks_count(EN, (known,), 2) == "thanked once"
    assert thanks_count(EN, (known,), 3) == ""
