"""The questions of a feedback card: each language has its own words, and they can be told apart."""

import pytest

from frontdesk.domain.feedback.questions import BOXES, MOST_LETTERS, Mood, Topic
from frontdesk.texts import CUSTOMER_LANGUAGES, Texts, texts_for
from frontdesk.wording.questions import box_name, mood_name, question_text


def said(texts: Texts) -> list[str]:
    questions = [question_text(texts, topic) for topic in Topic]
    return questions + [mood_name(texts, mood) for mood in Mood] + [box_name(texts, box) for box in BOXES]


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES)
def test_every_language_asks_in_its_own_short_words(language: str) -> None:
    words = said(texts_for(language))
    assert len(set(words)) == len(words) == 16
    assert max(map(len, words)) <= MOST_LETTERS
    if language != "en":
        assert not set(words) & set(said(texts_for("en")))
