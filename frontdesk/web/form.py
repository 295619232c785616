"""What the page's form sends, and what is made of it."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs

from frontdesk.domain.care.contact_points import ContactPoint
from frontdesk.domain.feedback.questions import BOXES, AnsweredBy, Mood, Question, Topic
from frontdesk.domain.feedback.responses import Answer, ResponseDraft
from frontdesk.texts import CUSTOMER_LANGUAGES

MOOD: Final = "mood"
NAME: Final = "name"
CONTACT: Final = "contact"
ONCE: Final = "once"
LANGUAGE: Final = "lang"
INTO: Final = "into"
"""The language that the page is to be shown in next; LANGUAGE is the one that it was filled in in."""
KEPT: Final = "kept"
_BOX: Final = "_box"
_ASKED: Final = "_asked"

_MOST_FIELDS: Final = 32
_ONCE: Final = re.compile(r"[0-9a-f]{32}")
_VERSION: Final = re.compile(r"[1-9][0-9]{0,17}")


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that came. `once` is the page's own mark: the same page sent twice has the same."""

    draft: ResponseDraft
    once: str

    @property
    def says_something(self) -> bool:
        return self.draft.mood is not None or bool(self.draft.answers)

    @property
    def typed(self) -> ResponseDraft | None:
        """What was filled in, to be shown again; None for a page that nobody has touched."""
        touched = self.says_something or self.draft.name or self.draft.contact
        return self.draft if touched else None

    def gesture(self, about: str) -> bytes:
        """The id of this sending for a card (or whatever it is `about`).

        A double tap, or a page sent again because nobody was certain that it arrived, is the same gesture;
        sent again with other words it is another.
        """
        draft = self.draft
        said = (draft.mood, *((each.topic, each.point, each.words) for each in draft.answers))
        told = repr((self.once, about, said, draft.name, draft.contact))
        return hashlib.sha256(told.encode("utf-8", "replace")).digest()[:16]


def words_field(question: Question) -> str:
    """The name of the field for words."""
    return question.topic.value.lower()


def box_field(question: Question) -> str:
    """The name of the field for boxes."""
    return words_field(question) + _BOX


def asked_field(topic: Topic) -> str:
    """The name of the field that says in which wording a question was shown: its version, or nothing."""
    return topic.value.lower() + _ASKED


def wordings_of(fields: Mapping[str, str]) -> dict[Topic, int | None]:
    """The version of each question that the page showed, as far as the form says so."""
    said = {topic: fields.get(asked_field(topic)) for topic in Topic}
    return {
        topic: int(version) if version else None
        for topic, version in said.items()
        if version == "" or (version is not None and _VERSION.fullmatch(version))
    }


def fields_of(raw: str) -> dict[str, str]:
    """The fields of a form or of an address's query, the first of each name. What is no UTF-8 is replaced,
    and what has more fields than the page is not read.
    """
    try:
        found = parse_qs(raw, keep_blank_values=True, errors="replace", max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}
    return {name: values[0] for name, values in found.items()}


def language_of(fields: Mapping[str, str], otherwise: str, field: str = LANGUAGE) -> str:
    """The language that was asked for, or another."""
    wanted = fields.get(field, "")
    return wanted if wanted in CUSTOMER_LANGUAGES else otherwise


def read_form(fields: Mapping[str, str], questions: Sequence[Question], language: str, fresh: str) -> Sent:
    """The answers to what was asked; anything else that somebody sends is left out. `fresh` is the mark of a
    sending that has none.
    """
    answers = (_answer(question, fields) for question in questions)
    draft = ResponseDraft(
        mood=_MOODS.get(fields.get(MOOD, "")),
        answers=tuple(each for each in answers if each is not None),
        name=_lines(fields.get(NAME, "")),
        contact=_lines(fields.get(CONTACT, "")),
        language=language,
    )
    once = fields.get(ONCE, "")
    return Sent(draft, once if _ONCE.fullmatch(once) else fresh)


_MOODS: Final = {str(mood.value): mood for mood in Mood}
_POINTS: Final = {point.value: point for point in BOXES}


def _answer(question: Question, fields: Mapping[str, str]) -> Answer | None:
    if question.answered_by is AnsweredBy.FACES:  # the face is the draft's; this says how it was asked for
        worded = fields.get(MOOD, "") in _MOODS and question.version is not None
        return Answer(question.topic, version=question.version) if worded else None
    point: ContactPoint | None = None
    if question.answered_by is AnsweredBy.BOXES:
        point = _POINTS.get(fields.get(box_field(question), ""))
    words = _lines(fields.get(words_field(question), ""))
    if point is None and not words.strip():
        return None
    return Answer(question.topic, point, words, question.version)


def _lines(text: str) -> str:
    """A browser ends lines in its own way; a page that is shown again must send the same."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
