"""How faces, boxes and questions are called in every language of customers, to read their answers by."""

from collections.abc import Iterable

from frontdesk.domain.feedback.answers_in_words import KnownWords, key_of
from frontdesk.domain.feedback.questions import BOXES, Mood, Topic
from frontdesk.texts import CUSTOMER_LANGUAGES, texts_for
from frontdesk.wording.feedback_messages import short_prompt
from frontdesk.wording.questions import box_name, mood_name, question_text


def known_words(own: Iterable[tuple[Topic, str]] = ()) -> KnownWords:
    """All of them; `own` are the questions in the shop's words."""
    spoken = [texts_for(language) for language in CUSTOMER_LANGUAGES]
    asked = [
        (topic, say(texts, topic))
        for say in (question_text, short_prompt)
        for texts in spoken
        for topic in Topic
    ]
    return KnownWords(
        prompts={key_of(text): topic for topic, text in (*asked, *own) if key_of(text)},
        moods={key_of(mood_name(texts, mood)): mood for texts in spoken for mood in Mood},
        boxes={key_of(box_name(texts, point)): point for texts in spoken for point in BOXES},
    )
