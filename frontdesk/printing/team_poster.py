"""The team poster: who works here, with the faces of those who agreed, and the manager first."""

from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainterPath

from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.printing.canvas import ACCENT, EDGE, GROUND, INK, QUIET_INK, Canvas
from frontdesk.printing.lettering import Lettering
from frontdesk.printing.page import A4, SheetLayout
from frontdesk.printing.shop_foot import paint_contacts, paint_logo
from frontdesk.texts import texts_for
from frontdesk.wording.prints import speak_to_me, team_heading

#: One page for a wall.
TEAM_POSTER_PAGE: Final = SheetLayout(*A4, *A4)

MOST: Final = 20
"""More faces than these would be too small to know anybody by."""

_MARGIN: Final = 16.0
_GAP: Final = 8.0
_MANAGER_FACE: Final = 62.0
_MANAGER_PAD: Final = 6.0
_LINE: Final = 7.6
_LARGEST_FACE: Final = 52.0
_NAME_ROOM: Final = 12.0
_CORNER: Final = 0.18
_LETTER: Final = 0.42
"""Of a face's side: how round it is, and how large a letter stands in its place."""
_HEART: Final = 6.0
_SIGN: Final = 26.0

_SHOP: Final = Lettering(6.0, 4.0, lines=1, bold=True)
_HEADING: Final = Lettering(15.0, 8.0, lines=2, bold=True)
_ALSO: Final = Lettering(5.4, 3.6, lines=1)
_MANAGER: Final = Lettering(10.0, 5.0, lines=2, bold=True)
_SPEAK: Final = Lettering(7.0, 4.2, lines=1, bold=True)
_SPEAK_TOO: Final = Lettering(5.2, 3.4, lines=1)
_NAME: Final = Lettering(5.6, 3.2, lines=2, bold=True)

_CONTACTS: Final = Lettering(4.6, 3.0, lines=3, typed=True)

_CENTRED: Final = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class OnPoster:
    """Somebody on the poster. `photo` is None for whoever did not agree to be seen: a letter stands there."""

    name: str
    photo: bytes | None = None
    letter: str = ""


