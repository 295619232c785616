"""What is said of somebody who is missed, in English and in Lao."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.acts import Changes
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
from frontdesk.domain.regulars.greeting import GreetingLine, LineKind
from frontdesk.domain.regulars.slipping import Chance, Missing, Silence
from frontdesk.texts import CUSTOMER_LANGUAGES, Texts, texts_for
from frontdesk.wording.calling import missed_call
from frontdesk.wording.greeting import line_sentence
from frontdesk.wording.slipping import (
    absence_reason,
    away_reason_name,
    chance_sentence,
    done_sentence,
    fine_name,
    missing_sentence,
    reached_sentence,
    silence_sentence,
    step_sentence,
    undone_sentence,
    worth_sentence,
)

EN, LO = texts_for("en"), texts_for("lo")
ZONE = ZoneInfo("Asia/Vientiane")
NOW = int(datetime(2026, 11, 19, 1, 30, tzinfo=UTC).timestamp() * 1000)
YESTERDAY = NOW - 86_400_000
LAST = date(2026, 10, 22).toordinal()
NOY = Missed(
    1, "Noy", False, Missing.QUIET, Silence(LAST, 3.1, 3, 28), 28, Chance(94, 57), Worth(10.1, 300_000)
)
STEPS = (
    AbsenceStep(StepKind.CALLED, YESTERDAY, "Keo", b"", note="Broke her leg"),
    AbsenceStep(StepKind.ASKED, YESTERDAY, "Keo", b"", AwayReason.HEALTH),
    AbsenceStep(StepKind.FINE, YESTERDAY, "Keo", b"", until=date(2027, 6, 1)),
    AbsenceStep(StepKind.FINE, YESTERDAY, "Keo", b""),
)


@pytest.mark.parametrize(
    ("every", "silent", "said"),
    [
        (3, 28, "Comes every 3 days, silent for 28 days."),
        (1, 9, "Comes every day, silent for 9 days."),
    ],
)
def test_how_long_they_have_been_silent_against_how_often_they_came(
    every: int, silent: int, said: str
) -> None:
    missed = replace(NOY, silence=replace(NOY.silence, every=every), silent=silent)
    assert silence_sentence(EN, missed) == said


def test_what_became_of_such_silences_or_that_nobody_can_say() -> None:
    assert chance_sentence(EN, NOY.chance) == "Of 94 such silences here, 61 % ended with a visit."
    assert chance_sentence(EN, Chance(9, 5)).startswith("The shop has seen too few such silences")


def test_a_silence_far_beyond_those_that_the_shop_knows_is_not_made_light_of() -> None:
    silent = replace(NOY, silence=Silence(LAST, 5.0, 5, 89), silent=89, chance=Chance(3, 1))
    assert missing_sentence(EN, silent).startswith("Silent for too long to say")
    assert missing_sentence(EN, replace(silent, chance=Chance(94, 57))).startswith("Quiet, not lost")
    assert missing_sentence(EN, replace(NOY, chance=Chance(3, 1))).startswith("Quiet, not lost")
    lost = replace(silent, state=Missing.LOST, silence=Silence(LAST, 5.0, 5, 300))
    assert missing_sentence(EN, lost).startswith("Probably lost")


def test_what_they_brought() -> None:
    assert worth_sentence(EN, NOY.worth, "{} LAK".format) == "Brought about 300000 LAK a month."
    assert worth_sentence(EN, Worth(6.0, 259_972), str) == "Brought about 260000 a month."
    assert worth_sentence(EN, Worth(6.0, 0), str) == "Brought about 0 a month."
    assert worth_sentence(EN, Worth(10.1), str) == "Came about 10 times a month."
    assert worth_sentence(EN, Worth(0.9), str) == "Came about 1 time a month."


def test_who_was_in_touch() -> None:
    assert reached_sentence(EN, NOY, ZONE, NOW) == "Nobody has been in touch with them since."
    called = replace(NOY, reached_at=YESTERDAY)
    assert reached_sentence(EN, called, ZONE, NOW) == "Last in touch with them: yesterday."


def test_each_step_says_who_did_what_when() -> None:
    assert [step_sentence(EN, step, ZONE, NOW) for step in STEPS] == [
        "Keo called them, yesterday.\nBroke her leg",
        "Keo noted why, yesterday: Health.",
        "Keo noted that all is well until 1 June 2027, yesterday.",
        "Keo noted that all is well, for good, yesterday.",
    ]


def test_what_was_just_noted_is_said_beside_its_undo() -> None:
    said = [done_sentence(EN, AbsenceOutcome(1, step, b"", Changes()), "Noy") for step in STEPS]
    assert said == [
        "Noted that Noy was called.",
        "Noted why Noy stays away: Health.",
        "Noy is not missed before 1 June 2027.",
        "Noy is not missed any more.",
    ]
    assert undone_sentence(EN, "Noy") == "Taken back. Noy is as before."


@pytest.mark.parametrize(
    ("absence", "said"),
    [
        (Absence(), ""),
        (Absence(AwayReason.HEALTH), "Why they were away: Health"),
        (Absence(AwayReason.HEALTH, YESTERDAY, "Leg"), "Why they were away: Health (Leg)"),
        (Absence(AwayReason.UNKNOWN, YESTERDAY), "We got in touch: yesterday"),
        (Absence(None, YESTERDAY, "Comes soon"), "We got in touch, yesterday: Comes soon"),
    ],
)
def test_whoever_greets_them_is_told_the_most_useful_thing(absence: Absence, said: str) -> None:
    assert absence_reason(EN, absence, ZONE, NOW) == said


def test_all_of_it_is_said_in_lao() -> None:
    for one, other in zip(_all(EN), _all(LO), strict=True):
        assert one != other, one


def _all(texts: Texts) -> list[str]:
    said = [away_reason_name(texts, reason) for reason in AwayReason]
    said += [fine_name(texts, fine) for fine in Fine]
    said += [missing_sentence(texts, replace(NOY, state=state)) for state in Missing]
    said += [step_sentence(texts, step, ZONE, NOW) for step in STEPS]
    return [*said, silence_sentence(texts, NOY), chance_sentence(texts, NOY.chance)]


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (AwayReason.HEALTH, "Back after 5 weeks: Health"),
        (AwayReason.UNKNOWN, "Not seen for 5 weeks. Say how good it is to see them."),
        (None, "Not seen for 5 weeks. Say how good it is to see them."),
    ],
)
def test_whoever_is_back_is_greeted_with_the_reason_where_it_is_known(
    reason: AwayReason | None, said: str
) -> None:
    line = GreetingLine(LineKind.BACK_AFTER_LONG, number=36, absence=Absence(reason))
    assert line_sentence(EN, line, name="Noy", zone=ZONE, now=NOW) == said


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES)
def test_what_to_say_on_the_telephone_is_in_the_customers_language(language: str) -> None:
    texts = texts_for(language)
    named, unnamed = missed_call(texts, "Café Mekong", "Noy"), missed_call(texts, "Café Mekong")
    assert "Noy" in named
    assert "Café Mekong" in named
    assert "Café Mekong" in unnamed
    if language != "en":
        assert named != missed_call(EN, "Café Mekong", "Noy")
        assert unnamed != missed_call(EN, "Café Mekong")
