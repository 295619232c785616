"""What customers quote and name is told apart in every language."""

import pytest

from frontdesk.domain.feedback.answers_in_words import key_of
from frontdesk.domain.feedback.questions import BOXES, Mood, Topic
from frontdesk.texts import CUSTOMER_LANGUAGES, texts_for
from frontdesk.wording.known_words import known_words
from frontdesk.wording.questions import box_name, mood_name, question_text


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES)
def test_no_word_of_one_thing_is_another_things(language: str) -> None:
    known, texts = known_words(), texts_for(language)

    assert [known.prompts[key_of(question_text(texts, topic))] for topic in Topic] == list(Topic)
    assert [known.mood(mood_name(texts, mood)) for mood in Mood] == [(mood, "") for mood in Mood]
    assert [known.box(box_name(texts, point)) for point in BOXES] == [(point, "") for point in BOXES]


def test_the_shops_own_question_is_known_beside_the_programs() -> None:
    assert known_words([(Topic.CHANGE, "One wish?")]).prompts[key_of("one wish")] is Topic.CHANGE