@dataclass(frozen=True, slots=True)
class TeamPosterPrint:
    """`languages` are those of its sentences, the first of them large. A shop may leave its `manager` out."""

    shop: ShopSigns
    manager: OnPoster | None
    team: tuple[OnPoster, ...]
    languages: tuple[str, ...]

    def paint(self, canvas: Canvas, place: QRectF) -> None:
        """The shop and what it says, the manager large, the others in rows below."""
        page = place.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        top = self._paint_heading(canvas, page)
        if self.manager is not None:
            top = self._paint_manager(canvas, self.manager, QRectF(page.left(), top, page.width(), 0)) + _GAP
        foot = paint_contacts(canvas, self.shop, page, _CONTACTS)
        rows = QRectF(page.left(), top, page.width(), page.bottom() - foot - top)
        self._paint_team(canvas, rows)

    def _paint_heading(self, canvas: Canvas, page: QRectF) -> float:
        """In each language; returns where what follows begins."""
        y = page.top()
        y += canvas.text(self.shop.name, _SHOP, QRectF(page.left(), y, page.width(), 9), ACCENT) + 1
        first, *others = (team_heading(texts_for(code)) for code in self.languages)
        y += (
            canvas.text(
                first,
                _HEADING,
                QRectF(
                    page.left(),
                    y,
                    page.width() - (_HEART * 2 if self.shop.logo is None else _SIGN + _GAP),
                    40,
                ),
            )
            + 1
        )
        self._paint_sign(canvas, page)
        if others:
            said = " · ".join(dict.fromkeys(others))
            y += canvas.text(said, _ALSO, QRectF(page.left(), y, page.width(), 9), QUIET_INK)
        return y + _GAP

    def _paint_sign(self, canvas: Canvas, page: QRectF) -> None:
        """At the right of the heading: the shop's logo, or a heart."""
        box = QRectF(page.right() - _SIGN, page.top(), _SIGN, _SIGN)
        if not paint_logo(canvas, self.shop, box, Qt.AlignmentFlag.AlignRight):
            canvas.heart(QPointF(page.right() - _HEART, page.top() + _HEART), _HEART * 2)

    def _paint_manager(self, canvas: Canvas, manager: OnPoster, top: QRectF) -> float:
        """The face, and beside it whom to speak to; returns the lower edge."""
        frame = QRectF(top.left(), top.top(), top.width(), _MANAGER_FACE + 2 * _MANAGER_PAD)
        canvas.rounded(frame, GROUND, 6)
        face = QRectF(frame.left() + _MANAGER_PAD, frame.top() + _MANAGER_PAD, _MANAGER_FACE, _MANAGER_FACE)
        paint_face(canvas, manager, face)
        left = face.right() + _GAP
        words = QRectF(left, face.top(), frame.right() - _MANAGER_PAD - left, face.height())
        first, *others = (speak_to_me(texts_for(code)) for code in self.languages)
        y = (
            words.top()
            + canvas.text(manager.name, _MANAGER, QRectF(words.left(), words.top(), words.width(), 26))
            + 1
        )
        y += canvas.text(first, _SPEAK, QRectF(words.left(), y, words.width(), 20), ACCENT) + 1
        others = list(dict.fromkeys(others))
        line = min(_LINE, (words.bottom() - y) / max(len(others), 1))
        for place, other in enumerate(others):
            canvas.text(other, _SPEAK_TOO, QRectF(words.left(), y + place * line, words.width(), line))
        return frame.bottom()

    def _paint_team(self, canvas: Canvas, room: QRectF) -> None:
        """As large as so many faces can be in the room that is left."""
        team = self.team[:MOST]
        if not team:
            return
        columns, side = best_grid(len(team), room.width(), room.height())
        step = room.width() / columns
        for place, member in enumerate(team):
            row, column = divmod(place, columns)
            in_row = min(columns, len(team) - row * columns)
            indent = (columns - in_row) * step / 2
            centre = room.left() + indent + (column + 0.5) * step
            y = room.top() + row * (side + _NAME_ROOM + _GAP / 2)
            paint_face(canvas, member, QRectF(centre - side / 2, y, side, side))
            name = QRectF(centre - step / 2 + 1, y + side + 1, step - 2, _NAME_ROOM)
            canvas.text(member.name, _NAME, name, INK, _CENTRED)


def best_grid(count: int, width: float, height: float) -> tuple[int, float]:
    """In how many columns so many faces are largest, and how large they are then, in millimetres. Where they
    are as large in several ways, fewer rows look better.
    """

    def side(columns: int) -> float:
        rows = ceil(count / columns)
        by_height = (height + _GAP / 2) / rows - _NAME_ROOM - _GAP / 2
        return min(_LARGEST_FACE, width / columns - _GAP, by_height)

    columns = max(range(1, count + 1), key=lambda each: (round(side(each), 3), -ceil(count / each), -each))
    return columns, side(columns)


def paint_face(canvas: Canvas, member: OnPoster, place: QRectF) -> None:
    """The photo with round corners; without one, the first letter of the name."""
    image = QImage.fromData(member.photo) if member.photo is not None else QImage()
    corner = place.width() * _CORNER
    if image.isNull():
        canvas.rounded(place, EDGE, corner)
        size = place.height() * _LETTER
        lettering = Lettering(size, size, lines=1, bold=True)
        above = (place.height() - canvas.least_height(member.letter, lettering, place.width())) / 2
        canvas.text(member.letter, lettering, place.adjusted(0, above, 0, 0), QUIET_INK, _CENTRED)
        return
    across = min(image.width(), image.height())
    square = QRectF((image.width() - across) / 2, (image.height() - across) / 2, across, across)
    shape = QPainterPath()
    shape.addRoundedRect(place, corner, corner)
    canvas.painter.save()
    canvas.painter.setClipPath(shape)
    canvas.picture(image, place, square)
    canvas.painter.restore()
