"""Each figure is a whole sentence in every language of the windows, and so is one that is still empty."""

import re

import pytest

from frontdesk.domain.care.care_figures import CareFigure, FigureKind, Unit
from frontdesk.domain.care.care_spans import CareSpan
from frontdesk.domain.care.contact_points import ContactPoint, Gap, Shortfall
from frontdesk.domain.care.requests import DeclineReason
from frontdesk.domain.people.facts import Reason
from frontdesk.domain.people.leaving import LeavingReason
from frontdesk.domain.regulars.absences import AwayReason
from frontdesk.texts import LANGUAGES, texts_for
from frontdesk.wording.care_figures import (
    CHAPTERS,
    chapter_name,
    figure_sentence,
    gap_sentence,
    nothing_sentence,
    span_name,
)

ENGLISH = texts_for("en")
SHARES = {
    FigureKind.PROMISES_KEPT,
    FigureKind.PROMISES_EARLY,
    FigureKind.PRICES_KEPT,
    FigureKind.PUT_RIGHT,
    FigureKind.ANSWERED_HAPPY,
    FigureKind.ACKNOWLEDGED,
    FigureKind.SAID_FINE,
    FigureKind.GREETED_IN_TIME,
    FigureKind.CAME_BACK,
    FigureKind.NOT_RENEWED,
}
ABOUT = {
    FigureKind.DECLINED: (*DeclineReason, ""),
    FigureKind.ASKED_AGAIN: ("Oat milk",),
    FigureKind.WHY_AWAY: tuple(AwayReason),
    FigureKind.CAME_BACK: ("CONTACTED", ""),
    FigureKind.WHY_THEY_COME: tuple(Reason),
    FigureKind.CONTACT_POINT: tuple(ContactPoint),
    FigureKind.LEFT: (*LeavingReason, ""),
}


def figures_of(kind: FigureKind, n: int) -> list[CareFigure]:
    if kind in SHARES:
        return [CareFigure(kind, 0.5, Unit.SHARE, n, str(about)) for about in ABOUT.get(kind, ("",))]
    unit = Unit.SECONDS if kind is FigureKind.GREETED_AFTER else Unit.COUNT
    return [CareFigure(kind, float(n), unit, n, str(about)) for about in ABOUT.get(kind, ("",))]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FigureKind)
@pytest.mark.parametrize("n", [1, 2, 42])
def test_every_kind_is_a_sentence_with_all_its_places_filled(kind: FigureKind, language: str, n: int) -> None:
    for figure in figures_of(kind, n):
        said = figure_sentence(texts_for(language), figure)
        assert said.endswith((".", "%).")), said
        assert not re.search(r"[{}]|None", said), said
        assert str(n) in said


def test_a_share_tells_of_how_many_and_how_many() -> None:
    kept = CareFigure(FigureKind.PROMISES_KEPT, 39 / 42, Unit.SHARE, 42)
    assert figure_sentence(ENGLISH, kept) == "Of 42 promises, 39 were kept (93 %)."
    one = CareFigure(FigureKind.PROMISES_KEPT, 1.0, Unit.SHARE, 1)
    assert figure_sentence(ENGLISH, one) == "Of 1 promise, 1 was kept (100 %)."


def test_what_it_is_about_is_said_in_words() -> None:
    declined = CareFigure(FigureKind.DECLINED, 3, of=5, about="NO_TIME")
    assert figure_sentence(ENGLISH, declined) == "3 requests were declined: No time for it."
    left = CareFigure(FigureKind.LEFT, 2, of=2, about="MOVED")
    assert figure_sentence(ENGLISH, left) == "2 left: Moves away."
    heard = CareFigure(FigureKind.CAME_BACK, 0.25, Unit.SHARE, 8, "CONTACTED")
    unheard = CareFigure(FigureKind.CAME_BACK, 0.25, Unit.SHARE, 8)
    assert "heard from us" in figure_sentence(ENGLISH, heard)
    assert "heard nothing" in figure_sentence(ENGLISH, unheard)


def test_a_gap_tells_in_what_way_it_was_not_met() -> None:
    ways = ((Shortfall.LATE, 3), (Shortfall.COMPLAINT, 1))
    gap = Gap(ContactPoint.PRODUCT, 9, 4, ways, ())
    said = "Product: of 9 things that were expected, 4 were not received (3 late, 1 complaint)."
    assert gap_sentence(ENGLISH, gap) == said
    met = Gap(ContactPoint.DOOR, 2, 0, (), ())
    assert gap_sentence(ENGLISH, met) == "Door: all 2 things that were expected were received."


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_stands_in_one_chapter_that_says_what_would_fill_it(language: str) -> None:
    texts = texts_for(language)
    assert sorted(kind for chapter in CHAPTERS for kind in chapter) == sorted(FigureKind)
    names = [chapter_name(texts, chapter[0]) for chapter in CHAPTERS]
    empty = [nothing_sentence(texts, chapter[0]) for chapter in CHAPTERS]
    assert len(set(names)) == len(set(empty)) == len(CHAPTERS)
    assert len({span_name(texts, span) for span in CareSpan}) == len(CareSpan)
