"""What a customer sent, made clean; and how a second sending takes the place of the first."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from frontdesk.domain.feedback.questions import Topic
from frontdesk.domain.feedback.responses import MOST_WORDS, Answer, Response, ResponseDraft
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.text import LINE_LIMIT, clean_line, clean_note, has_something_to_see

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")


def cleaned(draft: ResponseDraft, language: str) -> ResponseDraft:
    """The draft as it is kept: one answer to a question, nothing invisible, in `language` if it names none.

    Raises `Refused` NOTHING_SAID, `BadInput` TOO_LONG.
    """
    answers = _one_each(_clean(answer) for answer in draft.answers)
    if draft.mood is None and not any(_says_something(answer) for answer in answers):
        raise Refused(RefusalCode.NOTHING_SAID)
    return replace(
        draft,
        answers=tuple(answer for answer in answers if _says_something(answer) or _is_the_face(answer)),
        name=_seen(clean_line(draft.name, LINE_LIMIT)),
        contact=_seen(clean_line(draft.contact, LINE_LIMIT)),
        language=draft.language if _LANGUAGE.fullmatch(draft.language) else language,
    )


def in_place_of(
    before: Response, said: ResponseDraft, shown: Collection[Topic] = frozenset(Topic)
) -> ResponseDraft:
    """What is kept when `said` is sent after `before`: the new answers; a name or contact left out stays, and
    so does what was said to a question that was not `shown` any more.
    """
    old = [answer for answer in before.answers if answer.topic not in shown]
    return replace(
        said,
        answers=tuple(_one_each((*said.answers, *old))),
        name=said.name or before.name,
        contact=said.contact or before.contact,
    )


def added_to(before: Response, said: ResponseDraft) -> ResponseDraft:
    """What is kept when `said` is sent after `before` by somebody who could not see it: only what is said now
    takes a place, and whatever is left empty stays as it was.
    """
    merged = {answer.topic: answer for answer in before.answers}
    if said.mood is not None:
        merged.pop(Topic.VISIT, None)  # in which words that other face was asked for
    for answer in said.answers:
        old = merged.get(answer.topic, answer)
        point, words = answer.point or old.point, answer.words or old.words
        merged[answer.topic] = replace(answer, point=point, words=words)
    return replace(
        said,
        mood=said.mood if said.mood is not None else before.mood,
        answers=_one_each(merged.values()),
        name=said.name or before.name,
        contact=said.contact or before.contact,
    )


def says_the_same(before: Response, said: ResponseDraft) -> bool:
    return (before.mood, before.name, before.contact, before.language, before.answers) == (
        *(said.mood, said.name, said.contact, said.language),
        said.answers,
    )


def _clean(answer: Answer) -> Answer:
    return replace(answer, words=_seen(clean_note(answer.words, MOST_WORDS)))


def _one_each(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """One to each question, in the order in which they are asked; the last box holds, and all words.

    Raises `BadInput` TOO_LONG.
    """
    merged: dict[Topic, Answer] = {}
    for each in answers:
        before = merged.get(each.topic)
        if before is not None:
            words = clean_note(f"{before.words}\n{each.words}", MOST_WORDS)
            each = replace(each, point=each.point or before.point, words=words)
        merged[each.topic] = each
    return tuple(merged[topic] for topic in Topic if topic in merged)


def _says_something(answer: Answer) -> bool:
    return bool(answer.words) or answer.point is not None


def _is_the_face(answer: Answer) -> bool:
    """It says only in which words the face was asked for."""
    return answer.topic is Topic.VISIT and answer.version is not None


def _seen(text: str) -> str:
    return text if has_something_to_see(text) else ""
