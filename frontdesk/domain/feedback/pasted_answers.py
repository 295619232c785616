"""A message that came back, read into answers: by its numbers, by the questions that it quotes, or as words.

Nothing is lost: what cannot be told is left in the words of some answer, where whoever keys it in sees it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from frontdesk.domain.feedback.answers_in_words import KnownWords, key_of
from frontdesk.domain.feedback.feedback_cards import FeedbackCard
from frontdesk.domain.feedback.message_form import Part, numbered_parts
from frontdesk.domain.feedback.questions import ANSWERED_BY, AnsweredBy, Mood, Topic
from frontdesk.domain.feedback.responses import Answer, ResponseDraft

_LONGEST_QUOTED: Final = 240
_SURELY_QUOTED: Final = 16
"""Letters. A shorter prompt is one only with its mark behind it: "Change the music" is an answer."""
_ENDS_PROMPT: Final = re.compile(r"[\s\u200b]*[?？:：៖]")
_AFTER_PROMPT: Final = re.compile(
    r"[\s\u200b?？:：៖;_.…)]*(?:\([^()]{0,40}\d[^()]{0,40}\))?[\s\u200b?？:：៖;_.…]*"
)
"""The end of a question, and how it says that it is answered: "(1–5)"."""
_WIDEST: Final = Topic.BETTER
"""The question that whatever was written may be an answer to."""

_Said = dict[Topic, list[str]]


@dataclass(frozen=True, slots=True)
class Pasted:
    """The card that a text is about, and what the text says besides."""

    card: FeedbackCard
    draft: ResponseDraft

    @property
    def says_something(self) -> bool:
        return self.draft.mood is not None or bool(self.draft.answers)


def read_message(text: str, topics: Sequence[Topic], known: KnownWords, language: str = "") -> ResponseDraft:
    """What a message says, its code taken out before. `topics` are what was asked, in that order."""
    parts = numbered_parts(text)
    if any(part.number for part in parts):
        said = _by_number(parts, topics, known)
    else:
        said = _by_line(text, topics, known)
    mood, answers = draft_of(said, known)
    return ResponseDraft(mood=mood, answers=answers, language=language)


def draft_of(
    said: _Said, known: KnownWords, *, looked_over: bool = True
) -> tuple[Mood | None, tuple[Answer, ...]]:
    """Faces and boxes told from words, topic by topic in the order in which they are asked; only sure faces
    where nobody looks them over.
    """
    mood: Mood | None = None
    answers: list[Answer] = []
    for topic in Topic:
        point, words = None, "\n".join(filter(None, said.get(topic, ())))
        if ANSWERED_BY[topic] is AnsweredBy.FACES:
            mood, words = known.mood(words) if looked_over else known.sure_mood(words)
        elif ANSWERED_BY[topic] is AnsweredBy.BOXES:
            point, words = known.box(words)
        if point is not None or words:
            answers.append(Answer(topic, point, words))
    return mood, tuple(answers)


def after_prompt(text: str, known: KnownWords) -> tuple[Topic | None, str]:
    """Which question a text begins with, and what is said behind it; None and all of it where with none."""
    head = text[:_LONGEST_QUOTED]
    whole = key_of(head)
    quoted = max((each for each in known.prompts if each and whole.startswith(each)), key=len, default="")
    if not quoted:
        return None, text
    end = next(end for end in range(1, len(head) + 1) if len(key_of(head[:end])) >= len(quoted))
    if len(quoted) < _SURELY_QUOTED and not _ENDS_PROMPT.match(text, end):
        return None, text
    behind = _AFTER_PROMPT.match(text, end)
    return known.prompts[quoted], text[behind.end() if behind else end :].strip()


def _by_number(parts: Sequence[Part], topics: Sequence[Topic], known: KnownWords) -> _Said:
    """Each part goes to the question that it quotes, else to the one of its number. What stands before the
    first number, mostly a greeting, goes behind the face: no face is read out of it.
    """
    said: _Said = {}
    before: list[str] = []
    for part in parts:
        quoted, words = after_prompt(part.text, known)
        if not (part.number or quoted):
            before.append(words)
            continue
        numbered = topics[part.number - 1] if 0 < part.number <= len(topics) else _WIDEST
        said.setdefault(quoted or numbered, []).append(words)
    sure = any(said.get(Topic.VISIT, ())) or known.mood("\n".join(before))[0] is None
    for words in before:
        said.setdefault(Topic.VISIT if sure else _WIDEST, []).append(words)
    return said


def _by_line(text: str, topics: Sequence[Topic], known: KnownWords) -> _Said:
    """Without numbers: under the questions it quotes; else as many lines as questions are their answers; else
    a face that it begins with, and all other words together.
    """
    lines = [line.strip(" \t>") for line in text.splitlines() if line.strip(" \t>\u200b")]
    if any(after_prompt(line, known)[0] for line in lines):
        return _under_prompts(lines, known)
    if len(lines) == len(topics) > 1:
        return {topic: [line] for topic, line in zip(topics, lines, strict=True)}
    mood, rest = known.sure_mood(lines[0] if lines else "")
    if mood is None:
        return {_WIDEST: lines}
    return {Topic.VISIT: [str(mood.value)], _WIDEST: [rest, *lines[1:]]}


def _under_prompts(lines: Sequence[str], known: KnownWords) -> _Said:
    said: _Said = {}
    topic = _WIDEST
    for line in lines:
        quoted, words = after_prompt(line, known)
        topic = quoted or topic
        said.setdefault(topic, []).append(words)
    return said
