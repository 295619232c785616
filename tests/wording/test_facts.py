"""What is known of people, in words: why they come, whether it still holds, who noted it when."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.acts import Changes
from frontdesk.domain.days import DAY
from frontdesk.domain.people.facts import Answer, Fact, FactKind, FactOutcome, Reason
from frontdesk.domain.people.scripts import Script, script_of
from frontdesk.texts import CUSTOMER_LANGUAGES, Texts, texts_for
from frontdesk.wording.facts import (
    answer_name,
    noted_words,
    outcome_sentence,
    question,
    reason_name,
    undone_sentence,
    why_sentence,
)
from frontdesk.wording.hello import ask_why, sound_of_why

EN, LO, UTC = texts_for("en"), texts_for("lo"), ZoneInfo("UTC")
NOW = 1_763_640_000_000  # Thursday 20 November 2025, 12:00
OAT = Fact(1, FactKind.PREFERENCE, "oat milk", NOW - 400 * DAY, "Maly")
PEOPLE = Fact(2, FactKind.WHY, "", NOW, "Maly", reason=Reason.PEOPLE, whom_id=3, whom="Kham")
LONG = "sits by the window, and likes the paper with it, the one in English"


def outcome(answer: Answer | None, fact: Fact | None, before: Fact | None = None) -> FactOutcome:
    return FactOutcome(1, fact, b"", Changes.of(1), answer, before)


@pytest.mark.parametrize(
    ("fact", "asked"),
    [
        (OAT, "Still oat milk?"),
        (replace(OAT, text="oat milk\nno sugar"), "Still oat milk no sugar?"),
        (replace(OAT, text=LONG), f"Is it still so? {LONG}"),
        (replace(OAT, kind=FactKind.NOTE), "Is it still so? oat milk"),
        (replace(OAT, kind=FactKind.ALLERGY, text="nuts"), "Still allergic to this? nuts"),
        (PEOPLE, "Is it still so? Comes for Kham"),
        (replace(OAT, text="{text} 100 %"), "Still {text} 100 %?"),
    ],
)
def test_a_question_is_one_sentence(fact: Fact, asked: str) -> None:
    assert question(EN, fact) == asked


def test_who_noted_it_and_who_asked_again() -> None:
    assert noted_words(EN, OAT, UTC, NOW) == "Noted 16 October 2024 by Maly"
    assert noted_words(EN, replace(OAT, noted_by=""), UTC, NOW) == "Noted 16 October 2024"
    checked = replace(OAT, checked_at=NOW - DAY, checked_by="Kham")
    assert noted_words(EN, checked, UTC, NOW) == "Noted 16 October 2024 by Maly, still true yesterday (Kham)"


def test_their_own_words_follow_the_reason() -> None:
    assert why_sentence(EN, replace(PEOPLE, text="always kind")) == "Comes for Kham: “always kind”"
    assert why_sentence(EN, replace(PEOPLE, whom="")) == "Comes for the people here"


@pytest.mark.parametrize("texts", [EN, LO])
def test_every_reason_and_every_answer_has_words_of_its_own(texts: Texts) -> None:
    why = [why_sentence(texts, replace(PEOPLE, reason=reason)) for reason in Reason]
    for said in (
        why,
        [reason_name(texts, each) for each in Reason],
        [answer_name(texts, each) for each in Answer],
    ):
        assert len(set(said)) == len(said)
        assert all(said)


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (outcome(Answer.STANDS, OAT, OAT), "Still true for Noy: oat milk"),
        (outcome(Answer.CHANGED, replace(OAT, text="soy"), OAT), "Changed for Noy: soy"),
        (outcome(Answer.GONE, None, OAT), "No longer so for Noy: oat milk"),
        (outcome(None, OAT), "Noted for Noy: oat milk"),
        (outcome(None, PEOPLE), "Noted for Noy: Comes for Kham"),
    ],
)
def test_what_an_act_did_is_said(done: FactOutcome, said: str) -> None:
    assert outcome_sentence(EN, done, "Noy") == said
    assert outcome_sentence(LO, done, "Noy") != said


def test_what_was_taken_back_is_said() -> None:
    assert undone_sentence(EN, outcome(None, None, OAT), "Noy") == "Taken back: oat milk"
    said = undone_sentence(EN, outcome(Answer.GONE, OAT, OAT), "Noy")
    assert said == "Taken back. Known of Noy as before: oat milk"


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES)
def test_the_question_why_is_asked_in_the_customers_language(language: str) -> None:
    asked = ask_why(texts_for(language))
    assert asked
    assert language == "en" or asked != ask_why(EN)
    latin, lao = sound_of_why(language, Script.LATIN), sound_of_why(language, Script.LAO)
    assert bool(latin) is (language != "en")
    assert bool(lao) is (language != "lo")
    assert not latin or script_of(latin) is Script.LATIN
    assert not lao or script_of(lao) is Script.LAO
