"""Places on a page, in millimetres."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize

from frontdesk.printing.page import (
    BUSINESS_CARDS,
    KEY_TAGS,
    MEMBER_CARDS,
    SINGLE_CARD,
    SINGLE_MEMBER_CARD,
    SheetLayout,
)

ALL = [BUSINESS_CARDS, MEMBER_CARDS, KEY_TAGS, SINGLE_CARD, SINGLE_MEMBER_CARD]


def test_the_sheets_hold_what_their_names_say() -> None:
    assert [layout.per_page for layout in ALL] == [10, 10, 27, 1, 1]
    assert BUSINESS_CARDS.places()[0] == QRectF(20, 13.5, 85, 54)
    assert BUSINESS_CARDS.places()[3] == QRectF(105, 67.5, 85, 54)
    assert SINGLE_CARD.places() == [QRectF(0, 0, 85, 54)]


@pytest.mark.parametrize("layout", ALL)
def test_ground_and_marks_stay_on_the_paper_and_off_the_cards(layout: SheetLayout) -> None:
    paper = QRectF(0, 0, layout.page_width, layout.page_height)
    bleed = layout.grid.adjusted(-layout.bleed, -layout.bleed, layout.bleed, layout.bleed)
    assert paper.contains(bleed)
    marks = list(layout.crop_marks())
    assert len(marks) == (0 if layout.per_page == 1 else 2 * (layout.columns + layout.rows + 2))
    for mark in marks:
        for end in (mark.p1(), mark.p2()):
            assert paper.contains(end)
            assert not bleed.contains(end)


def test_pages_are_counted_up() -> None:
    assert [BUSINESS_CARDS.pages_for(cards) for cards in (0, 1, 10, 11, 1000)] == [0, 1, 1, 2, 100]


def test_the_paper_is_used_to_its_edge() -> None:
    page = BUSINESS_CARDS.page_layout()
    assert page.mode() is QPageLayout.Mode.FullPageMode
    assert page.pageSize().id() is QPageSize.PageSizeId.A4
    single = SINGLE_CARD.page_layout().fullRect(QPageLayout.Unit.Millimeter)
    assert (single.width(), single.height()) == (pytest.approx(85, abs=0.1), pytest.approx(54, abs=0.1))
    assert single.topLeft() == QPointF(0, 0)


@pytest.mark.parametrize(
    "sizes", [(50.0, 50.0, 30.0, 30.0, 2, 1), (50.0, 50.0, 30.0, 30.0, 1, 2), (50.0, 50.0, 30.0, 30.0, 0, 1)]
)
def test_cards_that_do_not_fit_are_refused(sizes: tuple[float, float, float, float, int, int]) -> None:
    with pytest.raises(ValueError, match="card"):
        SheetLayout(*sizes)
