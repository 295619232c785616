"""What every print says of the shop: its name and logo, and how to reach it.

Contacts stay whole: a line ends between two of them, or within an address, and never within a number.
"""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage

from frontdesk.domain.paper.shop_signs import ShopSigns
from frontdesk.printing.canvas import QUIET_INK, Canvas
from frontdesk.printing.lettering import Lettering

CONTACTS: Final = Lettering(2.8, 1.8, lines=3, typed=True)
"""For a card to read; what has less room names its own."""

_BETWEEN: Final = " · "
_NO_BREAK_SPACE: Final = "\u00a0"
_LINE_SEPARATOR: Final = "\u2028"
_HEART: Final = 3.6
_LOGO: Final = 9.0
_LOGO_WIDEST: Final = 24.0
_GAP: Final = 1.8
_NAME: Final = Lettering(3.6, 2.6, lines=1, bold=True)
_NAME_ROOM: Final = 8.0
_AT_BOTTOM: Final = Qt.AlignmentFlag.AlignBottom


def contacts_line(signs: ShopSigns) -> str:
    """How to reach the shop: numbers in one line, the address in another, or in as many as there is room
    for; empty where the shop says nothing.
    """
    numbers = _BETWEEN.join(_unbroken(each) for each in signs.contacts if _is_number(each))
    words = _BETWEEN.join(each for each in signs.contacts if not _is_number(each))
    return _LINE_SEPARATOR.join(filter(None, (numbers, words)))


def paint_contacts(
    canvas: Canvas,
    signs: ShopSigns,
    column: QRectF,
    lettering: Lettering = CONTACTS,
    align: Qt.AlignmentFlag = _AT_BOTTOM,
    colour: QColor = QUIET_INK,
) -> float:
    """Set the contacts at the foot of `column`, or as `align` says; returns the height, 0 without any."""
    said = contacts_line(signs)
    return canvas.text(said, lettering, column, colour, align) if said else 0.0


def paint_logo(
    canvas: Canvas, signs: ShopSigns, box: QRectF, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> float:
    """Draw the logo as large as `box` has room for, at its left, AlignHCenter or AlignRight, and half its
    height; returns its width, 0 where the shop has none.
    """
    image = _read(signs.logo) if signs.logo is not None else QImage()
    if image.isNull():
        return 0.0
    scale = min(box.width() / image.width(), box.height() / image.height())
    width, height = image.width() * scale, image.height() * scale
    beside = {Qt.AlignmentFlag.AlignHCenter: 0.5, Qt.AlignmentFlag.AlignRight: 1.0}.get(align, 0.0)
    left = box.left() + (box.width() - width) * beside
    canvas.picture(image, QRectF(left, box.center().y() - height / 2, width, height))
    return width


def paint_foot(canvas: Canvas, signs: ShopSigns, column: QRectF) -> float:
    """The logo or a heart, and beside it the shop's name above its contacts, along the lower edge; returns
    the height.
    """
    corner = QRectF(column.left(), column.bottom() - _LOGO, _LOGO_WIDEST, _LOGO)
    across = paint_logo(canvas, signs, corner)
    words = column.adjusted((across or _HEART) + _GAP, 0, 0, 0)
    below = paint_contacts(canvas, signs, words)
    name = QRectF(words.left(), words.bottom() - below - _NAME_ROOM, words.width(), _NAME_ROOM)
    height = canvas.text(signs.name, _NAME, name, QUIET_INK, _AT_BOTTOM)
    if not across:
        canvas.heart(QPointF(column.left() + _HEART / 2, name.bottom() - height / 2), _HEART)
    return max(below + height, _LOGO if across else 0.0)


def _is_number(contact: str) -> bool:
    """A telephone number or an e-mail address, which is read as one; else it is words."""
    return "@" in contact or not any(char.isalpha() for char in contact)


def _unbroken(number: str) -> str:
    return number.replace(" ", _NO_BREAK_SPACE)


@lru_cache(maxsize=2)
def _read(png: bytes) -> QImage:
    """One image for a whole sheet of cards: a PDF holds the same one once."""
    return QImage.fromData(png)
