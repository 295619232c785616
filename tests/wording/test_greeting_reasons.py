"""Why the greeting says what it says."""

from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.day_parts import DayPart
from frontdesk.domain.days import DAY, HOUR
from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.loyalty.programmes import Look, Programme, Reward, Terms
from frontdesk.domain.loyalty.value import ValueReceived
from frontdesk.domain.people.customers import Birthday
from frontdesk.domain.people.facts import Fact, FactKind
from frontdesk.domain.regulars.absences import Absence, AwayReason
from frontdesk.domain.regulars.greeting import GreetingLine, LineKind
from frontdesk.domain.regulars.suggesting import Suggestion
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.said import Said
from frontdesk.texts import texts_for
from frontdesk.wording.greeting_reasons import reason, suggestion_reason

EN, LO = texts_for("en"), texts_for("lo")
UTC = ZoneInfo("UTC")
NOW = 1_763_640_000_000  # Thursday 20 November 2025, 12:00
COFFEE, SODA = Product(1, "Lao coffee"), Product(2, "Lime soda")
CARD = Programme(1, Look(Said("Coffee card")), (Terms((Reward(1, 5, Said("coffee")),)),))


def known(kind: LineKind, at: int, checked: int | None = None) -> GreetingLine:
    by = "Kham" if checked is not None else ""
    return GreetingLine(kind, fact=Fact(1, FactKind.NOTE, "oat milk", at, "Maly", checked, by))


LINES = [
    (known(LineKind.ALLERGY, NOW - 400 * DAY), "Noted 16 October 2024 by Maly"),
    (known(LineKind.NOTE, NOW - DAY), "Noted yesterday by Maly"),
    (known(LineKind.WHY_THEY_COME, NOW - 30 * DAY), "Noted 4 weeks ago by Maly"),
    (known(LineKind.PREFERENCE_TO_CHECK, NOW - 400 * DAY), "Noted 16 October 2024 by Maly"),
    (
        known(LineKind.PREFERENCE, NOW - 400 * DAY, NOW - 8 * DAY),
        "Noted 16 October 2024 by Maly, still true a week ago (Kham)",
    ),
    (GreetingLine(LineKind.YOU_TOLD_US, at=NOW - DAY, said="cold"), "They said, yesterday: cold"),
    (GreetingLine(LineKind.YOU_TOLD_US, at=NOW - DAY, about="QUEUE"), "They said, yesterday: Waiting"),
    (GreetingLine(LineKind.YOU_TOLD_US, at=NOW - DAY), "They answered a feedback card: yesterday"),
    (GreetingLine(LineKind.SECOND_VISIT, at=NOW - DAY), "Here for the first time: yesterday"),
    (GreetingLine(LineKind.REQUEST_DUE, at=NOW - HOUR), "Promised for today at 11:00"),
    (GreetingLine(LineKind.REQUEST_READY, at=NOW + DAY), "Promised for tomorrow at 12:00"),
    (
        GreetingLine(LineKind.REWARD_READY, card=CardView(CARD, CARD.terms[0], 6)),
        "6 stamps on the card: Coffee card",
    ),
    (GreetingLine(LineKind.STAMPS_OWED, card=CardView(CARD, CARD.terms[0], -1)), "On the card: Coffee card"),
    (GreetingLine(LineKind.BIRTHDAY), "Born on 21 November"),
    (
        GreetingLine(LineKind.ANNIVERSARY, at=NOW - 366 * DAY),
        "The first visit that is noted was on 19 November 2024",
    ),
    (GreetingLine(LineKind.BACK_AFTER_LONG, every=3), "Used to come every 3 days"),
    (GreetingLine(LineKind.BACK_AFTER_LONG, every=1), "Used to come every day"),
    (GreetingLine(LineKind.BACK_AFTER_LONG, every=1, absence=Absence()), "Used to come every day"),
    (
        GreetingLine(LineKind.BACK_AFTER_LONG, every=1, absence=Absence(AwayReason.HOURS, note="New job")),
        "Why they were away: Work or hours changed (New job)",
    ),
    (GreetingLine(LineKind.FIRST_VISIT), "No visit is noted yet"),
    (GreetingLine(LineKind.NEW_SINCE, at=NOW - 2 * DAY), "Sold since Tuesday, of a kind they take"),
    (
        GreetingLine(LineKind.PRICE_SINCE, value=ValueReceived(9, 9, 225_000, NOW - DAY)),
        "Since 19 November 2025: 9 rewards taken, worth 225000.",
    ),
]
TELL_THEMSELVES = [
    GreetingLine(LineKind.RECOVERY),
    GreetingLine(LineKind.REQUEST_READY),
    GreetingLine(LineKind.BACK_AFTER_LONG),
    GreetingLine(LineKind.STAMPS_ENDING, at=NOW),
    GreetingLine(LineKind.PRICE_SINCE),
    GreetingLine(LineKind.NOTE),
]


@pytest.mark.parametrize(("line", "why"), LINES)
def test_a_line_says_why_it_is_there(line: GreetingLine, why: str) -> None:
    assert reason(EN, line, born=Birthday(11, 21), zone=UTC, now=NOW) == why


@pytest.mark.parametrize("line", TELL_THEMSELVES)
def test_what_tells_itself_needs_no_reason(line: GreetingLine) -> None:
    assert reason(EN, line, zone=UTC, now=NOW) == ""


@pytest.mark.parametrize(
    ("part", "why"),
    [
        (DayPart.MORNING, "Often with Lao coffee in the morning: 34 of 80 such orders"),
        (DayPart.AFTERNOON, "Often with Lao coffee in the afternoon: 34 of 80 such orders"),
        (DayPart.EVENING, "Often with Lao coffee in the evening: 34 of 80 such orders"),
    ],
)
def test_a_suggestion_tells_its_numbers(part: DayPart, why: str) -> None:
    offered = Suggestion(SODA, along=COFFEE, part=part, times=34, orders=80)
    assert suggestion_reason(EN, offered, UTC, NOW) == why


def test_something_new_says_since_when() -> None:
    assert (
        suggestion_reason(EN, Suggestion(SODA, since=NOW - 7 * DAY), UTC, NOW) == "New: sold since a week ago"
    )


@pytest.mark.parametrize(("line", "why"), LINES)
def test_all_of_it_is_said_in_lao_too(line: GreetingLine, why: str) -> None:
    said = reason(LO, line, born=Birthday(11, 21), zone=UTC, now=NOW)
    assert said
    assert said != why
