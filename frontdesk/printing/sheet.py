"""Sheets of cards: to a PDF, to a printer, or to images for the preview; all three draw the same.

A sheet may hold thousands of cards. One card is in memory at a time, and a PDF appears under its name only
when it is whole.
"""

import errno
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPagedPaintDevice, QPainter, QPdfWriter, QPen

from frontdesk.config import APP_NAME
from frontdesk.printing.canvas import EDGE, GROUND, HAIRLINE, PAPER, QUIET_INK, Canvas, Print
from frontdesk.printing.lettering import Typesetter
from frontdesk.printing.page import SheetLayout
from frontdesk.printing.part_file import PartFile
from frontdesk.printing.practice_mark import paint_mark
from frontdesk.printing.session import ensure_gui

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

PREVIEW_PAGES: Final = 4

MILLIMETRES_IN_INCH: Final = 25.4


class WriteFault(StrEnum):
    """Why a PDF could not be written."""

    NO_ROOM = "no_room"
    NOT_ALLOWED = "not_allowed"
    NO_FOLDER = "no_folder"
    OTHER = "other"


_REASONS: Final = {
    errno.ENOSPC: WriteFault.NO_ROOM,
    errno.EDQUOT: WriteFault.NO_ROOM,
    errno.EFBIG: WriteFault.NO_ROOM,
    errno.EACCES: WriteFault.NOT_ALLOWED,
    errno.EPERM: WriteFault.NOT_ALLOWED,
    errno.EROFS: WriteFault.NOT_ALLOWED,
    errno.ENOENT: WriteFault.NO_FOLDER,
    errno.ENOTDIR: WriteFault.NO_FOLDER,
}


class CannotPrint(OSError):
    """The printer, or what stands in for it, did not take a page."""


class CannotWrite(CannotPrint):
    """The PDF was not written, and what stood under its name before is untouched."""

    def __init__(self, path: Path, cause: OSError) -> None:
        super().__init__(f"cannot write {path}: {cause}")
        self.path = path
        self.reason = _REASONS.get(cause.errno or 0, WriteFault.OTHER)


def write_pdf(
    path: Path,
    prints: Sequence[Print],
    layout: SheetLayout,
    title: str,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    mark: str = "",
) -> bool:
    """Write all cards to a PDF; return False, and leave nothing behind, when it was cancelled.

    `mark` is written across each card. The file is written beside its place and renamed when it is complete
    and on the disk. Raises CannotWrite. May run on any thread once `ensure_gui` has been called on the main
    one.
    """
    ensure_gui()
    try:
        part = PartFile(path)
    except OSError as fault:
        raise CannotWrite(path, fault) from fault

    def page_done(done: int, total: int) -> None:
        part.drain()
        if progress is not None:
            progress(done, total)

    try:
        whole = paint_pages(_pdf_writer(part, title), prints, layout, page_done, cancelled, mark)
        if whole:
            part.keep()
    except OSError as fault:
        raise CannotWrite(path, fault) from fault
    finally:
        part.discard()
    return whole


def paint_pages(
    device: QPagedPaintDevice,
    prints: Sequence[Print],
    layout: SheetLayout,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    mark: str = "",
) -> bool:
    """Draw all cards on a printer or PDF writer, page by page; return False when it was cancelled.

    `progress` gets the cards done and their total after each page, `cancelled` is asked before each page.
    Raises CannotPrint.
    """
    device.setPageLayout(layout.page_layout())
    painter = QPainter()
    if not painter.begin(device):
        raise CannotPrint("the device did not start")
    try:
        canvas = _canvas(painter, device.logicalDpiX())
        for page in range(layout.pages_for(len(prints))):
            if cancelled is not None and cancelled():
                return False
            if page and not device.newPage():
                raise CannotPrint(f"the device did not take page {page + 1}")
            _paint_page(canvas, _on_page(prints, layout, page), layout, mark)
            if progress is not None:
                progress(min((page + 1) * layout.per_page, len(prints)), len(prints))
    finally:
        painter.end()
    return True


def preview_images(
    prints: Sequence[Print],
    layout: SheetLayout,
    dpi: int,
    *,
    first_page: int = 0,
    at_most: int = PREVIEW_PAGES,
    mark: str = "",
) -> list[QImage]:
    """Return pages as they will come out, `at_most` so many: a page at 150 dpi takes 9 MB of memory."""
    ensure_gui()
    last = min(layout.pages_for(len(prints)), first_page + at_most)
    return [drawn_page(prints, layout, dpi, page, mark)[0] for page in range(first_page, last)]


def _pdf_writer(part: PartFile, title: str) -> QPdfWriter:
    writer = QPdfWriter(part.device)
    writer.setTitle(title)
    writer.setCreator(APP_NAME)
    return writer


def _on_page(prints: Sequence[Print], layout: SheetLayout, page: int) -> Sequence[Print]:
    return prints[page * layout.per_page : (page + 1) * layout.per_page]


def _canvas(painter: QPainter, dpi: float) -> Canvas:
    """Make the painter count in millimetres."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    scale = dpi / MILLIMETRES_IN_INCH
    painter.scale(scale, scale)
    return Canvas(painter, Typesetter())


def _paint_page(canvas: Canvas, prints: Sequence[Print], layout: SheetLayout, mark: str) -> None:
    """Draw the grounds with their bleed first, so that none lies over a neighbour's words."""
    places = layout.places()[: len(prints)]
    painter, bleed = canvas.painter, layout.bleed
    for place in places:
        painter.fillRect(place.adjusted(-bleed, -bleed, bleed, bleed), GROUND if layout.tinted else PAPER)
    if layout.per_page > 1:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(EDGE, HAIRLINE))
        painter.drawRects(places)
        painter.setPen(QPen(QUIET_INK, HAIRLINE))
        painter.drawLines(list(layout.crop_marks()))
    for card, place in zip(prints, places, strict=True):
        card.paint(canvas, place)
        if mark:
            paint_mark(painter, place, mark)


def drawn_page(
    prints: Sequence[Print], layout: SheetLayout, dpi: float, page: int = 0, mark: str = ""
) -> tuple[QImage, list[QRectF]]:
    """One page in colour, and where in it pictures stand."""
    scale = dpi / MILLIMETRES_IN_INCH
    image = QImage(
        round(layout.page_width * scale), round(layout.page_height * scale), QImage.Format.Format_RGB32
    )
    image.setDotsPerMeterX(round(scale * 1000))
    image.setDotsPerMeterY(round(scale * 1000))
    image.fill(PAPER)
    painter = QPainter(image)
    try:
        canvas = _canvas(painter, dpi)
        _paint_page(canvas, _on_page(prints, layout, page), layout, mark)
    finally:
        painter.end()
    return image, canvas.pictures
