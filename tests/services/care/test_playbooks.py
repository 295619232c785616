"""Playbooks: good ones ship, and a shop may say all of it in its own words."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.playbooks import Handling, OwnWords, Situation, Step, StepKind
from frontdesk.domain.refusals import Refused
from frontdesk.domain.text import BadInput
from frontdesk.services.care.playbooks import PlaybookSaved
from tests.services.counter_acts import enrol, hire, refusal

OURS = OwnWords(
    "Cold coffee", (Step(1, StepKind.SAY, "A hot one, at once."), Step(9, StepKind.DO, "Make it."))
)


def save(
    desk: FrontDesk, situation: str = "", language: str = "en", handling: Handling | None = None
) -> PlaybookSaved:
    made = handling or Handling()
    return desk.submit(desk.playbooks.save, desk.act(), situation, language, OURS, made).result()


def test_every_situation_has_its_playbook_in_every_language_of_the_windows(desk: FrontDesk) -> None:
    for language in ("en", "lo"):
        every = desk.playbooks.all(language)
        assert [each.situation for each in every] == list(Situation)
        assert all(each.name and len(each.steps) >= 5 and not each.own for each in every)


def test_what_is_said_aloud_stands_also_in_the_customers_language(desk: FrontDesk) -> None:
    mixed = desk.playbooks.read(Situation.WAITED, "lo", "th")
    for step in mixed.steps:
        assert bool(step.said) is (step.kind in (StepKind.SAY, StepKind.ASK))
        assert step.text != step.said
    assert not any(step.said for step in desk.playbooks.read(Situation.WAITED, "lo", "lo").steps)
    assert not any(step.said for step in desk.playbooks.read(Situation.WAITED, "lo").steps)


def test_the_shops_own_words_take_the_place_of_ours_in_their_language(desk: FrontDesk) -> None:
    saved = save(desk, Situation.WAITED, handling=Handling(2, calls=True))
    english, lao = (desk.playbooks.read(Situation.WAITED, language) for language in ("en", "lo"))
    assert (english.name, english.steps, english.own) == ("Cold coffee", OURS.steps, True)
    assert not lao.own
    assert len(lao.steps) == 5
    assert english.handling == lao.handling == Handling(2, calls=True)  # of whatever language the reader is
    assert desk.playbooks.read(Situation.WAITED, "lo", "en").steps[0].said == "A hot one, at once."
    desk.submit(desk.playbooks.restore, desk.act(), saved).result()
    assert not desk.playbooks.read(Situation.WAITED, "en").own
    assert desk.playbooks.handling(Situation.WAITED) == Handling()


def test_as_shipped_again_and_back(desk: FrontDesk) -> None:
    save(desk, Situation.RUDE, handling=Handling(0))
    reset = desk.submit(desk.playbooks.reset, desk.act(), Situation.RUDE, "en").result()
    assert desk.playbooks.handling(Situation.RUDE).calls
    assert not desk.playbooks.read(Situation.RUDE, "en").own
    desk.submit(desk.playbooks.restore, desk.act(), reset).result()
    assert desk.playbooks.read(Situation.RUDE, "en").steps == OURS.steps
    assert desk.playbooks.handling(Situation.RUDE) == Handling(0)
    assert desk.store.read().value("SELECT count(*) FROM playbook") == 6  # each version is kept


def test_a_situation_of_the_shops_own(desk: FrontDesk) -> None:
    first, second = save(desk), save(desk)
    assert (first.situation, second.situation) == ("OWN_1", "OWN_2")
    assert [each.name for each in desk.playbooks.all("lo")][-2:] == ["Cold coffee"] * 2
    told = desk.submit(desk.recoveries.record, desk.act(), first.situation, enrol(desk)).result().recovery
    assert told.situation == "OWN_1"
    desk.submit(desk.playbooks.reset, desk.act(), first.situation, "en").result()
    assert [each.situation for each in desk.playbooks.all("en")][-1:] == ["OWN_2"]
    assert desk.playbooks.read("OWN_1", "lo").name == "Cold coffee"  # what was recorded keeps its name
    assert save(desk).situation == "OWN_3"


def test_only_the_manager_says_what_is_said(desk: FrontDesk) -> None:
    desk.staff_id = hire(desk)
    for wanted in (
        lambda: save(desk, Situation.RUDE),
        lambda: desk.submit(desk.playbooks.reset, desk.act(), Situation.RUDE, "en").result(),
    ):
        with pytest.raises(Refused) as refused:
            wanted()
        assert refusal(refused) == ("ONLY_MANAGER", "CALL_MANAGER")


@pytest.mark.parametrize(
    "words",
    [
        OwnWords("", OURS.steps),
        OwnWords("x" * 60, OURS.steps),
        OwnWords("Empty", ()),
        OwnWords("Blank", (Step(1, StepKind.DO, "  "),)),
        OwnWords("Long", (Step(1, StepKind.DO, "x" * 500),)),
        OwnWords("Many", tuple(Step(key, StepKind.DO, "x") for key in range(13))),
    ],
)
def test_a_playbook_can_be_read_at_a_glance(desk: FrontDesk, words: OwnWords) -> None:
    with pytest.raises(BadInput):
        desk.submit(desk.playbooks.save, desk.act(), "RUDE", "en", words, Handling()).result()


def test_goodwill_is_suggested_within_reason(desk: FrontDesk) -> None:
    save(desk, Situation.RUDE, handling=Handling(99))
    assert desk.playbooks.handling(Situation.RUDE).goodwill == 5


def test_the_same_gesture_twice_is_one_version(desk: FrontDesk) -> None:
    act = desk.act()
    codes = [
        desk.submit(desk.playbooks.save, act, "", "en", OURS, Handling()).result().situation for _ in range(2)
    ]
    assert codes == ["OWN_1", "OWN_1"]
    assert desk.store.read().value("SELECT count(*) FROM playbook") == 2
