"""Any print as a receipt: drawn with Qt, in black dots, as the bytes that receipt printers take.

Their own letters know no Lao, Thai or Khmer. So a receipt is one picture, and every script comes out.
"""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from frontdesk.printing.canvas import Print
from frontdesk.printing.page import SheetLayout
from frontdesk.printing.session import ensure_gui
from frontdesk.printing.sheet import MILLIMETRES_IN_INCH, drawn_page

DOTS_PER_MILLIMETRE: Final = 8
"""203 dpi, as nearly every receipt printer has them."""

DOTS_ACROSS: Final = {58: 384, 80: 576}
"""Of each paper's width in millimetres: the print head does not reach its edges."""

_SIDES: Final = 8.0
"""Millimetres of a wider page that may be lost at both sides together, when it is made smaller."""

_BAND: Final = 256
"""Rows sent at once: small printers have room for no more."""

INKED_BELOW: Final = 176
"""What is darker than this grey is black: fine strokes in a quiet ink would else break."""

_BLACK_OR_WHITE: Final = [0xFF000000 if value < INKED_BELOW else 0xFFFFFFFF for value in range(256)]
_DARK, _LIGHT = 56, 216
_CLEARER: Final = [
    0xFF000000 | min(max((value - _DARK) * 255 // (_LIGHT - _DARK), 0), 255) * 0x010101
    for value in range(256)
]
"""Of each grey in a picture, a clearer one: what is nearly black or white is, or it would look dirty."""

_BY_SHADE: Final = Qt.ImageConversionFlag.DiffuseDither

_INITIALISE: Final = b"\x1b@"
_FEED: Final = b"\x1bd\x03"
_CUT: Final = b"\x1dVB\x00"
_MOST_ROWS: Final = 24_000
"""Three metres of paper: nothing that anybody means to print is longer."""


def receipt_page(paper: int, height: float) -> SheetLayout:
    """A page for a receipt on `paper` (58 or 80 mm). 5 mm at each side of it are white on every printer."""
    return SheetLayout(paper, height, paper, height)


def receipt_image(drawn: Print, page: SheetLayout, paper: int, mark: str = "") -> QImage:
    """The print in black (1) and white (0) dots, as wide as the printer's head, its lower end without white.

    A page no wider than the paper keeps its millimetres; a wider one is made smaller. Pictures show their
    shades by dots; all else is either black or white, so that letters and squares have sharp edges.
    """
    ensure_gui()
    across = DOTS_ACROSS[paper]
    reach = across / DOTS_PER_MILLIMETRE
    scale = 1.0 if page.page_width <= paper else min(reach / (page.page_width - _SIDES), 1.0)
    dpi = scale * DOTS_PER_MILLIMETRE * MILLIMETRES_IN_INCH
    image, pictures = drawn_page([drawn], page, dpi, mark=mark)
    return _in_dots(image, pictures, across)


def receipt_bytes(image: QImage) -> bytes:
    """What to send to an ESC/POS printer: the picture in bands, then feed and cut."""
    return b"".join((_INITIALISE, *_bands(image), _FEED, _CUT))


def _in_dots(image: QImage, pictures: list[QRectF], across: int) -> QImage:
    """The middle of the page, `across` dots wide."""
    grey = QImage(QSize(across, min(image.height(), _MOST_ROWS)), QImage.Format.Format_Grayscale8)
    grey.fill(Qt.GlobalColor.white)
    left = (across - image.width()) // 2
    painter = QPainter(grey)
    painter.drawImage(QPoint(left, 0), image)
    for picture in pictures:
        place = picture.toAlignedRect().translated(left, 0).intersected(grey.rect())
        painter.drawImage(place.topLeft(), _dotted(grey.copy(place), _CLEARER, _BY_SHADE))
    painter.end()
    dots = _dotted(grey, _BLACK_OR_WHITE, Qt.ImageConversionFlag.ThresholdDither)
    return dots.copy(QRect(0, 0, across, _last_row(dots) + 1))


def _dotted(grey: QImage, curve: list[int], way: Qt.ImageConversionFlag) -> QImage:
    """In black and white; each grey is first made what `curve` says."""
    grey.reinterpretAsFormat(QImage.Format.Format_Indexed8)
    grey.setColorTable(curve)
    return grey.convertToFormat(QImage.Format.Format_Mono, way)


def _last_row(dots: QImage) -> int:
    """The last row with anything in it; 0 where the paper is white."""
    inked = len(bytes(dots.constBits()).rstrip(b"\x00"))
    return max(inked - 1, 0) // dots.bytesPerLine()


def _bands(image: QImage) -> list[bytes]:
    """The raster (`GS v 0`), so many rows at once; a row of dots is a row of bits."""
    across = image.width() // 8
    rows = bytes(image.constBits())
    line = image.bytesPerLine()
    bands = []
    for top in range(0, image.height(), _BAND):
        height = min(_BAND, image.height() - top)
        said = b"".join(rows[y * line : y * line + across] for y in range(top, top + height))
        size = across.to_bytes(2, "little") + height.to_bytes(2, "little")
        bands.append(b"\x1dv0\x00" + size + said)
    return bands
