"""Each line of the greeting is a sentence that a cashier can read at a glance."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.loyalty.cards import CardView, Offer
from frontdesk.domain.loyalty.passes import Validity
from frontdesk.domain.loyalty.programmes import Look, PassTerms, Programme, ProgrammeKind, Reward, Terms
from frontdesk.domain.loyalty.value import ValueReceived
from frontdesk.domain.people.facts import Fact, FactKind, Reason
from frontdesk.domain.people.scripts import Script, script_of
from frontdesk.domain.regulars.greeting import GreetingLine, LineKind
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.said import Said
from frontdesk.texts import CUSTOMER_LANGUAGES, texts_for
from frontdesk.wording.greeting import line_sentence, welcome
from frontdesk.wording.hello import Hello, hello_at, say_hello, sound_of

EN = texts_for("en")
UTC = ZoneInfo("UTC")
HOUR = 60 * 60 * 1000
NOW = 1_763_640_000_000  # Thursday 20 November 2025, 12:00

COFFEE = Offer(Reward(1, 5, Said("coffee")), terms_id=1, times=1)
GYM = Programme(1, Look(Said("Gym pass")), (Terms(passes=PassTerms(10)),), ProgrammeKind.PASS)
PASS = CardView(GYM, GYM.terms[0], 10)
LUNCH = Offer(Reward(2, 10, Said("lunch")), terms_id=1, times=1)
TIERS = Programme(2, Look(Said("Lunch card")), (Terms((COFFEE.reward, LUNCH.reward)),))
SODA = Product(3, "Lime soda", 18_000)
HAD = ValueReceived(9, 9, 225_000, NOW - 19 * 24 * HOUR)
OAT_MILK = Fact(1, FactKind.PREFERENCE, "oat milk", NOW)
FOR_MALY = Fact(2, FactKind.WHY, "", NOW, reason=Reason.PEOPLE, whom_id=2, whom="Maly")
VALID = Validity(NOW + 90 * 24 * HOUR, 7, 10)
TWO_READY = CardView(TIERS, TIERS.terms[0], 10, (COFFEE, LUNCH))

LINES = [
    (GreetingLine(LineKind.ALLERGY, text="peanuts"), "Allergy: peanuts"),
    (
        GreetingLine(LineKind.RECOVERY, text="cold soup"),
        "To be put right: cold soup. Say that you know, and how far it is.",
    ),
    (
        GreetingLine(LineKind.RECOVERY_TO_CONFIRM, text="cold soup"),
        "We put this right: cold soup. Ask: is it right for them now?",
    ),
    (
        GreetingLine(LineKind.YOU_TOLD_US, text="the soup is hot now"),
        "Thank Noy for saying so, and tell them: the soup is hot now",
    ),
    (GreetingLine(LineKind.ASK_HOW), "Never asked how we do: hand them a card"),
    (GreetingLine(LineKind.ASK_HOW, number=9), "Not asked for 9 weeks how we do: hand them a card"),
    (
        GreetingLine(LineKind.FOLLOW_UP, text="ask about the new chairs"),
        "To follow up: ask about the new chairs",
    ),
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
    (GreetingLine(LineKind.ANNIVERSARY, number=1), "Noy has been coming for 1 year. Say thank you."),
    (GreetingLine(LineKind.ANNIVERSARY, number=5), "Noy has been coming for 5 years. Say thank you."),
    (GreetingLine(LineKind.PREFERENCE_TO_CHECK, fact=OAT_MILK), "Still oat milk?"),
    (GreetingLine(LineKind.WHY_THEY_COME, fact=FOR_MALY), "Comes for Maly"),
    (
        GreetingLine(LineKind.PASS_VALID, at=NOW + 90 * 24 * HOUR, card=replace(PASS, validity=VALID)),
        "Gym pass: 7 of 10 visits left, until 18 February 2026",
    ),
    (GreetingLine(LineKind.NEW_SINCE, product=SODA), "New since last time: Lime soda"),
    (
        GreetingLine(LineKind.PRICE_SINCE, product=SODA, was=15_000),
        "Lime soda costs 18,000 LAK now, before it was 15,000 LAK.",
    ),
    (
        GreetingLine(LineKind.VALUE, value=HAD),
        "Since 1 November 2025: 9 rewards taken, worth 225,000 LAK.",
    ),
    (
        GreetingLine(LineKind.REQUEST_DECLINED, text="home delivery"),
        "We could not do this for them: home delivery",
    ),
    (GreetingLine(LineKind.SECOND_VISIT), "Their second time: is all well?"),
    (GreetingLine(LineKind.FIRST_VISIT), "First visit. Make Noy feel at home."),
    (GreetingLine(LineKind.PREFERENCE, text="oat milk"), "Likes: oat milk"),
    (GreetingLine(LineKind.NOTE, text="has a twin"), "Good to know: has a twin"),
]


def price(amount: int) -> str:
    return f"{amount:,} LAK"


@pytest.mark.parametrize(("line", "sentence"), LINES)
def test_each_line_is_a_sentence(line: GreetingLine, sentence: str) -> None:
    assert line_sentence(EN, line, name="Noy", zone=UTC, now=NOW, price=price) == sentence


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
    assert say_hello(EN, hello_at(hour), "Noy") == said


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
    assert say_hello(texts_for(language), Hello.MORNING, "ນ້ອຍ").replace("\u200b", "") == said


def test_on_their_birthday_it_is_wished() -> None:
    assert hello_at(8, birthday=True) is Hello.BIRTHDAY
    assert say_hello(EN, Hello.BIRTHDAY, "Noy") == "Happy birthday, Noy"


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES)
@pytest.mark.parametrize("hello", Hello)
def test_whoever_is_not_called_by_name_is_greeted_without_it(language: str, hello: Hello) -> None:
    texts = texts_for(language)
    said = say_hello(texts, hello)
    assert said
    assert "{" not in said
    assert "Noy" not in said
    assert language == "en" or said != say_hello(EN, hello)


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES)
@pytest.mark.parametrize("hello", Hello)
@pytest.mark.parametrize(("reader", "reads"), [(Script.LATIN, "en"), (Script.LAO, "lo")])
def test_each_greeting_can_be_said_by_whoever_reads_another_script(
    language: str, hello: Hello, reader: Script, reads: str
) -> None:
    sound = sound_of(language, hello, reader, "NAME")
    if language == reads:
        assert sound == ""
        return
    words, name = sound.rsplit(", ", 1)
    assert (script_of(words), name) == (reader, "NAME")
    assert sound_of(language, hello, reader) == words


def test_a_language_that_is_not_known_is_said_in_english() -> None:
    assert sound_of("xx", Hello.MORNING, Script.LATIN) == ""
