"""Follow-ups are told in whole sentences, and by when as one says it."""

from datetime import date, timedelta

import pytest

from frontdesk.domain.care.follow_ups import FollowUpKind
from frontdesk.texts import texts_for
from frontdesk.wording.follow_ups import (
    cadence_name,
    due_words,
    follow_up_here,
    follow_up_name,
    follow_up_task,
)

EN = texts_for("en")
THURSDAY = date(2026, 11, 19)


@pytest.mark.parametrize("kind", FollowUpKind)
def test_every_kind_is_a_sentence_with_and_without_words_of_their_own(kind: FollowUpKind) -> None:
    assert follow_up_name(EN, kind)
    assert follow_up_task(EN, kind, "").endswith(".")
    assert follow_up_task(EN, kind, "the {cake}").endswith(": the {cake}")
    assert "Noy" in follow_up_here(EN, kind, "", "Noy")
    assert follow_up_here(EN, kind, "the {cake}", "{Noy}").endswith(": the {cake}")


def test_no_two_kinds_sound_the_same() -> None:
    for say in (follow_up_name, lambda texts, kind: follow_up_task(texts, kind, "")):
        assert len({say(EN, kind) for kind in FollowUpKind}) == len(FollowUpKind)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-3, "3 days late"),
        (-1, "1 day late"),
        (0, "today"),
        (1, "tomorrow"),
        (2, "Saturday"),
        (6, "Wednesday"),
        (7, "26 November"),
        (60, "18 January 2027"),
    ],
)
def test_by_when(days: int, said: str) -> None:
    assert due_words(EN, THURSDAY + timedelta(days=days), THURSDAY) == said


@pytest.mark.parametrize(
    ("every", "said"),
    [
        (0, "Only once"),
        (1, "Every day"),
        (7, "Every week"),
        (28, "Every 4 weeks"),
        (30, "Every month"),
        (90, "Every 3 months"),
        (10, "Every 10 days"),
    ],
)
def test_how_often(every: int, said: str) -> None:
    assert cadence_name(EN, every) == said
