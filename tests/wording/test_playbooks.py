"""The playbooks that ship: whole in every language that staff read, and safe to follow."""

import pytest

from frontdesk.domain.care.playbooks import ALOUD, KINDS, Situation, StepKind
from frontdesk.texts import CUSTOMER_LANGUAGES, LANGUAGES, texts_for
from frontdesk.wording.playbooks import shipped_steps, situation_name, step_kind_name
from frontdesk.wording.playbooks_said import said_aloud

EN = texts_for("en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("situation", Situation)
def test_every_step_has_its_words(situation: Situation, language: str) -> None:
    texts = texts_for(language)
    steps = shipped_steps(texts, texts, situation)
    assert [step.kind for step in steps] == list(KINDS[situation])
    assert [step.key for step in steps] == list(range(1, len(steps) + 1))
    assert all(step.text and not step.said for step in steps)
    if language != "en":
        english = shipped_steps(EN, EN, situation)
        assert all(one.text != other.text for one, other in zip(steps, english, strict=True))
        assert situation_name(texts, situation) != situation_name(EN, situation)


@pytest.mark.parametrize("language", [code for code in CUSTOMER_LANGUAGES if code != "en"])
@pytest.mark.parametrize("situation", Situation)
def test_what_is_said_aloud_is_in_every_language_of_customers(situation: Situation, language: str) -> None:
    theirs = said_aloud(texts_for(language), situation)
    assert len(theirs) == sum(kind in ALOUD for kind in KINDS[situation])
    assert not set(theirs) & set(said_aloud(EN, situation))


def test_help_comes_before_everything_else_and_nobody_says_what_it_was() -> None:
    first, *rest = shipped_steps(EN, EN, Situation.UNWELL)
    assert "call the ambulance first" in first.text
    told = " ".join(step.text for step in rest)
    assert "Do not say what it was, and promise nothing about the cause" in told
    assert "Give no medicine" in told
    assert "Keep what is left of it" in told


def test_nobody_argues() -> None:
    assert "you never win an argument" in shipped_steps(EN, EN, Situation.RUDE)[0].text
    price = " ".join(step.text for step in shipped_steps(EN, EN, Situation.PRICE))
    assert "that price holds" in price


def test_every_kind_of_step_has_a_word() -> None:
    assert len({step_kind_name(EN, kind) for kind in StepKind}) == len(StepKind)


def test_a_situation_of_the_shops_own_is_called_as_the_shop_calls_it() -> None:
    assert situation_name(EN, "OWN_1", "No seat left") == "No seat left"
    assert situation_name(EN, "OWN_1") == "Something else"
