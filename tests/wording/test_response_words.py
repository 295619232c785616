"""Figures of answers say on how many they rest, and Today says what somebody answered."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.response_figures import Handed, Tally, WeekMood
from frontdesk.domain.feedback.said_often import SaidOften
from frontdesk.texts import LANGUAGES, texts_for
from frontdesk.wording.response_figures import (
    all_sentence,
    batch_sentence,
    format_name,
    host_sentence,
    often_sentence,
    week_sentence,
)
from frontdesk.wording.response_news import answer_task

EN, ZONE = texts_for("en"), ZoneInfo("UTC")
WEEK = date(2026, 11, 16)
FEW, ENOUGH = Tally((3, 2, 1), 3, 12, 0), Tally(tuple(range(20)), 18, 63, 3)
ITEM = TodayItem(TodayKind.RESPONSE, 1, WEEK)


def test_few_answers_say_nothing_of_a_mood() -> None:
    assert all_sentence(EN, FEW) == "3 answers came back: too few to say how you are doing."
    assert week_sentence(EN, WeekMood(WEEK, FEW)) == "Week of 16 November: 3 answers, too few to say."
    assert all_sentence(EN, ENOUGH) == (
        "20 answers came back. Of 18 faces the mean is 3.5 of 5; 3 were not happy."
    )
    assert week_sentence(EN, WeekMood(WEEK, ENOUGH)) == (
        "Week of 16 November: 20 answers. Of 18 faces the mean is 3.5 of 5; 17 % were not happy."
    )


def test_a_rate_rests_on_its_cards_and_shared_codes_have_none() -> None:
    sheet = Handed(40, 10, ENOUGH, CardFormat.CARD, 1_795_000_000_000, "Keo")
    assert batch_sentence(EN, sheet, ZONE) == (
        "Cards with Keo, 18 November 2026: of 40 cards, 10 came back (25 %)."
    )
    single = Handed(3, 1, FEW)
    assert batch_sentence(EN, single, ZONE) == (
        "Handed over one by one: of 3 cards, 1 came back; too few to say."
    )
    screen = Handed(0, 1, FEW, CardFormat.SCREEN)
    assert batch_sentence(EN, screen, ZONE) == "Customer's screen: 3 answers. Nobody knows how many saw it."
    assert host_sentence(EN, sheet) == "Keo: of 40 cards, 10 came back (25 %)."
    assert host_sentence(EN, replace(sheet, host="")).startswith("Cards without a face: ")


def test_what_was_typed_stays_as_it_was_typed() -> None:
    assert (
        often_sentence(EN, SaidOften((1, 2), "{n} <b>cold</b> %s")) == "“{n} <b>cold</b> %s”: in 2 answers."
    )
    assert often_sentence(EN, SaidOften((1,), point=ContactPoint.QUEUE)) == "Waiting: ticked 1 time."


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (replace(ITEM, text="cold {x}", at_once=True), "Was not happy: cold {x}"),
        (replace(ITEM, about="PLACE", at_once=True), "Was not happy: The place"),
        (replace(ITEM, at_once=True), "Was not happy, and said no more. Let them know that it was read."),
        (replace(ITEM, text="the tea"), "Answered: the tea"),
        (ITEM, "Answered a feedback card. Say thank you."),
    ],
)
def test_today_says_what_somebody_answered(item: TodayItem, said: str) -> None:
    assert answer_task(EN, item) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_has_a_name(language: str) -> None:
    assert all(format_name(texts_for(language), format) for format in CardFormat)
