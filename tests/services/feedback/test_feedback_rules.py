"""What the owner set about asking: kept, within reason, and only the manager's to set."""

from dataclasses import replace

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.feedback.feedback_rules import HIGHEST_PORT, FeedbackRules
from frontdesk.domain.feedback.questions import Topic
from frontdesk.domain.refusals import Refused
from frontdesk.domain.text import BadInput
from tests.services.counter_acts import hire

CHOSEN = FeedbackRules(True, "192.168.1.10", 8400, (Topic.BETTER, Topic.VISIT), 4, with_face=False)


def set_rules(desk: FrontDesk, rules: FeedbackRules) -> FeedbackRules:
    saved = desk.submit(desk.feedback_rules.change, desk.act(), rules).result()
    assert saved.changes.feedback_rules
    return desk.feedback_rules.rules()


def test_what_is_set_stands_and_goes_back(desk: FrontDesk) -> None:
    act = desk.act()
    saved = desk.submit(desk.feedback_rules.change, act, CHOSEN).result()
    assert saved.rules == desk.feedback_rules.rules() == CHOSEN
    assert CHOSEN.page_base == "http://192.168.1.10:8400"
    set_rules(desk, replace(CHOSEN, ask_every_weeks=9))
    again = desk.submit(desk.feedback_rules.change, act, CHOSEN).result()
    assert again.before == FeedbackRules()  # a repeat knows what was there, and sets nothing
    assert desk.feedback_rules.rules().ask_every_weeks == 9
    assert set_rules(desk, again.before) == FeedbackRules()


def test_numbers_stay_within_reason_and_the_visit_is_always_asked(desk: FrontDesk) -> None:
    wild = FeedbackRules(page_port=80_000, topics=(Topic.LIKED, Topic.LIKED), ask_every_weeks=-3)
    kept = set_rules(desk, wild)
    assert (kept.page_port, kept.ask_every_weeks) == (HIGHEST_PORT, 0)
    assert kept.topics == (Topic.VISIT, Topic.LIKED)


@pytest.mark.parametrize("address", ["", "http://192.168.1.10", "192.168.1.10/x"])
def test_a_page_needs_an_address_that_a_link_can_hold(desk: FrontDesk, address: str) -> None:
    with pytest.raises(BadInput, match="NOT_A_HOST"):
        set_rules(desk, FeedbackRules(page_on=True, page_address=address))
    assert not desk.feedback_rules.rules().page_on


def test_only_the_manager_opens_the_page(desk: FrontDesk) -> None:
    desk.staff_id = hire(desk)
    with pytest.raises(Refused, match="ONLY_MANAGER"):
        set_rules(desk, CHOSEN)
    assert not desk.feedback_rules.rules().page_on
