"""What is asked: the program's words or the shop's, in the owner's order, and never rewritten."""

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.feedback.feedback_rules import FeedbackRules
from frontdesk.domain.feedback.questions import MOST_LETTERS, Question, Topic
from frontdesk.domain.refusals import Refused
from frontdesk.domain.text import BadInput
from frontdesk.services.feedback.questions import QuestionSaved
from frontdesk.texts import CUSTOMER_LANGUAGES, texts_for
from frontdesk.wording.questions import question_text
from tests.services.counter_acts import hire


def reword(desk: FrontDesk, text: str, topic: Topic = Topic.LIKED, language: str = "lo") -> QuestionSaved:
    return desk.submit(desk.questions.reword, desk.act(), topic, language, text).result()


def test_the_programs_questions_are_asked_until_somebody_rewords_them(desk: FrontDesk) -> None:
    for language in CUSTOMER_LANGUAGES:
        asked = desk.questions.asked(language)
        assert [each.topic for each in asked] == list(Topic)
        assert {each.version for each in asked} == {None}
        assert [each.text for each in asked] == [question_text(texts_for(language), each) for each in Topic]
    assert desk.questions.asked("fr") == desk.questions.asked("en")


def test_the_shops_words_hold_in_their_language_and_old_answers_keep_theirs(desk: FrontDesk) -> None:
    first = reword(desk, "ກາເຟ​ແຊບ​ບໍ?").question
    second = reword(desk, "ເຂົ້າໜົມ​ແຊບ​ບໍ?").question
    assert desk.questions.asked("lo")[1] == second
    assert desk.questions.asked("lo_LA")[1] == second
    assert desk.questions.asked("en")[1] == Question(Topic.LIKED, "What did you like?")
    assert desk.questions.wordings() == {(Topic.LIKED, "lo"): second.text}
    assert desk.questions.text_of(first.version, Topic.LIKED, "lo") == first.text != second.text
    assert desk.questions.text_of(None, Topic.LIKED, "en") == "What did you like?"


def test_only_what_was_once_asked_is_a_wording(desk: FrontDesk) -> None:
    first = reword(desk, "Best?").question.version
    assert first is not None
    reword(desk, "")
    assert desk.questions.is_wording(first, Topic.LIKED, "lo")
    assert desk.questions.is_wording(None, Topic.LIKED, "lo")
    for version, topic, language in (
        (first, Topic.BETTER, "lo"),
        (first, Topic.LIKED, "th"),
        (first + 1, Topic.LIKED, "lo"),  # the program's words again, which have no key
    ):
        assert not desk.questions.is_wording(version, topic, language)


def test_what_was_before_undoes_a_rewording(desk: FrontDesk) -> None:
    assert reword(desk, "What was good?", language="en").before == ""
    act = desk.act()
    job = (desk.questions.reword, act, Topic.LIKED, "en", "What was best?")
    saved = desk.submit(*job).result()
    assert saved.before == desk.submit(*job).result().before == "What was good?"
    reword(desk, saved.before, language="en")
    assert desk.questions.asked("en")[1].text == "What was good?"
    assert reword(desk, "", language="en").question == Question(Topic.LIKED, "What did you like?")


def test_where_a_line_of_lao_may_break_stays_unseen(desk: FrontDesk) -> None:
    asked = "ມື້ນີ້\u200bມັກ\u200bຫຍັງ?"
    assert reword(desk, f" {asked}\u200b ", language="lo").question.text == asked


@pytest.mark.parametrize("text", ["  ", "\u200b", "What did you like?"])
def test_nothing_and_the_same_leave_the_programs_words(desk: FrontDesk, text: str) -> None:
    assert reword(desk, text, language="en").question.version is None
    assert desk.questions.wordings() == {}


def test_the_order_and_choice_are_the_owners(desk: FrontDesk) -> None:
    rules = FeedbackRules(topics=(Topic.BETTER, Topic.VISIT))
    desk.submit(desk.feedback_rules.change, desk.act(), rules).result()
    assert [each.topic for each in desk.questions.asked("th")] == [Topic.BETTER, Topic.VISIT]


def test_a_question_is_short_and_the_managers(desk: FrontDesk) -> None:
    assert len(reword(desk, "a" * MOST_LETTERS).question.text) == MOST_LETTERS
    with pytest.raises(BadInput, match="TOO_LONG"):
        reword(desk, "a" * (MOST_LETTERS + 1))
    with pytest.raises(LookupError):
        reword(desk, "Et alors ?", language="fr")
    desk.staff_id = hire(desk)
    with pytest.raises(Refused, match="ONLY_MANAGER"):
        reword(desk, "Mine")
