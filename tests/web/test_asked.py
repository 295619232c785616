"""The wording that was asked goes with the answer: what this guest read, whatever is asked meanwhile."""

import re

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.domain.feedback.questions import Topic
from tests.web.conftest import Phone, came


def reword(desk: FrontDesk, topic: Topic, text: str, language: str = "lo") -> int | None:
    saved = desk.submit(desk.questions.reword, desk.act(), topic, language, text).result()
    return saved.question.version


def page_fields(html: str) -> dict[str, str]:
    """What a browser sends of a page on which nothing is filled in."""
    return dict(
        re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', html.partition("<h1>")[2])
    )


def versions(desk: FrontDesk) -> dict[Topic, int | None]:
    (kept,) = came(desk)
    return {each.topic: each.version for each in kept.answers}


def test_what_was_asked_goes_with_the_answer(phone: Phone, card: FeedbackCard, desk: FrontDesk) -> None:
    asked = {topic: reword(desk, topic, f"Own words: {topic}") for topic in (Topic.VISIT, Topic.BETTER)}
    html = phone.get(f"/{card.code}").html
    assert "Own words: BETTER" in html
    phone.post(f"/{card.code}", {**page_fields(html), "mood": "4", "better": "More plants", "liked": "Tea"})
    assert versions(desk) == {**asked, Topic.LIKED: None}


def test_a_page_that_was_open_meanwhile_answers_what_it_showed(
    phone: Phone, card: FeedbackCard, desk: FrontDesk
) -> None:
    first = reword(desk, Topic.BETTER, "What could be better?")
    shown = page_fields(phone.get(f"/{card.code}").html)
    reword(desk, Topic.BETTER, "What is worst?")
    reword(desk, Topic.LIKED, "What was best?")
    desk.submit(desk.feedback_rules.change, desk.act(), FeedbackRules(topics=(Topic.VISIT,))).result()
    phone.post(f"/{card.code}", {**shown, "mood": "4", "better": "More plants", "liked": "Tea"})
    assert versions(desk) == {Topic.BETTER: first, Topic.LIKED: None}


def test_words_to_what_nobody_asks_any_more_are_kept_and_stay_in_the_page(
    phone: Phone, card: FeedbackCard, desk: FrontDesk
) -> None:
    first = reword(desk, Topic.BETTER, "What could be better?")
    shown = page_fields(phone.get(f"/{card.code}").html)
    desk.submit(desk.feedback_rules.change, desk.act(), FeedbackRules(topics=(Topic.VISIT,))).result()
    written = {**shown, "better": "More plants", "liked_box": "SERVICE"}
    html = phone.post(f"/{card.code}/manager", written).html
    assert "What could be better?" in html
    assert "More plants</textarea>" in html
    assert 'value="SERVICE" checked' in html
    again = {**page_fields(html), "better": "More plants", "liked_box": "SERVICE"}
    assert phone.post(f"/{card.code}", again).status == 303
    assert versions(desk) == {Topic.BETTER: first, Topic.LIKED: None}
    assert "<textarea" not in phone.get(f"/{card.code}").html  # what they could not take back is not asked


@pytest.mark.parametrize(
    "claimed", ["0", "-1", "x", "1 ", "9" * 18, "9" * 40, "{other}", "{foreign}", "{empty}"]
)
def test_a_wording_that_was_never_asked_there_is_not_believed(
    phone: Phone, card: FeedbackCard, desk: FrontDesk, claimed: str
) -> None:
    keys = {
        "other": reword(desk, Topic.LIKED, "Best?"),
        "foreign": reword(desk, Topic.BETTER, "Beter?", "th"),
    }
    reword(desk, Topic.BETTER, "A trial")
    reword(desk, Topic.BETTER, "")
    now = reword(desk, Topic.BETTER, "Better?")
    assert now is not None
    keys["empty"] = now - 1
    phone.post(f"/{card.code}", {"better": "Bread", "better_asked": claimed.format(**keys)})
    assert versions(desk) == {Topic.BETTER: now}
