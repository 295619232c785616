"""Answers in words: one line of what was said, what became of it, and what one may say next time."""

from dataclasses import replace

import pytest

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.questions import BOXES, Mood, Topic
from frontdesk.domain.feedback.responses import Answer, Response, ResponseState, Step, StepKind, WayBack
from frontdesk.texts import LANGUAGES, texts_for
from frontdesk.wording.responses import (
    card_words,
    first_words,
    inbox_sentence,
    step_sentence,
    told_suggestions,
    whose,
)

EN = texts_for("en")
SAID = Response(1, 1, 12, False, WayBack.PAGE, "en", 0, 0, Mood.BAD, (), ResponseState.NEW)
STAFF = {1: "Noy", 2: "Keo"}


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        ((), "Bad"),
        ((Answer(Topic.LIKED, ContactPoint.PLACE),), "Liked: The place"),
        ((Answer(Topic.LIKED, words="cakes"), Answer(Topic.DISLIKED, ContactPoint.QUEUE)), "cakes"),
        ((Answer(Topic.LIKED, words="cakes"), Answer(Topic.BETTER, words="more\n shade")), "more shade"),
        (
            (Answer(Topic.LIKED, ContactPoint.PLACE), Answer(Topic.DISLIKED, ContactPoint.QUEUE)),
            "Did not like: Waiting",
        ),
    ],
)
def test_one_line_says_their_words_and_what_was_missed_before_praise(
    answers: tuple[Answer, ...], line: str
) -> None:
    assert first_words(EN, replace(SAID, answers=answers)) == line


def test_whose_it_is_and_on_which_card() -> None:
    assert whose(EN, SAID) == "Somebody"
    assert whose(EN, replace(SAID, name="Bee")) == "Bee"
    assert whose(EN, replace(SAID, name="Bee", customer_name="Beatrice")) == "Beatrice"
    assert (card_words(EN, SAID), card_words(EN, replace(SAID, shared=True))) == ("Card 12", "Shared code 12")


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Step(1, StepKind.OWNER, "2", "1", 0, by="Noy"), "Noy took it on."),
        (Step(1, StepKind.OWNER, "1", "2", 0, by="Noy"), "Keo is to see to it."),
        (Step(1, StepKind.STATE, "NEW", "IN_HAND", 0, by="Noy"), ""),  # who took it on says so
        (Step(1, StepKind.STATE, "DONE", "IN_HAND", 0, by="Noy"), "Noy: Somebody sees to it"),
        (Step(1, StepKind.STATE, "DONE", "NEW", 0, by="Noy"), "It is new once more."),  # by an edit
        (Step(1, StepKind.REPLIED, "", "SMS", 0, "Dear Bee", "Noy"), "Noy opened the reply in SMS."),
        (Step(1, StepKind.REPLIED, "", "COPY", 0, "Dear Bee", "Noy"), "Noy copied the reply."),
        (Step(1, StepKind.REPLIED, "", "PAPER", 0, "Dear Bee", "Noy"), "Noy printed the reply."),
        (Step(1, StepKind.TOLD, "", "", 0, "It works.", "Noy"), "Noy noted what was done: It works."),
        (Step(1, StepKind.TOLD, "", "", 0, "", "Noy"), ""),  # that nothing is to be said any more
        (Step(1, StepKind.SAID, "", "", 0, by="Keo"), "Keo told them."),
        (Step(1, StepKind.THANKS, "7", "2", 0), "Thanks in it went to Keo."),
        (Step(1, StepKind.CUSTOMER, "", "9", 0, by="Noy"), "Noy said whose it is."),
    ],
)
def test_each_step_is_a_sentence(step: Step, said: str) -> None:
    assert step_sentence(EN, step, SAID, STAFF) == said


@pytest.mark.parametrize("way", WayBack)
def test_how_it_came_is_said_and_who_keyed_it_in(way: WayBack) -> None:
    said = step_sentence(EN, Step(1, StepKind.CAME, "", way, 0, by="Noy"), replace(SAID, way=way), STAFF)
    assert ("Noy keyed it in" in said) is (way in (WayBack.MESSAGE, WayBack.PAPER))
    changed = step_sentence(EN, Step(1, StepKind.CHANGED, "", "", 0, by="Noy"), replace(SAID, way=way), STAFF)
    assert ("Noy corrected" in changed) is ("Noy keyed it in" in said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_to_say_fits_what_was_ticked(language: str) -> None:
    texts = texts_for(language)
    first = {
        told_suggestions(texts, replace(SAID, answers=(Answer(Topic.DISLIKED, box),)))[0] for box in BOXES
    }
    assert len(first) == len(BOXES)
    idea = replace(SAID, mood=Mood.GOOD, answers=(Answer(Topic.CHANGE, words="a lamp"),))
    praise = replace(SAID, mood=Mood.GOOD)
    assert told_suggestions(texts, idea) != told_suggestions(texts, praise)
    assert all(told_suggestions(texts, each) for each in (SAID, idea, praise, replace(SAID, mood=None)))


def test_how_much_waits() -> None:
    assert inbox_sentence(EN, 0, 0) == "Nothing waits."
    assert inbox_sentence(EN, 1, 0) == "1 answer to see to."
    assert inbox_sentence(EN, 3, 2) == "3 answers to see to, 2 of somebody who was not happy."
