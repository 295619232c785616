"""Each setting of caring in the sentence that it makes."""

from dataclasses import replace

import pytest

from frontdesk.domain.care.care_rules import Axis, CareRules
from frontdesk.texts import texts_for
from frontdesk.wording.care_rules import (
    axis_name,
    axis_sentence,
    facts_age_sentence,
    false_alarms_name,
    false_alarms_sentence,
    greet_within_sentence,
    margin_sentence,
)

EN = texts_for("en")


@pytest.mark.parametrize(
    ("margin", "said"),
    [
        (25, "Promise 60 minutes, aim for 45."),
        (10, "Promise 60 minutes, aim for 54."),
        (0, "0: what is promised is what is aimed for."),
    ],
)
def test_the_margin_is_told_by_an_example(margin: int, said: str) -> None:
    assert margin_sentence(EN, CareRules(margin_percent=margin)) == said


def test_numbers_stand_in_their_sentences() -> None:
    rules = CareRules(facts_age_days=180, greet_within_s=1, false_alarms=20)
    assert "after 180 days" in facts_age_sentence(EN, rules)
    assert greet_within_sentence(EN, rules) == "Whoever comes in is greeted within 1 second."
    assert false_alarms_sentence(EN, rules).startswith("About 20 of 100 regulars a month")
    assert "1 day." in facts_age_sentence(EN, replace(rules, facts_age_days=1))


@pytest.mark.parametrize("language", ["en", "lo"])
def test_every_choice_has_a_name_and_a_sentence_of_its_own(language: str) -> None:
    texts = texts_for(language)
    assert len({axis_name(texts, axis) for axis in Axis}) == 3
    assert len({axis_sentence(texts, axis) for axis in Axis}) == 3
    assert len({false_alarms_name(texts, alarms) for alarms in (5, 10, 20)}) == 3
