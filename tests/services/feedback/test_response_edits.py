"""Whoever has the card says it anew: what stays of before, and what was done about that."""

from dataclasses import replace
from typing import Any

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.feedback.responses import (
    Answer,
    Response,
    ResponseDraft,
    ResponseSaved,
    ResponseState,
    WayBack,
)
from frontdesk.domain.refusals import RefusalCode, Refused
from tests.services.counter_acts import enrol, in_order
from tests.services.feedback.feedback_acts import draft, issue, take, undo


def test_there_and_back_again_is_an_edit_and_the_same_once_more_is_not(desk: FrontDesk) -> None:
    """The page's form makes one act of the same words, also when others were sent in between."""
    card, act = issue(desk), desk.act()

    def send(mood: Mood, act: Act) -> ResponseSaved:
        return desk.submit(desk.responses.take, act, card.id, draft(mood), WayBack.PAGE).result()

    first, _ = send(Mood.VERY_GOOD, act), send(Mood.BAD, desk.act())
    for _ in range(2):
        back = send(Mood.VERY_GOOD, act).response
        assert (back.id, back.mood) == (first.response.id, Mood.VERY_GOOD)
    assert len(desk.responses.story(back.id).steps) == 3
    in_order(desk)


def test_an_edit_leaves_the_words_to_a_question_that_is_asked_no_more(desk: FrontDesk) -> None:
    card = issue(desk)
    said = (Answer(Topic.LIKED, words="the tea"), Answer(Topic.CHANGE, words="IMPORTANT"))
    take(desk, card, ResponseDraft(Mood.FAIR, said))
    rules = replace(desk.feedback_rules.rules(), topics=(Topic.VISIT, Topic.LIKED))
    desk.submit(desk.feedback_rules.change, desk.act(), rules).result()
    assert take(desk, card, ResponseDraft(Mood.GOOD)).response.answers == said[1:]
    emptied = ResponseDraft(Mood.GOOD, (Answer(Topic.CHANGE),))
    assert take(desk, card, emptied).response.answers == ()


def test_what_they_were_to_be_told_is_not_told_of_other_words(desk: FrontDesk) -> None:
    noy = enrol(desk)
    card = issue(desk, noy)
    key = take(desk, card, draft(Mood.FAIR, disliked="cold")).response.id
    told = desk.submit(desk.responses.tell, desk.act(), key, "we made a new one").result()
    assert take(desk, card, replace(draft(Mood.FAIR, disliked="cold"), name="Bee")).response.told
    edited = take(desk, card, draft(Mood.BAD, disliked="glass in it")).response
    assert (edited.told, edited.state) == ("", ResponseState.NEW)
    with pytest.raises(Refused) as refused:
        undo(desk, told)
    assert refused.value.code is RefusalCode.RESPONSE_MOVED_ON
    take(desk, card, draft(Mood.GOOD))
    assert desk.recoveries.of(noy) == (), "nobody has seen to it"
    in_order(desk)


def test_who_was_not_shown_what_stands_adds_to_it(desk: FrontDesk) -> None:
    """Another phone with the same card, or the same one from the card's square."""
    card = issue(desk)
    worded = desk.submit(desk.questions.reword, desk.act(), Topic.VISIT, card.language, "And?").result()
    stood = (
        Answer(Topic.VISIT, version=worded.question.version),
        Answer(Topic.LIKED, ContactPoint.PLACE, "the tea"),
        Answer(Topic.CHANGE, words="the music"),
    )
    take(desk, card, ResponseDraft(Mood.FAIR, stood, "Noy", "020 1"))

    def add(*args: Any) -> Response:
        said = ResponseDraft(*args)
        sending = desk.submit(desk.responses.take, desk.act(), card.id, said, WayBack.PAGE, True)
        return sending.result().response

    liked = Answer(Topic.LIKED, words="the cake")
    added = add(None, (liked, Answer(Topic.BETTER, words="a bench")))
    assert (added.mood, added.name, added.contact) == (Mood.FAIR, "Noy", "020 1")
    assert added.answers == (
        stood[0],
        replace(liked, point=ContactPoint.PLACE),
        stood[2],
        Answer(Topic.BETTER, words="a bench"),
    )
    again = add(Mood.BAD, (), "Keo")
    assert (again.mood, again.name, again.answers) == (Mood.BAD, "Keo", added.answers[1:])
    in_order(desk)
