"""Each line of the greeting is a sentence that a cashier can read at a glance."""

from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.cards import CardView, Offer
from frontdesk.domain.greeting import GreetingLine, LineKind
from frontdesk.domain.programmes import Look, PassTerms, Programme, ProgrammeKind, Reward, Terms
from frontdesk.domain.said import Said
from frontdesk.texts import texts_for
from frontdesk.wording.greeting import line_sentence, welcome
from frontdesk.wording.hello import say_hello

EN = texts_for("en")
UTC = ZoneInfo("UTC")
HOUR = 60 * 60 * 1000
NOW = 1_763_640_000_000  # Thursday 20 November 2025, 12:00

COFFEE = Offer(Reward(1, 5, Said("coffee")), terms_id=1, times=1)
GYM = Programme(1, Look(Said("Gym pass")), (Terms(passes=PassTerms(10)),), ProgrammeKind.PASS)
PASS = CardView(GYM, GYM.terms[0], 10)
LUNCH = Offer(Reward(2, 10, Said("lunch")), terms_id=1, times=1)
TIERS = Programme(2, Look(Said("Lunch card")), (Terms((COFFEE.reward, LUNCH.reward)),))
TWO_READY = CardView(TIERS, TIERS.terms[0], 10, (COFFEE, LUNCH))

LINES = [
    (GreetingLine(LineKind.ALLERGY, text="peanuts"), "Allergy: peanuts"),
    (GreetingLine(LineKind.REQUEST_READY, text="a cake"), "Ready to hand over: a cake"),
    (
        GreetingLine(LineKind.REQUEST_DUE, text="a cake", at=NOW - 2 * HOUR),
        "Promised for now: a cake (2 hours late)",
    ),
    (GreetingLine(LineKind.REQUEST_OPEN, text="a cake"), "Asked for: a cake"),
    (
        GreetingLine(LineKind.REQUEST_OPEN, text="a cake", at=NOW + 24 * HOUR),
        "Promised tomorrow at 12:00: a cake",
    ),
    (GreetingLine(LineKind.REWARD_READY, number=1, offer=COFFEE), "Reward ready: free coffee"),
    (GreetingLine(LineKind.REWARD_READY, number=2, offer=COFFEE), "2 rewards ready: free coffee"),
    (
        GreetingLine(LineKind.REWARD_READY, number=2, offer=COFFEE, card=TWO_READY),
        "Reward ready: free coffee or free lunch",
    ),
    (
        GreetingLine(LineKind.STAMPS_OWED, number=1),
        "1 stamp was taken back later. The next one fills the gap.",
    ),
    (
        GreetingLine(LineKind.STAMPS_OWED, number=3),
        "3 stamps were taken back later. The next ones fill the gap.",
    ),
    (
        GreetingLine(LineKind.STAMPS_ENDING, number=1, at=NOW + 12 * HOUR),
        "1 stamp is good until 20 November. Tell Noy.",
    ),
    (
        GreetingLine(LineKind.STAMPS_ENDING, number=3, at=NOW + 60 * 24 * HOUR),
        "3 stamps are good until 19 January 2026. Tell Noy.",
    ),
    (
        GreetingLine(LineKind.PASS_ENDING, number=1, at=NOW + 12 * HOUR, card=PASS),
        "Gym pass: 1 visit is good until 20 November. Say so.",
    ),
    (
        GreetingLine(LineKind.PASS_ENDING, number=7, at=NOW + 36 * HOUR, card=PASS),
        "Gym pass: 7 visits are good until 21 November. Say so.",
    ),
    (
        GreetingLine(LineKind.PASS_ENDING, at=NOW + 36 * HOUR, card=PASS),
        "Gym pass: good until 21 November. Offer to renew it.",
    ),
    (GreetingLine(LineKind.PASS_USED_UP, card=PASS), "Gym pass: all visits are used. Offer a new one."),
    (GreetingLine(LineKind.PASS_OVER, number=1, card=PASS), "Gym pass: ended yesterday. Offer to renew it."),
    (GreetingLine(LineKind.PASS_OVER, number=3, card=PASS), "Gym pass: ended 3 days ago. Offer to renew it."),
    (GreetingLine(LineKind.BIRTHDAY, number=0), "It is Noy's birthday today"),
    (GreetingLine(LineKind.BIRTHDAY, number=1), "Noy's birthday is tomorrow"),
    (GreetingLine(LineKind.BIRTHDAY, number=5), "Noy's birthday is in 5 days"),
    (GreetingLine(LineKind.BIRTHDAY, number=-1), "Noy's birthday was yesterday"),
    (GreetingLine(LineKind.BIRTHDAY, number=-3), "Noy's birthday was 3 days ago"),
    (
        GreetingLine(LineKind.BACK_AFTER_LONG, number=50),
        "Not seen for 7 weeks. Say how good it is to see them.",
    ),
    (GreetingLine(LineKind.FIRST_VISIT), "First visit. Make Noy feel at home."),
    (GreetingLine(LineKind.PREFERENCE, text="oat milk"), "Likes: oat milk"),
    (GreetingLine(LineKind.NOTE, text="has a twin"), "Good to know: has a twin"),
]


@pytest.mark.parametrize(("line", "sentence"), LINES)
def test_each_line_is_a_sentence(line: GreetingLine, sentence: str) -> None:
    assert line_sentence(EN, line, name="Noy", zone=UTC, now=NOW) == sentence


def test_no_kind_of_line_is_left_without_words() -> None:
    assert {line.kind for line, _ in LINES} == set(LineKind)


def test_what_people_typed_is_shown_as_typed() -> None:
    line = GreetingLine(LineKind.NOTE, text="{name} %s <b>100 %</b>")
    said = line_sentence(EN, line, name="{text}", zone=UTC, now=NOW)
    assert said == "Good to know: {name} %s <b>100 %</b>"
    assert welcome(EN, "{0}") == "Welcome back, {0}"


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        (4, "Good morning, Noy"),
        (11, "Good morning, Noy"),
        (12, "Good afternoon, Noy"),
        (16, "Good afternoon, Noy"),
        (17, "Good evening, Noy"),
        (3, "Good evening, Noy"),
    ],
)
def test_hello_goes_with_the_hour(hour: int, said: str) -> None:
    assert say_hello(EN, "Noy", hour) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("lo", "ສະບາຍດີຕອນເຊົ້າ, ນ້ອຍ"),
        ("th", "สวัสดีตอนเช้า ນ້ອຍ"),
        ("km", "អរុណសួស្តី ນ້ອຍ"),
        ("ka", "დილა მშვიდობისა, ນ້ອຍ"),
    ],
)
def test_hello_is_said_in_the_customers_language(language: str, said: str) -> None:
    assert say_hello(texts_for(language), "ນ້ອຍ", 8).replace("\u200b", "") == said
