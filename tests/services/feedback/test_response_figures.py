"""The summary of answers: for managers, with what it rests on, and quick also for thousands."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.care.care_spans import CareSpan
from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.feedback_cards import CardFormat
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.feedback.response_figures import ResponseSummary
from frontdesk.domain.feedback.responses import ResponseState
from frontdesk.domain.refusals import Refused
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, hire, refusal
from tests.services.feedback.feedback_acts import draft, issue, take


def summary(desk: FrontDesk, span: CareSpan = CareSpan.FOUR_WEEKS) -> ResponseSummary:
    made = desk.response_figures.summary(desk.act(), span)
    assert made is not None
    return made


def test_all_that_came_in_the_span_is_told_with_what_it_rests_on(desk: FrontDesk, clock: FakeClock) -> None:
    noy, poster = enrol(desk), issue(desk, format=CardFormat.POSTER)
    take(desk, issue(desk, noy), draft(Mood.GOOD, liked="the tea"))
    take(desk, poster)
    clock.forward(weeks=10)
    cards = desk.submit(desk.feedback.issue, desk.act(), 6, "lo").result().cards
    cold = take(desk, cards[0], draft(Mood.BAD, disliked="cold coffee", point=ContactPoint.PRODUCT))
    clock.forward(weeks=1)
    again = take(desk, poster, draft(Mood.FAIR, disliked="The coffee was cold"))
    joke = take(desk, cards[1], draft(Mood.FAIR, disliked="cold coffee", point=ContactPoint.PRODUCT))
    desk.submit(desk.responses.move, desk.act(), joke.response.id, ResponseState.SET_ASIDE).result()
    told = summary(desk)
    assert told.tally.ids == (again.response.id, cold.response.id)
    assert (told.tally.faces, told.tally.unhappy, told.tally.mean) == (2, 1, 2.0)
    assert [len(week.tally.ids) for week in told.weeks] == [1, 1]
    box, words = told.disliked
    assert (box.point, box.ids) == (ContactPoint.PRODUCT, (cold.response.id,))
    assert (words.words, words.ids) == ("cold coffee", told.tally.ids)
    assert told.liked == ()
    sheet, shared = told.batches
    assert (shared.cards, shared.tally.ids) == (0, (again.response.id,))
    assert (sheet.cards, sheet.answered, sheet.at) == (6, 1, cold.response.at)
    assert [(each.host, each.cards) for each in told.hosts] == [("", 6)]
    assert len(summary(desk, CareSpan.SINCE_OPENING).tally.ids) == 4
    listed = desk.response_figures.listed((*told.tally.ids, joke.response.id))
    assert [each.response_id for each in listed] == list(told.tally.ids)
    assert listed[1].gist.words == "cold coffee"


def test_a_shop_that_asked_nobody_has_nothing_to_say(desk: FrontDesk) -> None:
    told = summary(desk, CareSpan.SINCE_OPENING)
    assert (told.tally.ids, told.weeks, told.batches, told.liked, told.disliked) == ((), (), (), (), ())


def test_it_is_for_managers_and_can_be_stopped(desk: FrontDesk) -> None:
    assert desk.response_figures.summary(desk.act(), CareSpan.THIS_WEEK, cancelled=lambda: True) is None
    desk.take_over(hire(desk, role=Role.CASHIER)).result()
    with pytest.raises(Refused) as refused:
        desk.response_figures.summary(desk.act(), CareSpan.THIS_WEEK)
    assert refusal(refused) == ("ONLY_MANAGER", "CALL_MANAGER")
