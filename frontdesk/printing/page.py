"""Where the cards lie on a page. All lengths are millimetres, measured from the page's top left corner."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

A4: Final = (210.0, 297.0)

_MARK_GAP: Final = 2.6  # between the cards and their crop marks, so that no mark survives the cut
_MARK_LENGTH: Final = 3.0


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """Cards of one size in a grid without gutters, so that one cut frees the cards on both sides of it.

    The grid stands in the middle of the page. `bleed` is how far the ground reaches past the outer cards;
    it has a colour only where they are `tinted`, as a gift is: what a shop prints often costs it no ink.
    """

    page_width: float
    page_height: float
    card_width: float
    card_height: float
    columns: int = 1
    rows: int = 1
    bleed: float = 0.0
    tinted: bool = False

    def __post_init__(self) -> None:
        if self.per_page < 1:
            raise ValueError("a page needs room for a card")
        if (
            self.columns * self.card_width > self.page_width
            or self.rows * self.card_height > self.page_height
        ):
            raise ValueError("the cards do not fit on the page")

    @property
    def per_page(self) -> int:
        """How many cards a page holds."""
        return self.columns * self.rows

    def pages_for(self, cards: int) -> int:
        """Return how many pages so many cards take."""
        return -(-cards // self.per_page)

    @property
    def grid(self) -> QRectF:
        """The rectangle that all places of a page fill together."""
        width, height = self.columns * self.card_width, self.rows * self.card_height
        return QRectF((self.page_width - width) / 2, (self.page_height - height) / 2, width, height)

    def places(self) -> Sequence[QRectF]:
        """Return the rectangle of each card of a page, row by row."""
        corner, size = self.grid.topLeft(), QSizeF(self.card_width, self.card_height)
        return [
            QRectF(corner + QPointF(column * self.card_width, row * self.card_height), size)
            for row in range(self.rows)
            for column in range(self.columns)
        ]

    def crop_marks(self) -> Iterator[QLineF]:
        """Yield the marks outside the grid that say where to cut; none where a card is the whole page."""
        if self.per_page == 1:
            return
        grid = self.grid
        for column in range(self.columns + 1):
            x = grid.left() + column * self.card_width
            for edge, way in ((grid.top(), -1), (grid.bottom(), 1)):
                yield QLineF(x, edge + way * _MARK_GAP, x, edge + way * (_MARK_GAP + _MARK_LENGTH))
        for row in range(self.rows + 1):
            y = grid.top() + row * self.card_height
            for edge, way in ((grid.left(), -1), (grid.right(), 1)):
                yield QLineF(edge + way * _MARK_GAP, y, edge + way * (_MARK_GAP + _MARK_LENGTH), y)

    def page_layout(self) -> QPageLayout:
        """Return this page for a Qt device: the full paper, without margins.

        Full-page mode puts the painter's origin at the paper's corner; a printer's own unprintable edge
        would otherwise shift the cards against the cut.
        """
        size = QPageSize(
            QSizeF(self.page_width, self.page_height),
            QPageSize.Unit.Millimeter,
            "",
            QPageSize.SizeMatchPolicy.ExactMatch,
        )
        if (self.page_width, self.page_height) == A4:
            size = QPageSize(QPageSize.PageSizeId.A4)
        page = QPageLayout(
            size, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Millimeter, QMarginsF()
        )
        page.setMode(QPageLayout.Mode.FullPageMode)
        return page


#: Feedback cards, ten to a page; the size of a business card, so that it goes into a wallet.
BUSINESS_CARDS: Final = SheetLayout(*A4, 85.0, 54.0, columns=2, rows=5, bleed=2.0, tinted=True)
#: One feedback card on a page of its own size, for a card printer or a single gift.
SINGLE_CARD: Final = SheetLayout(85.0, 54.0, 85.0, 54.0, tinted=True)
#: Member cards of the size of a bank card (ID-1), ten to a page.
MEMBER_CARDS: Final = SheetLayout(*A4, 85.6, 54.0, columns=2, rows=5, bleed=2.0)
#: One member card on a page of its own size.
SINGLE_MEMBER_CARD: Final = SheetLayout(85.6, 54.0, 85.6, 54.0)
#: Tags for a key ring, twenty-seven to a page.
KEY_TAGS: Final = SheetLayout(*A4, 54.0, 28.0, columns=3, rows=9, bleed=2.0)
#: A card of A6 on paper of its own size.
CARD_A6: Final = SheetLayout(105.0, 148.0, 105.0, 148.0, tinted=True)
#: The same card as large as A5.
CARD_A5: Final = SheetLayout(148.0, 210.0, 148.0, 210.0, tinted=True)
#: Up to four cards of A6 on a page, to cut out.
CARDS_ON_A4: Final = SheetLayout(*A4, 105.0, 148.0, columns=2, rows=2, tinted=True)
#: Four feedback forms of A6 on a page; they are written on, so nothing is tinted.
FORMS_ON_A4: Final = SheetLayout(*A4, 105.0, 148.0, columns=2, rows=2)
#: One feedback form on paper of its own size.
FORM_A6: Final = SheetLayout(105.0, 148.0, 105.0, 148.0)
#: A page to read, on A5.
PAGE_A5: Final = SheetLayout(148.0, 210.0, 148.0, 210.0)
#: The same page in the middle of A4.
PAGE_ON_A4: Final = SheetLayout(*A4, 148.0, 210.0)
